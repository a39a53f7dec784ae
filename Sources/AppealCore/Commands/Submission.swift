import CivicTime

/// What a channel hands over when an appeal is registered.
public struct Submission: Sendable, BitwiseCopyable, Equatable {
  /// The host's own key: need and ordinal in the simulator, idempotency key in a service.
  public var reference: UInt64
  /// When the citizen made contact; never after registration.
  public var contactAt: Instant
  public var channel: ChannelID
  /// The leaf as reported; filing may correct it.
  public var leaf: LeafID
  public var nature: Nature
  public var community: CommunityID

  /// What not every channel tells, beside the fields that all have.
  public struct Details: Sendable, BitwiseCopyable, Equatable {
    /// A pseudonym of the citizen, below 2⁴⁰; 0 where nobody knows.
    public var citizen: UInt64
    /// A key of the wording, by which prepared answers are found; 0 none.
    public var textKey: UInt32
    public var traits: Traits
    public var lane: Lane

    public init(
      citizen: UInt64 = 0, textKey: UInt32 = 0, traits: Traits = [.structured],
      lane: Lane = .common
    ) {
      self.citizen = citizen
      self.textKey = textKey
      self.traits = traits
      self.lane = lane
    }

    /// Nothing but the fields.
    public static let usual = Details()
  }

  public init(
    reference: UInt64, contactAt: Instant, channel: ChannelID, leaf: LeafID, nature: Nature,
    community: CommunityID
  ) {
    self.reference = reference
    self.contactAt = contactAt
    self.channel = channel
    self.leaf = leaf
    self.nature = nature
    self.community = community
  }
}
