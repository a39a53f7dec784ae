import CivicTime

/// One open appeal in memory: three cache lines, what every command touches in the first.
struct AppealSlot: BitwiseCopyable {
  var due: Instant
  var nodeDue: Instant
  /// When the next rung of the ladder rings; the distant future if none will.
  var rungAt = Instant.distantFuture
  var number: AppealNumber
  var holder: StaffID = .none
  /// The list the task is on, was taken from, or returns to after a suspension.
  var list: ListID
  var leaf: LeafID
  var unit: UnitID = .none
  /// The post that dispatches or dispatched it; a return goes there.
  var post: ListID
  var workflow: UInt8
  var nature: Nature
  var node: Node
  var place: Place = .listed
  var rank: UInt8
  /// The next rung, by `Rung.rawValue`; 4 after the last.
  var rung: UInt8 = 0
  var flags: Flags = []
  var tags: TagSet = []

  var street: StreetID
  var community: CommunityID
  var returns: UInt8 = 0
  var redos: UInt8 = 0
  var reopenings: UInt8 = 0
  var extensions: UInt8 = 0
  var channel: ChannelID
  var reference: UInt64
  var contactAt: Instant
  var submittedAt: Instant
  /// Where the overall clock started: submission, or the last reopening.
  var countedFrom: Instant
  /// Where shares of the limit count from, and once it is missed the spans of the ladder: later
  /// than the clock's start, or the miss, by the time suspended. While suspended or
  /// merged: less the instant when that began.
  var clockFrom: Instant
  /// While suspended: what was left, in the limit's own time.
  var budget: Milliseconds = 0
  var nodeBudget: Milliseconds = 0

  /// When the chaser of its lane steps in; the distant future if none will.
  var chaseAt = Instant.distantFuture
  /// 0 where nobody knows.
  var citizen: UInt64 = 0
  var textKey: UInt32 = 0
  /// Number of the appeal this one was merged into.
  var parent: AppealNumber = .none
  /// Appeals merged into this one, in the order of merging.
  var firstChild: AppealNumber = .none
  var lastChild: AppealNumber = .none
  var nextSibling: AppealNumber = .none
  /// The first of its side tasks that end with it.
  var firstSide: UInt32 = .max
  var reportedLeaf: LeafID
  /// The unit that asked to be relieved, until the top post has decided.
  var relieved: UnitID = .none
  var traits: Traits = []
  var lane: Lane = .common
  var campaign: CampaignID = .none
  var adoption: AdoptionState = .received
  /// Supporting units that have not joined yet.
  var supports: UInt8 = 0
  /// The earlier appeal of the same citizen, leaf and community.
  var original: AppealNumber = .none
  /// The units that returned it.
  var returners = ReturningUnits()

  /// Where the task of an open appeal is; exactly one of these (invariant 6).
  enum Place: UInt8, BitwiseCopyable {
    case listed, held, suspended, merged
  }

  struct Flags: OptionSet, BitwiseCopyable {
    var rawValue: UInt16
    static let breached = Flags(rawValue: 1)
    static let nodeBreached = Flags(rawValue: 2)
    /// The deadline was changed by a ground, so that it no longer follows from the limits alone.
    static let prolonged = Flags(rawValue: 4)
    /// While suspended: the budget is elapsed time, not working time.
    static let elapsedBudget = Flags(rawValue: 8)
    static let elapsedNodeBudget = Flags(rawValue: 16)
    /// An instant reply was given; a close follows.
    static let replied = Flags(rawValue: 32)
    /// The unit has disputed its duty.
    static let disputed = Flags(rawValue: 64)
    /// A leaf of the edition in force took its place: it keeps the workflow it began.
    static let migrated = Flags(rawValue: 128)
    /// The one return of the first handler is spent.
    static let arbitrated = Flags(rawValue: 256)
    /// An emergency brought it to the merged list; it goes home afterwards.
    static let rehomed = Flags(rawValue: 512)
    /// Its chaser has stepped in.
    static let chased = Flags(rawValue: 1024)
    /// The deadline counts from a change to emergency.
    static let dueByMode = Flags(rawValue: 2048)
    /// Somebody has taken it since it came to its present performer.
    static let touched = Flags(rawValue: 4096)
    /// The citizen did not accept an instant reply.
    static let replyRejected = Flags(rawValue: 8192)
    /// An extension or a suspension gave time, which filing and migration do not take away.
    static let granted = Flags(rawValue: 16_384)
    /// It raised the alert to a burst.
    static let burst = Flags(rawValue: 32_768)
  }
}

extension AppealSlot {
  /// Slots are this far apart, so that none straddles a fourth cache line.
  static let stride = 192

  /// Whether its clocks run.
  var alarmsRun: Bool { place == .listed || place == .held }

  /// The next instant at which a clock of this appeal rings: one millisecond past the earlier of
  /// the deadlines that have not rung yet, a rung, or the chaser's; the distant future if none.
  var alarm: Instant {
    if place == .suspended || place == .merged { return .distantFuture }
    let overall = flags.contains(.breached) ? .distantFuture : due
    let atNode = flags.contains(.nodeBreached) ? .distantFuture : nodeDue
    return min(min(overall, atNode) + 1, min(rungAt, chaseAt))
  }
}
