/// Why a unit sends an appeal back (退件).
public enum ReturnGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// Another unit is responsible.
  case notResponsible
  /// The place or the facts do not allow handling.
  case insufficientFacts
  /// No ground given: evidence of shirking.
  case none
}

/// Why a deadline was changed; no deadline changes without one (invariant 3).
public enum DeadlineGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// 延期
  case extended
  /// The category registered at filing differs from the reported one.
  case reclassification
  /// Peacetime or emergency mode.
  case mode
  /// Form or calendar changed.
  case migration
  /// What was merged into it is due sooner.
  case merged
}

/// Why the clock of an appeal stands still (挂账).
public enum SuspensionGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case awaitingCitizen, awaitingThirdParty, litigation, weather
}

/// Why a closed appeal is open again.
public enum ReopenGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case lowAppraisal, problemReturned, supervision
  /// The citizen did not accept an instant reply.
  case replyRejected
  /// A call-back found the matter unsolved.
  case callBack
}

/// Why an appeal ended without a result.
public enum CancelGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case withdrawn, outsideDistrict, registeredTwice
}
