import CivicTime

/// What stays of a closed appeal until the longest window is over. At most 64 bytes.
struct Tombstone: BitwiseCopyable {
  var reference: UInt64
  var contactAt: Instant
  var submittedAt: Instant
  var closedAt: Instant
  var due: Instant
  var number: AppealNumber
  /// Index of the tombstone laid next, in order of time.
  var next: UInt32 = .max
  var leaf: LeafID
  var channel: ChannelID
  var unit: UnitID
  var post: ListID
  var community: CommunityID
  var workflow: UInt8
  var nature: Nature
  var flags: Flags
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
  }
}

extension Tombstone {
  /// What is kept of `slot`, closed at `instant`.
  init(of slot: AppealSlot, closedAt instant: Instant, flags: Flags) {
    self.init(
      reference: slot.reference, contactAt: slot.contactAt, submittedAt: slot.submittedAt,
      closedAt: instant, due: slot.due, number: slot.number, leaf: slot.leaf,
      channel: slot.channel, unit: slot.unit, post: slot.post, community: slot.community,
      workflow: slot.workflow, nature: slot.nature,
      flags: slot.flags.contains(.breached) ? flags.union(.breached) : flags,
      returns: slot.returns, redos: slot.redos, reopenings: slot.reopenings,
      extensions: slot.extensions)
  }
}
