/// A rung of the supervision ladder, lowest first.
public enum Rung: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// 催办, before the deadline.
  case remind
  /// 督办
  case supervise
  /// 通报 to the unit's leaders.
  case notice
  /// 问责: an accountability case.
  case account
}

/// What speaks against a unit or a person.
public enum EvidenceKind: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// Shirking (推诿): sent back without a ground.
  case groundlessReturn
  /// Shirking: sent back once more, by a unit that did so before or that the form names.
  case pingPong
  /// Idling (不作为): past the limit of its node nobody has taken it since it came.
  case untouched
}

/// Why a unit earned credit points.
public enum CreditReason: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case earlyClose, fiveStars
}

/// Why an alert was raised.
public enum AlertKind: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// Many appeals of one class in one community within a short time.
  case burst
  /// The category is on the sensitive list.
  case sensitive
}

/// A task beside the appeal's own.
public enum SideTaskKind: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// 协办: a supporting unit's part.
  case support
  /// 责任认定: whose duty it was, while the repair goes on.
  case liability
  /// 回访 after a low score.
  case callBack
  /// 专人跟进 in a dedicated lane.
  case chase
}
