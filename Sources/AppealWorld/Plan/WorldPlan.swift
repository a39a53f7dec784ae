import AppealCore
import CivicTime
import Demand
import RandomStreams

/// Everything one trial needs: demand, rules, people. Built by `Scenarios`; no file format here.
public struct WorldPlan: Sendable {
  public var demand: DemandPlan
  /// The city's polling job, for channels that are registered in batches.
  public var polling: PollingPlan
  /// Who asks about what prefers which channel.
  public var preferences: ChannelPreferences
  public var policy: Policy
  public var window: Window
  public var responsibility: Responsibility
  public var channels: [ChannelBehaviour]
  public var classification: Classification
  public var teams: [Team]
  public var units: [UnitBehaviour]
  public var verification: Verification
  public var citizens: CitizenBehaviour
  public var participation: Participation
  public var effects = Effects()
  /// A post that answers calls before they are registered; nil where calls wait nowhere.
  public var callAnswering: CallAnswering?
  /// When the next edition of the form comes into force; nil never.
  public var formChangesAt: Instant?
  /// Areas put into another mode by hand; those before the run-in happen at its start.
  public var modeSwitches: [ModeSwitch] = []
  /// The limits that `Effects.effortOfLimits` compares the policy's own with; nil compares nothing.
  public var referenceLimits: ServiceLevelTable?

  public init(
    demand: DemandPlan, polling: PollingPlan, preferences: ChannelPreferences, policy: Policy,
    window: Window, responsibility: Responsibility,
    channels: [ChannelBehaviour], classification: Classification, teams: [Team],
    units: [UnitBehaviour], verification: Verification, citizens: CitizenBehaviour
  ) {
    self.demand = demand
    self.polling = polling
    self.preferences = preferences
    self.policy = policy
    self.window = window
    self.responsibility = responsibility
    self.channels = channels
    self.classification = classification
    self.teams = teams
    self.units = units
    self.verification = verification
    self.citizens = citizens
    participation = Participation(channels: policy.channels.count)
  }
}

/// The measured window and the run-in before it, whose appeals are the opening backlog.
public struct Window: Sendable, Equatable {
  /// First civil day that is measured.
  public var start: CivilDate
  /// Measured days.
  public var days: Int
  /// Days simulated before the window, so that it opens with a backlog and not empty.
  public var runInDays: Int
  /// Further appeals, of needs just before the run-in, put in at its start (assumed; 0 = none).
  public var openingBacklog: Int

  public init(start: CivilDate, days: Int, runInDays: Int, openingBacklog: Int) {
    self.start = start
    self.days = days
    self.runInDays = runInDays
    self.openingBacklog = openingBacklog
  }
}

/// What is true of a need whatever form is in force; rows are the leaves of the demand (form v2).
public struct Responsibility: Sendable {
  /// The leaf of the form in force (`Policy.form`) that stands for a leaf of the demand.
  public var formLeaf: [LeafID]
  /// `unit[leaf][street]`: the unit a form names.
  public var unit: [[UnitID]]
  /// The unit that can really solve a need, which is not always the one a form names; nil where
  /// it always is.
  public var finalUnits: FinalUnits?

  public init(formLeaf: [LeafID], unit: [[UnitID]], finalUnits: FinalUnits? = nil) {
    self.formLeaf = formLeaf
    self.unit = unit
    self.finalUnits = finalUnits
  }
}

/// Affinity of groups of needs to channels, as `ChannelMix` takes it.
public struct ChannelPreferences: Sendable, Equatable {
  /// Group × channel; group = 2 × first level of the leaf, one more for natures but complaints.
  public var affinity: [Double]
  /// Index of the first level of each leaf of the demand.
  public var firstLevelOfLeaf: [UInt8]

  public init(affinity: [Double], firstLevelOfLeaf: [UInt8]) {
    self.affinity = affinity
    self.firstLevelOfLeaf = firstLevelOfLeaf
  }
}
