/// What a submission brings along besides its words.
public struct Traits: OptionSet, Sendable, BitwiseCopyable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  /// Nature, category and place were given in fields, not in free text.
  public static let structured = Traits(rawValue: 1)
  public static let photos = Traits(rawValue: 2)
}

/// The entrance an appeal came by: the common one, or one with a named person who chases it.
public enum Lane: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case common
  /// 代表委员: members of the people's congress and the consultative conference.
  case deputy
  /// 人才
  case talent
  /// 困难群体
  case vulnerable
}

/// Peacetime or emergency (平战): how an area is run.
public enum Mode: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case peacetime, emergency
}

/// What has become of a suggestion (建议采纳).
public enum AdoptionState: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case received, underReview, adopted, partlyAdopted, declined, implemented

  /// Whether one may follow the other.
  public func leads(to next: AdoptionState) -> Bool {
    switch (self, next) {
    case (.received, .underReview): true
    case (.underReview, .adopted), (.underReview, .partlyAdopted), (.underReview, .declined): true
    case (.adopted, .implemented), (.partlyAdopted, .implemented): true
    default: false
    }
  }
}
