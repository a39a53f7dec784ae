import Statistics

/// The mean of a difference over replications, with its interval and what that is made of.
public struct ContributionEstimate: Sendable, Equatable {
  /// Replications in which it is defined.
  public var n: Int
  public var mean: Double
  /// Student's interval over the replications; nil of fewer than two.
  public var low: Double?
  public var high: Double?
  /// Half-width due to the replications themselves, and to the orders drawn in each; their squares
  /// add up to that of the whole. Nil where orders were not drawn, or only one pair of them.
  public var noiseHalfWidth: Double?
  public var ordersHalfWidth: Double?

  public init(_ values: [Double], confidence: Double) {
    n = values.count
    mean = values.isEmpty ? 0 : RunningMoments(values).mean
    let interval = try? Statistics.Interval.mean(of: values, level: confidence)
    low = interval?.low
    high = interval?.high
  }

  /// - Parameter pairs: `[replication][pair of orders]`, each an estimate of the same value.
  ///
  /// Every replication draws orders of its own, so the spread of the replications' means holds both
  /// the noise of the replications and the chance of the orders. Within a replication only the
  /// orders differ: the variance of its pairs, over their number, is the orders' part.
  public init(pairs: [[Double]], confidence: Double) {
    self.init(pairs.map { RunningMoments($0).mean }, confidence: confidence)
    guard let low, let high, let count = pairs.map(\.count).min(), count >= 2 else { return }
    let total = RunningMoments(pairs.map { RunningMoments($0).mean }).standardError
    let orders = pairs.reduce(0) { sum, values in
      sum + RunningMoments(values).variance / Double(values.count)
    }
    let n = Double(pairs.count)
    let half = (high - low) / 2
    let share = total > 0 ? min(1, orders / (n * n) / (total * total)) : 0
    ordersHalfWidth = half * share.squareRoot()
    noiseHalfWidth = half * (1 - share).squareRoot()
  }
}

extension AttributionOutcome {
  public func estimate(
    _ measure: Measure, of player: Int, _ question: Question
  ) -> ContributionEstimate {
    guard measure == .shapley, !isExact else {
      return ContributionEstimate(
        differences(measure, of: player, question), confidence: options.confidence)
    }
    let pairs = (0..<options.replications).compactMap { replication in
      contributions(question, replication: replication).map { pairs in
        pairs.map { $0[player] * Double(pairs.count) }
      }
    }
    return ContributionEstimate(pairs: pairs, confidence: options.confidence)
  }
}
