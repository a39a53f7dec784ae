import AppealCore

/// What the measures of the reform did in the window.
public struct MeasureCounts: Sendable, Equatable, BitwiseCopyable {
  /// 催办, 督办, 通报, 问责.
  public var reminders = 0
  public var supervisions = 0
  public var notices = 0
  public var accountabilities = 0
  /// Evidence of shirking: groundless returns and ping-pong.
  public var shirking = 0
  /// Evidence of idling: untouched past a limit.
  public var idling = 0
  public var heldToAccount = 0
  /// Credit points, not entries.
  public var credits = 0
  public var replies = 0
  public var rejections = 0
  /// Times a street went into emergency.
  public var emergencies = 0
  public var alerts = 0
  public var letters = 0
  public var callBacks = 0
  public var supports = 0
  public var disputes = 0
  public var duplicatesFound = 0

  public init() {}

  mutating func count(_ change: Change) {
    switch change {
    case .rung(.remind, _, _), .listRung(.remind, _, _): reminders &+= 1
    case .rung(.supervise, _, _), .listRung(.supervise, _, _): supervisions &+= 1
    case .rung(.notice, _, _), .listRung(.notice, _, _): notices &+= 1
    case .rung(.account, _, _), .listRung(.account, _, _): accountabilities &+= 1
    case .evidence(.untouched, _, _), .listEvidence(.untouched, _, _): idling &+= 1
    case .evidence: shirking &+= 1
    case .heldToAccount, .listHeldToAccount: heldToAccount &+= 1
    case .credited(_, _, let points): credits &+= Int(points)
    case .repliedInstantly: replies &+= 1
    case .modeChanged(_, .emergency, _): emergencies &+= 1
    case .alertRaised: alerts &+= 1
    case .letterIssued: letters &+= 1
    case .sideTaskDone(.callBack, _, _): callBacks &+= 1
    case .sideTaskDone(.support, _, _): supports &+= 1
    case .disputed: disputes &+= 1
    case .duplicateFound: duplicatesFound &+= 1
    default: break
    }
  }

  mutating func merge(_ other: Self) {
    reminders += other.reminders
    supervisions += other.supervisions
    notices += other.notices
    accountabilities += other.accountabilities
    shirking += other.shirking
    idling += other.idling
    heldToAccount += other.heldToAccount
    credits += other.credits
    replies += other.replies
    rejections += other.rejections
    emergencies += other.emergencies
    alerts += other.alerts
    letters += other.letters
    callBacks += other.callBacks
    supports += other.supports
    disputes += other.disputes
    duplicatesFound += other.duplicatesFound
  }
}
