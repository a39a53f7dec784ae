import CivicTime

/// The supervision ladder (监督问责), and what counts as shirking and idling.
public struct Supervision: Sendable, Equatable {
  /// 催办 when this percentage of the time to the deadline has passed, 0 to 100.
  public var remindAt: Int64
  /// The same for appeals with a key tag.
  public var closeRemindAt: Int64
  /// 督办, 通报, 问责: spans after a missed deadline, none of them shorter than the one before.
  public var supervise: Target
  public var notice: Target
  public var account: Target
  /// Evidence against one unit between two bulletins at which it is held to account; 0 never.
  public var evidenceThreshold: UInt16

  public init(
    remindAt: Int64, closeRemindAt: Int64, supervise: Target, notice: Target, account: Target,
    evidenceThreshold: UInt16
  ) {
    self.remindAt = remindAt
    self.closeRemindAt = closeRemindAt
    self.supervise = supervise
    self.notice = notice
    self.account = account
    self.evidenceThreshold = evidenceThreshold
  }
}

/// 首办负责制: the first handler stays responsible. It may ask once, with a ground, to be relieved;
/// the top of the dispatch tree arbitrates.
public struct FirstHandler: Sendable, Equatable {
  public init() {}
}

/// The weekly bulletin (周通报): the ledgers of units start anew with each.
public struct BulletinRules: Sendable, Equatable {
  public var first: Instant
  public var every: Milliseconds

  public init(first: Instant, every: Milliseconds = .days(7)) {
    self.first = first
    self.every = every
  }
}
