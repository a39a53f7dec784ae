import Indicators

/// How an experiment is run.
public struct ExperimentOptions: Sendable, Equatable {
  public enum Replications: Sendable, Equatable {
    case fixed(Int)
    /// Looks at `first`, 2 × `first`, … replications until precise enough, at most `cap`.
    case auto(first: Int, cap: Int)
  }

  public var replications: Replications
  /// Wanted half-width of a paired difference of shares: 0.005 is half a point.
  public var precision: Double
  /// Wanted half-width for hours, counts and cost, relative to the baseline's level.
  public var relativePrecision: Double
  /// Level of every interval.
  public var confidence: Double
  /// Ids of the indicators that decide when to stop; see ``leadingIndicator(scenarios:)``.
  public var indicators: [String]
  public var seed: UInt64
  public var threads: Int
  /// Sets of assumptions drawn for each explanation; 0 leaves the study of assumptions out.
  public var assumptionDraws: Int
  /// Replications of each set of assumptions.
  public var assumptionReplications: Int

  public static let defaultIndicators = [
    "on_time_share_reference", "on_time_share", "on_time_share_need", "close_hours_p50",
    "backlog_mean",
  ]

  public init(
    replications: Replications = .fixed(20), precision: Double = 0.005,
    relativePrecision: Double = 0.05, confidence: Double = 0.95,
    indicators: [String] = ExperimentOptions.defaultIndicators, seed: UInt64 = 1,
    threads: Int = 1, assumptionDraws: Int = 8, assumptionReplications: Int = 2
  ) {
    self.replications = replications
    self.precision = precision
    self.relativePrecision = relativePrecision
    self.confidence = confidence
    self.indicators = indicators
    self.seed = seed
    self.threads = threads
    self.assumptionDraws = assumptionDraws
    self.assumptionReplications = assumptionReplications
  }

  /// - Throws: `ExperimentError` that names the option and the mend.
  public func validate() throws(ExperimentError) {
    switch replications {
    case .fixed(let count):
      try check(count >= 1, "--replications", "\(count)", "give a whole number from 1 up, or auto")
    case .auto(let first, let cap):
      try check(
        first >= 2 && cap >= first, "--replications", "auto from \(first) to \(cap)",
        "look first at 2 or more, and cap it no lower")
    }
    try check(
      precision > 0 && precision < 1, "--precision", "\(precision)",
      "give a half-width between 0 and 1, such as 0.005 for half a point")
    try check(
      confidence > 0 && confidence < 1, "the confidence", "\(confidence)", "give 0.95 or so")
    try check(threads >= 1, "--threads", "\(threads)", "give a whole number from 1 up")
    try check(
      assumptionDraws >= 0 && assumptionReplications >= 1, "the study of assumptions",
      "\(assumptionDraws) × \(assumptionReplications)", "give at least one replication")
    try check(!indicators.isEmpty, "--indicators", "nothing", "name at least one indicator")
    for id in indicators where Indicator.named(id) == nil {
      throw .unknownIndicator(id, known: Indicator.catalogue.map(\.id))
    }
  }

  /// Replications after which the stopping rule looks; one look where their number is fixed.
  public var looks: [Int] {
    switch replications {
    case .fixed(let count): return [count]
    case .auto(let first, let cap):
      var looks = [first]
      while let last = looks.last, last < cap { looks.append(min(2 * last, cap)) }
      return looks
    }
  }

  /// Id of the indicator that the decision sentence is about.
  ///
  /// Of several scenarios one can be better only by an indicator of which more, or less, is better:
  /// the first such one chosen, or else `on_time_share_reference`. One scenario alone is described
  /// by the first one chosen, whatever it is.
  public func leadingIndicator(scenarios: Int) -> String {
    let reference = Self.defaultIndicators[0]
    if scenarios == 1 { return indicators.first ?? reference }
    return indicators.first { id in
      Indicator.named(id).map { $0.polarity != .neutral } ?? false
    } ?? reference
  }

  private func check(
    _ holds: Bool, _ option: String, _ value: String, _ mend: String
  ) throws(ExperimentError) {
    if !holds { throw .invalid(option: option, value: value, mend: mend) }
  }
}
