/// Small integers that name things of one kind, so that a unit is never mistaken for a channel.
public protocol Identifier: RawRepresentable, Hashable, Comparable, Sendable, BitwiseCopyable
where RawValue: FixedWidthInteger & UnsignedInteger {
  init(rawValue: RawValue)
}

extension Identifier {
  public init(_ index: Int) { self.init(rawValue: RawValue(index)) }
  public var index: Int { Int(rawValue) }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// An appeal's number, given at submission, counting from 1. Zero names no appeal.
public struct AppealNumber: Identifier {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let none = AppealNumber(rawValue: 0)
}

/// An intake channel (渠道): index into `Policy.channels`.
public struct ChannelID: Identifier {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A handling unit (处置单位): index into `Policy.units`.
public struct UnitID: Identifier {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  public static let none = UnitID(rawValue: .max)
}

/// A leaf of the form (三级分类): index into `Form.leaves`.
public struct LeafID: Identifier {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A street (街道): index into `Places.streets`.
public struct StreetID: Identifier {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A community (社区): index into `Places.communities`.
public struct CommunityID: Identifier {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// A member of staff who takes tasks from lists. The core only records the number.
public struct StaffID: Identifier {
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }
  public static let none = StaffID(rawValue: .max)
}

/// A campaign (专项行动): index into `Measures.campaigns`.
public struct CampaignID: Identifier {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let none = CampaignID(rawValue: .max)
}

/// A prepared answer: index into `KnowledgeBase.answers`.
public struct AnswerID: Identifier {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  /// A repeat, answered with the state of its original.
  public static let original = AnswerID(rawValue: .max)
}

/// A body that gets reminder letters (提醒函): index into `AlertRules.bodies`.
public struct OversightID: Identifier {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let none = OversightID(rawValue: .max)
}

/// A work list: dispatch posts first, then units, verification teams, and the three desks of side
/// tasks (see `DispatchTree`).
public struct ListID: Identifier {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }
  public static let none = ListID(rawValue: .max)
}
