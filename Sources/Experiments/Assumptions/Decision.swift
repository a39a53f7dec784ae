import Indicators
import Statistics

/// What the sets of assumptions say together about the best scenario against the baseline.
public struct Decision: Sendable, Equatable {
  /// Id of the indicator that leads.
  public var indicator: String
  /// Place of the best scenario besides the baseline; nil when there is nothing to compare.
  public var best: Int?
  /// Sets of assumptions in which the indicator is defined, the stated values of each explanation
  /// among them: without drawn sets, the number of explanations.
  public var sets = 0
  /// Sets in which the best one is better, or worse, beyond the noise of the replications.
  public var wins = 0
  public var losses = 0
  /// Range of the difference over the sets won, and over the sets lost; better counts upwards.
  public var gain: ClosedRange<Double>?
  public var loss: ClosedRange<Double>?
  public var decidedBy: DecisiveFactor?

  /// Share of the sets that must agree for the data to decide.
  public static let agreement = 0.8

  public enum Outcome: Sendable, Equatable { case nothingToCompare, better, worse, undecided }

  public var outcome: Outcome {
    guard best != nil, sets > 0 else { return .nothingToCompare }
    if Double(wins) >= Self.agreement * Double(sets), losses == 0 { return .better }
    if Double(losses) >= Self.agreement * Double(sets), wins == 0 { return .worse }
    return .undecided
  }

  public init(indicator: String) { self.indicator = indicator }
}

extension Decision {
  /// Judges a study by one indicator. The best scenario has the greatest mean gain over all sets.
  ///
  /// It is chosen and judged by the same trials, so each set is judged at 1 − α/(scenarios − 1)
  /// (Bonferroni). Nothing is compared by an indicator of which neither more nor less is better.
  ///
  /// - Parameter confidence: 1 − α.
  public init(_ study: AssumptionStudy, indicator id: String, confidence: Double, seed: UInt64) {
    self.init(indicator: id)
    let scenarios = study.sets.first?.samples.count ?? 0
    let level = study.confidence
    sets = study.sets.count { !$0.values(id, scenario: 0, confidence: level).isEmpty }
    guard scenarios > 1, let indicator = Indicator.named(id), indicator.polarity != .neutral
    else { return }
    let sign = Double(indicator.polarity.rawValue)
    let candidates = (1..<scenarios).map { scenario in
      study.sets.map { set in
        set.differences(id, scenario: scenario, confidence: level).map { sign * $0 }
      }
    }
    let means = candidates.map { sets -> Double? in
      let known = sets.filter { !$0.isEmpty }.map { RunningMoments($0).mean }
      return known.isEmpty ? nil : RunningMoments(known).mean
    }
    let known = means.indices.filter { means[$0] != nil }
    guard let top = known.max(by: { (means[$0] ?? 0) < (means[$1] ?? 0) }) else { return }
    best = top + 1
    count(study, candidates[top], 1 - (1 - confidence) / Double(scenarios - 1))
    explain(study, candidates[top], seed)
  }

  /// Wins and losses: differences beyond a noise that is pooled over the sets of an explanation.
  /// Noise may differ much between explanations: one that is overloaded would hide the wins of
  /// the others.
  private mutating func count(_ study: AssumptionStudy, _ gains: [[Double]], _ level: Double) {
    let groups = Dictionary(grouping: gains.indices) { study.sets[$0].explanation }
    let noise = groups.mapValues { sets in PooledNoise(sets.map { gains[$0] }, level) }
    sets = 0
    var won: [Double] = []
    var lost: [Double] = []
    for (set, values) in zip(study.sets, gains) where !values.isEmpty {
      sets += 1
      let mean = RunningMoments(values).mean
      let half = noise[set.explanation]?.halfWidth(values.count) ?? .infinity
      if mean > half { won.append(mean) } else if mean < -half { lost.append(mean) }
    }
    (wins, losses) = (won.count, lost.count)
    if let low = won.min(), let high = won.max() { gain = low...high }
    if let low = lost.min(), let high = lost.max() { loss = low...high }
  }

  private mutating func explain(_ study: AssumptionStudy, _ gains: [[Double]], _ seed: UInt64) {
    let drawn = zip(study.sets, gains).filter { !$1.isEmpty }
    let hasDraws = drawn.contains { $0.0.places != nil }
    let points = drawn.compactMap { set, values -> DecisiveFactor.Point? in
      // Sets with the stated values lie at no place; they are of use only by themselves.
      if hasDraws, set.places == nil { return nil }
      return .init(
        explanation: set.explanation, places: set.places ?? [],
        answer: RunningMoments(values).mean)
    }
    decidedBy = DecisiveFactor.find(points, seed: seed)
    let explanations = Set(points.map(\.explanation))
    if !hasDraws, explanations.count > 1, wins > 0, losses > 0 {
      // One set for each explanation: they alone can have turned the answer.
      decidedBy = DecisiveFactor(factor: .explanation, share: 1)
    }
  }
}

/// Standard deviation of a paired difference, pooled over sets with their own means.
private struct PooledNoise {
  private let deviation: Double
  private let quantile: Double

  init(_ sets: [[Double]], _ confidence: Double) {
    let moments = sets.map { RunningMoments($0) }
    let freedom = moments.reduce(0) { $0 + max(0, $1.count - 1) }
    let squares = moments.reduce(0) { $0 + $1.squares }
    guard freedom > 0 else {
      (deviation, quantile) = (.infinity, .infinity)
      return
    }
    deviation = (squares / Double(freedom)).squareRoot()
    // Values ±1 with one degree of freedom more give Student's quantile at `freedom`.
    let unit = (0...freedom).map { $0.isMultiple(of: 2) ? 1.0 : -1.0 }
    let interval = try? Statistics.Interval.mean(of: unit, level: confidence)
    let error = RunningMoments(unit).standardError
    quantile = interval.map { $0.halfWidth / error } ?? .infinity
  }

  /// Infinite where no set has two values: nothing then tells a difference from noise.
  func halfWidth(_ count: Int) -> Double {
    guard quantile.isFinite else { return .infinity }
    return quantile * deviation / Double(max(1, count)).squareRoot()
  }
}
