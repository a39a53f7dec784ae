import CivicTime

/// What stays of a closed appeal until the longest window is over. At most 64 bytes: each packed
/// instant leaves room for the two bytes after it.
struct Tombstone: BitwiseCopyable {
  var reference: UInt64
  var tags: TagSet
  private var packedContactAt: PackedInstant
  var leaf: LeafID
  private var packedSubmittedAt: PackedInstant
  var channel: ChannelID
  private var packedClosedAt: PackedInstant
  var unit: UnitID
  private var packedDue: PackedInstant
  var post: ListID
  var number: AppealNumber
  /// Index of the tombstone laid next, in order of time.
  var next: UInt32 = .max
  var community: CommunityID
  var nature: Nature
  var flags: Flags
  private var laneAndAdoption: UInt8
  var returns: UInt8
  var redos: UInt8
  var reopenings: UInt8
  var extensions: UInt8

  struct Flags: OptionSet, BitwiseCopyable {
    var rawValue: UInt8
    static let appraised = Flags(rawValue: 1)
    static let breached = Flags(rawValue: 2)
    /// Ended without a result.
    static let cancelled = Flags(rawValue: 4)
    /// Ended with the appeal it was merged into.
    static let merged = Flags(rawValue: 8)
    /// Reopened since: nothing points here any more.
    static let lifted = Flags(rawValue: 16)
    /// Closed by an instant reply.
    static let replied = Flags(rawValue: 32)
    /// An instant reply was not accepted.
    static let replyRejected = Flags(rawValue: 64)
  }

  var contactAt: Instant { packedContactAt.instant }
  var submittedAt: Instant { packedSubmittedAt.instant }
  var closedAt: Instant { packedClosedAt.instant }
  var due: Instant { packedDue.instant }
  var lane: Lane { Lane(rawValue: laneAndAdoption & 3) ?? .common }

  var adoption: AdoptionState {
    get { AdoptionState(rawValue: laneAndAdoption >> 2) ?? .received }
    set { laneAndAdoption = laneAndAdoption & 3 | newValue.rawValue << 2 }
  }

  /// What is kept of `slot`, closed at `instant`.
  init(of slot: AppealSlot, closedAt instant: Instant, flags: Flags) {
    reference = slot.reference
    tags = slot.tags
    packedContactAt = PackedInstant(slot.contactAt)
    leaf = slot.leaf
    packedSubmittedAt = PackedInstant(slot.submittedAt)
    channel = slot.channel
    packedClosedAt = PackedInstant(instant)
    unit = slot.unit
    packedDue = PackedInstant(slot.due)
    post = slot.post
    number = slot.number
    community = slot.community
    nature = slot.nature
    self.flags = flags
    if slot.flags.contains(.breached) { self.flags.insert(.breached) }
    if slot.flags.contains(.replied) { self.flags.insert(.replied) }
    if slot.flags.contains(.replyRejected) { self.flags.insert(.replyRejected) }
    laneAndAdoption = slot.lane.rawValue | slot.adoption.rawValue << 2
    returns = slot.returns
    redos = slot.redos
    reopenings = slot.reopenings
    extensions = slot.extensions
  }
}
