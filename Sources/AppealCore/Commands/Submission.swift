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

/// Five-star appraisal in four dimensions, 1 to 5 each.
public struct Appraisal: Sendable, BitwiseCopyable, Equatable {
  public var speed: UInt8
  public var result: UInt8
  public var attitude: UInt8
  public var system: UInt8

  public init(speed: UInt8, result: UInt8, attitude: UInt8, system: UInt8) {
    self.speed = speed
    self.result = result
    self.attitude = attitude
    self.system = system
  }

  public var isValid: Bool {
    let range: ClosedRange<UInt8> = 1...5
    return range.contains(speed) && range.contains(result) && range.contains(attitude)
      && range.contains(system)
  }

  /// Mean of the four scores.
  public var mean: Double {
    Double(UInt32(speed) + UInt32(result) + UInt32(attitude) + UInt32(system)) / 4
  }
}
