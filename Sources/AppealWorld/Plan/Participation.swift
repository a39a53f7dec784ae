import AppealCore
import RandomStreams

/// What people do with the measures of the reform. Neutral unless given: nobody takes part.
public struct Participation: Sendable, Equatable {
  /// By channel: share of contacts in free text, which the post must make clear first.
  public var freeText: [Double]
  /// Hours that making a free text clear takes a post.
  public var clarifyHours: Distribution
  /// By channel: share of contacts with photos.
  public var photos: [Double]
  /// Share of contacts whose citizen is known by a pseudonym, so that duplicates are found.
  public var knownCitizens: Double
  /// Shares of needs by `Lane`, the common one taking the rest.
  public var lanes: [Lane: Double]
  /// Shares of needs that staff give a tag at filing.
  public var tags: [TagID: Double]
  public var support: Support
  public var dispute: Dispute
  public var replies: Replies
  public var exceptions: Exceptions
  /// Hours of a call-back, a chaser's round, and a decision on liability.
  public var callBackHours: Distribution
  public var chaseHours: Distribution
  public var liabilityHours: Distribution
  /// Share of call-backs that report the opposite of what is: whether the result was bad.
  public var callBackError: Double
  /// Share of appeals at the right unit that it tries to send back at sign-in, without a ground.
  public var groundlessReturns: Double
  /// Share of suggestions that are adopted, in whole or in part, and hours until the decision.
  public var adopted: Double
  public var adoptionHours: Distribution
  /// Share of results reported without the evidence that a leaf requires; the gate refuses them once.
  public var withoutEvidence: Double
  /// Hours until missing evidence is there.
  public var evidenceHours: Distribution

  /// Nobody takes part; every channel brings structured submissions without photos.
  public init(channels: Int) {
    freeText = Array(repeating: 0, count: channels)
    clarifyHours = .constant(.zero)
    photos = Array(repeating: 0, count: channels)
    knownCitizens = 0
    lanes = [:]
    tags = [:]
    support = Support()
    dispute = Dispute()
    replies = Replies()
    exceptions = Exceptions()
    callBackHours = .constant(.zero)
    chaseHours = .constant(.zero)
    liabilityHours = .constant(.zero)
    callBackError = 0
    groundlessReturns = 0
    adopted = 0
    adoptionHours = .constant(.zero)
    withoutEvidence = 0
    evidenceHours = .constant(.zero)
  }

  /// Several units at one appeal. Where the policy has no rules of support, the lead unit does the
  /// others' parts too, with the same effort (assumed).
  public struct Support: Sendable, Equatable {
    /// Share of appeals that need other units besides the lead.
    public var share: Double
    /// One to this many other units, all numbers alike.
    public var mostUnits: Int
    /// Effort of a supporting unit as a multiple of its own handling effort.
    public var effort: Double
    public init(share: Double = 0, mostUnits: Int = 1, effort: Double = 0.5) {
      self.share = share
      self.mostUnits = mostUnits
      self.effort = effort
    }
  }

  /// Responsibility in dispute.
  public struct Dispute: Sendable, Equatable {
    /// Share of appeals under repair-first leaves whose unit disputes its duty.
    public var share: Double
    /// The leaves whose duty may be disputed, also where the policy has no repair-first; empty:
    /// those of the policy.
    public var leaves: Set<LeafID> = []
    /// Where the repair does not come first: hours until the dispute is settled and work begins.
    public var delayHours: Distribution
    public init(share: Double = 0, delayHours: Distribution = .constant(.zero)) {
      self.share = share
      self.delayHours = delayHours
    }
  }

  /// Instant replies.
  public struct Replies: Sendable, Equatable {
    /// Share of appeals with a prepared answer for which it is found at once.
    public var hit: Double
    /// Share of instant replies that the citizen accepts.
    public var accepted: Double
    /// Hours until the others are rejected.
    public var rejectionHours: Distribution
    public init(
      hit: Double = 0, accepted: Double = 1, rejectionHours: Distribution = .constant(.zero)
    ) {
      self.hit = hit
      self.accepted = accepted
      self.rejectionHours = rejectionHours
    }
  }

  /// What happens to few appeals.
  public struct Exceptions: Sendable, Equatable {
    /// Share of appeals extended when the unit sees, at handling, that the limit is too short.
    public var extended: Double
    public var extensionDays: Int
    /// Share of handlings suspended while they wait outside (挂账).
    public var suspended: Double
    /// Share of needs whose citizen withdraws, and hours until then.
    public var withdrawn: Double
    public var withdrawalHours: Distribution
    public init(
      extended: Double = 0, extensionDays: Int = 3, suspended: Double = 0, withdrawn: Double = 0,
      withdrawalHours: Distribution = .constant(.zero)
    ) {
      self.extended = extended
      self.extensionDays = extensionDays
      self.suspended = suspended
      self.withdrawn = withdrawn
      self.withdrawalHours = withdrawalHours
    }
  }
}

/// How people answer the measures: every one assumed, every one with a neutral value.
public struct Effects: Sendable, Equatable {
  /// Demand as a multiple, because entry is easier (1 = neutral).
  public var easierEntry = 1.0
  /// Factor on misreported categories of structured submissions (1).
  public var structuredErrors = 1.0
  /// Exponent of effort in the ratio of the own limit to the reference limit (0): at 0.1 half the
  /// limit takes 7 % less effort.
  public var effortOfLimits = 0.0
  /// What is left of a habitual wait after a rung of the ladder rings, once an appeal (1).
  public var waitAfterRung = 1.0
  /// The same of a wait outside, which no unit controls (1).
  public var outsideAfterRung = 1.0
  /// What is left of a habitual wait after a chaser's round (1) …
  public var waitAfterChase = 1.0
  /// … and of a wait outside (1).
  public var outsideAfterChase = 1.0
  /// Factor on groundless returns where they are noted as evidence (1).
  public var groundlessUnderSupervision = 1.0
  /// Factor on habitual starts where early closes earn credit (1).
  public var startUnderCredits = 1.0
  /// Factor on bad results where five stars earn credit (1).
  public var redoUnderCredits = 1.0
  /// Factor on repeat enquiries where progress is visible (1).
  public var repeatsUnderProgress = 1.0
  /// Factor on bad results where photos of the result are required (1).
  public var redoUnderEvidence = 1.0
  /// Share of follow-up needs in a place that early action after an alert removes (0).
  public var earlyAction = 0.0
  /// Days after the alert in which it does so.
  public var earlyActionDays = 14
  /// Factor on habitual starts in an emergency area (1).
  public var startInEmergency = 1.0

  public init() {}
}
