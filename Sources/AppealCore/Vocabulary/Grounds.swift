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
  /// Resumed after 挂账.
  case resumption
  /// The category registered at filing differs from the reported one.
  case reclassification
  /// Reopened after close.
  case reopening
  /// Peacetime or emergency mode.
  case mode
  /// Form or calendar changed.
  case migration
}

/// Why the clock of an appeal stands still (挂账).
public enum SuspensionGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case awaitingCitizen, awaitingThirdParty, litigation, weather
}

/// Why a closed appeal is open again.
public enum ReopenGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case lowAppraisal, problemReturned, supervision
}

/// Why an appeal ended without a result.
public enum CancelGround: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  case withdrawn, outsideDistrict, registeredTwice
}
