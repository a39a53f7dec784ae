import CivicTime
import RandomStreams

/// How citizens use one channel, and how its appeals reach the system; aligned with `Policy.channels`.
public struct ChannelBehaviour: Sendable, Equatable {
  /// Share of needs that come this way; the shares of all channels are normalised.
  public var share: Double
  /// How contact becomes registration.
  public var registration: Registration
  /// Probability that the leaf is reported wrongly by this channel (0 = neutral).
  public var misclassification: Double

  public enum Registration: Sendable, Equatable {
    /// Registered at contact.
    case immediate
    /// Registered by the city's polling job, in batches (measured for 12345).
    case batch
    /// Registered when someone looks into the account: a delay in office hours.
    case delayed(Distribution)
  }

  public init(share: Double, registration: Registration, misclassification: Double) {
    self.share = share
    self.registration = registration
    self.misclassification = misclassification
  }
}

/// How well categories and units are found.
public struct Classification: Sendable, Equatable {
  /// Probability that the post registers the right leaf at filing (follows from the form).
  public var filingAccuracy: Double
  /// Whether a form names the unit; without one the post names it by experience.
  public var formNamesUnit: Bool
  /// Without a form: probability that the post's first choice of unit is right.
  public var choiceAccuracy: Double
  /// Probability that a re-dispatch after a return is right.
  public var redispatchAccuracy: Double
  /// Effort of a unit that may not send a wrong appeal back, as a multiple of its own.
  public var wrongUnitEffort: Double
  /// Effort to see that an appeal is another's, as a share of the effort to handle it.
  public var lookShare: Double

  public init(
    filingAccuracy: Double, formNamesUnit: Bool, choiceAccuracy: Double,
    redispatchAccuracy: Double, wrongUnitEffort: Double, lookShare: Double = 0.1
  ) {
    self.filingAccuracy = filingAccuracy
    self.formNamesUnit = formNamesUnit
    self.choiceAccuracy = choiceAccuracy
    self.redispatchAccuracy = redispatchAccuracy
    self.wrongUnitEffort = wrongUnitEffort
    self.lookShare = lookShare
  }
}
