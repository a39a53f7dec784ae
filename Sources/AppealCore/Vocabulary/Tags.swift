/// A kind of tag (标签): index into `TagRegistry.kinds`, below 64.
public struct TagID: Identifier {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// The tags of an appeal.
public struct TagSet: OptionSet, Sendable, BitwiseCopyable, Hashable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  public init(_ tag: TagID) { self.init(rawValue: 1 << UInt64(tag.rawValue & 63)) }

  public func contains(_ tag: TagID) -> Bool { isSuperset(of: TagSet(tag)) }
}
