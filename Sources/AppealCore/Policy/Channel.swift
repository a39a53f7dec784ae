import CivicTime

/// An intake channel and the dates of its life.
public struct Channel: Sendable, Equatable {
  public var name: String
  public var phase: Phase
  /// What happens to a submission once the channel is closed.
  public var whenClosed: WhenClosed
  /// What a submission must bring; the rest is refused.
  public var requires: Traits

  public enum Phase: Sendable, Equatable {
    case open
    /// Open until the date, already pointing at its successor; closed from then on.
    case migrating(to: ChannelID, closesAt: Instant)
    case closed(successor: ChannelID)
  }

  public enum WhenClosed: Sendable, Equatable { case redirect, refuse }

  public init(
    name: String, phase: Phase = .open, whenClosed: WhenClosed = .redirect, requires: Traits = []
  ) {
    self.requires = requires
    self.name = name
    self.phase = phase
    self.whenClosed = whenClosed
  }
}
