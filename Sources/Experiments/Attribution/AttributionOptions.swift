import Indicators

/// How an attribution is run.
public struct AttributionOptions: Sendable, Equatable {
  /// Ids of the indicators that are attributed; the first leads the sentence.
  public var indicators: [String]
  public var replications: Int
  /// Orders of the levers drawn in each replication; even, because each is followed by its reverse.
  public var permutations: Int
  public var confidence: Double
  public var seed: UInt64
  public var threads: Int

  public static let defaultIndicators = [
    "on_time_share_reference", "on_time_share_need", "satisfaction_mean",
  ]

  public init(
    indicators: [String] = AttributionOptions.defaultIndicators, replications: Int = 6,
    permutations: Int = 4, confidence: Double = 0.95, seed: UInt64 = 1, threads: Int = 1
  ) {
    self.indicators = indicators
    self.replications = replications
    self.permutations = permutations
    self.confidence = confidence
    self.seed = seed
    self.threads = threads
  }

  /// - Throws: `ExperimentError` that names the option and the mend.
  public func validate() throws(ExperimentError) {
    // The rules for what both kinds of runs share are those of an experiment.
    try ExperimentOptions(
      replications: .fixed(replications), confidence: confidence, indicators: indicators,
      seed: seed, threads: threads
    ).validate()
    guard permutations >= 2, permutations.isMultiple(of: 2) else {
      throw .invalid(
        option: "--permutations", value: "\(permutations)",
        mend: "give an even number from 2 up, because each order is followed by its reverse")
    }
    for id in indicators where Indicator.named(id)?.isLevel == true {
      throw .invalid(
        option: "--indicator", value: id,
        mend:
          "a level does not exist for every set of levers, so choose another such as on_time_share_need"
      )
    }
  }

  /// Those of the indicators that a shorter limit moves by itself.
  public var ownLimitIndicators: [String] {
    indicators.filter { Indicator.named($0)?.followsOwnLimits == true }
  }
}
