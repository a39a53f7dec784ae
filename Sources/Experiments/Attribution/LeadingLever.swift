import Indicators

/// Which lever brings most by an indicator, as far as the replications can tell.
package struct LeadingLever: Equatable {
  package enum Verdict: Equatable {
    /// It leads every other lever beyond noise.
    case decided(Int)
    /// These, the best first, cannot be told apart.
    case between([Int])
    /// No gain can be told from noise.
    case none
  }

  package var verdict: Verdict
  /// Mean contribution of the best.
  package var mean: Double

  /// Compares the lever of the greatest mean gain with each other one by their paired differences
  /// over the replications. Bonferroni's correction holds the chance that any of the comparisons
  /// misleads to that of one interval.
  ///
  /// - Parameter isJudged: by player; others are left out.
  package init(
    _ outcome: AttributionOutcome, _ question: AttributionOutcome.Question, isJudged: [Bool]
  ) {
    let polarity = Indicator.named(outcome.options.indicators[question.indicator])?.polarity
    let sign = polarity == .lowerIsBetter ? -1.0 : 1
    let gains = (0..<outcome.players.count).filter { isJudged[$0] }.map { player in
      let values = outcome.differences(.shapley, of: player, question)
      return (player: player, values: values.map { $0 * sign })
    }
    let level = 1 - (1 - outcome.options.confidence) / Double(max(1, gains.count))
    let ranked = gains.map { ($0.player, $0.values, mean: Self.mean($0.values)) }
      .sorted { $0.mean > $1.mean }
    guard let (best, values, mean) = ranked.first, Self.isAboveZero(values, level) else {
      (verdict, self.mean) = (.none, 0)
      return
    }
    let rivals = ranked.dropFirst().filter { _, others, _ in
      !Self.isAboveZero(zip(values, others).map { $0 - $1 }, level)
    }
    verdict = rivals.isEmpty ? .decided(best) : .between([best] + rivals.map(\.0))
    self.mean = sign * mean
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func isAboveZero(_ values: [Double], _ level: Double) -> Bool {
    (ContributionEstimate(values, confidence: level).low ?? 0) > 0
  }
}
