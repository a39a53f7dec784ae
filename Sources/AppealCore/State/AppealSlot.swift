import CivicTime

/// One open appeal in memory: at most two cache lines, what every command touches in the first.
struct AppealSlot: BitwiseCopyable {
  var due: Instant
  var nodeDue: Instant
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
  var flags: Flags = []
  var street: StreetID
  var community: CommunityID
  var returns: UInt8 = 0
  var redos: UInt8 = 0
  var reopenings: UInt8 = 0
  var extensions: UInt8 = 0

  var reference: UInt64
  var contactAt: Instant
  var submittedAt: Instant
  /// Where the overall clock started: submission, or the last reopening.
  var countedFrom: Instant
  /// While suspended: what was left, in the limit's own time.
  var budget: Milliseconds = 0
  var nodeBudget: Milliseconds = 0
  /// Number of the appeal this one was merged into.
  var parent: AppealNumber = .none
  /// Appeals merged into this one, in the order of merging.
  var firstChild: AppealNumber = .none
  var lastChild: AppealNumber = .none
  var nextSibling: AppealNumber = .none
  var reportedLeaf: LeafID
  var channel: ChannelID

  /// Where the task of an open appeal is; exactly one of these (invariant 6).
  enum Place: UInt8, BitwiseCopyable {
    case listed, held, suspended, merged
  }

  struct Flags: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    static let breached = Flags(rawValue: 1)
    static let nodeBreached = Flags(rawValue: 2)
    /// The deadline has been extended, or re-derived after a suspension.
    static let prolonged = Flags(rawValue: 4)
    /// While suspended: the budget is elapsed time, not working time.
    static let elapsedBudget = Flags(rawValue: 8)
    static let elapsedNodeBudget = Flags(rawValue: 16)
  }
}

extension AppealSlot {
  /// Slots are this far apart, so that none straddles a third cache line.
  static let stride = 128

  /// The next instant at which a clock of this appeal rings: one millisecond past the earlier of
  /// the deadlines that have not rung yet; the distant future if none will.
  var alarm: Instant {
    if place == .suspended || place == .merged { return .distantFuture }
    let overall = flags.contains(.breached) ? .distantFuture : due
    let atNode = flags.contains(.nodeBreached) ? .distantFuture : nodeDue
    return min(overall, atNode) + 1
  }
}
