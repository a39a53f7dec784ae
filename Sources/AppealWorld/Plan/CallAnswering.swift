import AppealCore
import CivicTime
import RandomStreams

/// A call-answering post in front of some channels: a queue before registration. Those who are not
/// answered in time hang up, and may call again.
public struct CallAnswering: Sendable {
  /// Calls, not letters: their contacts wait here before they are registered.
  public var channels: Set<ChannelID>
  /// Agents on duty; each talks to one caller at a time, first come first served.
  public var agents: [Shift]
  public var talkHours: Distribution
  /// Hours that a caller waits before hanging up; nil waits for ever.
  public var patienceHours: Distribution?
  /// Probability that one who hung up calls again, and hours until then.
  public var redial: Double
  public var redialHours: Distribution

  public init(
    channels: Set<ChannelID>, agents: [Shift], talkHours: Distribution,
    patienceHours: Distribution? = nil, redial: Double = 0,
    redialHours: Distribution = .constant(.zero)
  ) {
    self.channels = channels
    self.agents = agents
    self.talkHours = talkHours
    self.patienceHours = patienceHours
    self.redial = redial
    self.redialHours = redialHours
  }

  /// Answered within this many seconds counts as prompt (published standard).
  public static let promptSeconds = 15
}

/// Somebody puts an area into another mode.
public struct ModeSwitch: Sendable, Equatable {
  public var at: Instant
  public var street: StreetID
  public var mode: Mode
  public init(at: Instant, street: StreetID, mode: Mode) {
    self.at = at
    self.street = street
    self.mode = mode
  }
}
