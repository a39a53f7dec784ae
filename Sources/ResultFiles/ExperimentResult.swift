/// Everything an experiment found: filled by the experiments, stored in a folder, read by reports.
///
/// Counts are integers summed over replications and trials are one row each, so that the results
/// of shards are merged by joining rows. Facts name their scenario, explanation and indicator by
/// id; every id must be listed. The order of `scenarios`, `explanations` and `indicators` is the
/// order in which they are shown; the order of facts has no meaning.
public struct ExperimentResult: Sendable, Equatable {
  public var settings: ExperimentSettings
  public var stopping: Stopping
  public var provenance: Provenance
  /// The answer in one sentence, the first of every report.
  public var decision: BilingualText

  public var scenarios: [ScenarioRecord] = []
  public var explanations: [ExplanationRecord] = []
  public var indicators: [IndicatorRecord] = []

  public var trials: [TrialValue] = []
  public var estimates: [Estimate] = []
  public var differences: [Difference] = []
  public var daily: [DailyCount] = []
  public var groups: [GroupCount] = []
  public var heat: [HeatCell] = []
  public var histograms: [HistogramBin] = []
  public var deadlines: [DeadlineMark] = []
  public var posts: [PostLoad] = []
  public var assumptions: [Assumption] = []
  public var reproduction: [ReproductionRow] = []

  /// Backlog still rising at the end: no backlog level exists.
  public var overloaded: [Arm] = []
  /// Ids of indicators that do not vary, named and left out of the stopping rule.
  public var constantIndicators: [String] = []

  public init(
    settings: ExperimentSettings, stopping: Stopping, provenance: Provenance,
    decision: BilingualText
  ) {
    self.settings = settings
    self.stopping = stopping
    self.provenance = provenance
    self.decision = decision
  }
}
