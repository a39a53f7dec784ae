import Indicators

/// The answer under many sets of assumptions: for each explanation the values as stated and some
/// points drawn over the ranges of the assumed parameters.
///
/// In one set all scenarios take the same place in the range of a parameter they share, and meet
/// the same needs.
public struct AssumptionStudy: Sendable {
  public var keys: [String]
  public var sets: [AssumptionSet]
  /// Level at which a set counts as overloaded.
  public var confidence: Double

  public init(keys: [String], sets: [AssumptionSet], confidence: Double = 0.95) {
    self.keys = keys
    self.sets = sets
    self.confidence = confidence
  }
}

/// One set of assumptions and what it gave.
public struct AssumptionSet: Sendable {
  public var explanation: Int
  /// Places in the ranges, aligned with the keys of the study; nil for the values as stated.
  public var places: [Double]?
  /// `samples[scenario]`.
  public var samples: [Sample]

  public init(explanation: Int, places: [Double]?, samples: [Sample]) {
    self.explanation = explanation
    self.places = places
    self.samples = samples
  }

  /// Values of an indicator by replication; none of a level that does not exist, because the
  /// backlog is still rising at the end.
  func values(_ indicator: String, scenario: Int, confidence: Double) -> [Double] {
    guard exists(indicator, [scenario], confidence) else { return [] }
    return samples[scenario].defined(indicator)
  }

  /// Paired differences from the first scenario; none where either level does not exist.
  func differences(_ indicator: String, scenario: Int, confidence: Double) -> [Double] {
    guard exists(indicator, [0, scenario], confidence) else { return [] }
    return samples[scenario].differences(indicator, from: samples[0])
  }

  private func exists(_ id: String, _ scenarios: [Int], _ confidence: Double) -> Bool {
    guard let indicator = Indicator.named(id), indicator.isLevel else { return true }
    return !scenarios.contains { Overload.isOverloaded(samples[$0], level: confidence) }
  }
}

extension AssumptionStudy {
  /// Least and greatest mean of an indicator over the sets of one explanation; nil where it is
  /// defined in none. Overloaded sets have no levels.
  public func range(
    _ indicator: String, scenario: Int, explanation: Int
  ) -> (low: Double, high: Double)? {
    Self.range(
      sets.filter { $0.explanation == explanation }.map {
        Self.mean($0.values(indicator, scenario: scenario, confidence: confidence))
      })
  }

  /// The same of the paired difference from the first scenario.
  public func differenceRange(
    _ indicator: String, scenario: Int, explanation: Int
  ) -> (low: Double, high: Double)? {
    Self.range(
      sets.filter { $0.explanation == explanation }.map { set in
        Self.mean(set.differences(indicator, scenario: scenario, confidence: confidence))
      })
  }

  private static func mean(_ values: [Double]) -> Double? {
    values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  private static func range(_ means: [Double?]) -> (low: Double, high: Double)? {
    let known = means.compactMap { $0 }
    guard let low = known.min(), let high = known.max() else { return nil }
    return (low, high)
  }
}

extension Experiment {
  /// Runs every scenario under `assumptionDraws` further sets of assumptions for each explanation.
  ///
  /// - Parameter comparison: gives the sets with the values as stated.
  public func studyAssumptions(
    beside comparison: Comparison, progress: Progress? = nil
  ) throws -> AssumptionStudy {
    let keys = source.assumptionKeys
    var study = AssumptionStudy(keys: keys, sets: [], confidence: options.confidence)
    for explanation in 0..<source.explanationCount {
      let samples = (0..<source.scenarioCount).map {
        comparison.sample(ArmIndex(scenario: $0, explanation: explanation))
      }
      study.sets.append(.init(explanation: explanation, places: nil, samples: samples))
    }
    let draws = keys.isEmpty ? 0 : options.assumptionDraws
    guard draws > 0 else { return study }
    study.sets += try drawnSets(keys, draws, progress)
    return study
  }

  /// Replications of drawn sets are numbered from here, past those of the comparison.
  private static var firstReplication: Int { 1 << 20 }

  private func drawnSets(
    _ keys: [String], _ draws: Int, _ progress: Progress?
  ) throws -> [AssumptionSet] {
    let (source, options, cancellation) = (source, options, cancellation)
    let scenarios = source.scenarioCount
    let explanations = source.explanationCount
    let cube = LatinHypercube(
      parameters: keys.count, points: draws, slices: explanations, seed: options.seed)
    var sets = (0..<draws * explanations).map { index in
      AssumptionSet(
        explanation: index / draws, places: cube.points[index / draws][index % draws],
        samples: Array(repeating: Sample(), count: scenarios))
    }
    let points = sets.map { set in
      AssumptionPoint(uniqueKeysWithValues: zip(keys, set.places ?? []))
    }
    // A job is one scenario at one point with all its replications: the world is built once.
    let jobs = sets.count * scenarios
    progress?.begin(.assumptions, total: jobs)
    defer { progress?.end() }
    try workers.run(jobs) { job -> [TrialMeasures] in
      let set = job / scenarios
      let arm = ArmIndex(scenario: job % scenarios, explanation: set / draws)
      let setting = try source.setting(arm, at: points[set])
      // Needs of its own in each set, the same in all scenarios: with the same needs in all sets
      // one lucky draw would win them all.
      let first = Self.firstReplication + set * options.assumptionReplications
      return try (0..<options.assumptionReplications).map { replication in
        try source.run(
          setting, seed: options.seed, replication: UInt32(first + replication),
          cancellation: cancellation)
      }
    } receive: { job, measures in
      for trial in measures { sets[job / scenarios].samples[job % scenarios].add(trial) }
      progress?.step()
    }
    return sets
  }
}
