import RandomStreams

/// Which assumption moves an answer most: the explanation, or one of the drawn parameters.
public struct DecisiveFactor: Sendable, Equatable {
  public enum Factor: Sendable, Equatable {
    case explanation
    /// Place in the list of keys.
    case parameter(Int)
  }

  public var factor: Factor
  /// Share of the variance of the answer over the sets that goes with it, 0…1.
  public var share: Double

  public init(factor: Factor, share: Double) {
    self.factor = factor
    self.share = share
  }

  /// One set of assumptions: where it lies, and the answer there.
  public struct Point: Sendable, Equatable {
    public var explanation: Int
    public var places: [Double]
    public var answer: Double

    public init(explanation: Int, places: [Double], answer: Double) {
      self.explanation = explanation
      self.places = places
      self.answer = answer
    }
  }

  /// The factor with the greatest share, if chance alone rarely gives so great a one.
  ///
  /// The explanation's share is the variance between explanations; a parameter's is its squared
  /// rank correlation with what the explanation leaves over, times the rest. Both are compared
  /// with the greatest share of any factor when the answers are shuffled over the sets.
  ///
  /// Complexity: O(shuffles × points × parameters).
  public static func find(
    _ points: [Point], level: Double = 0.95, shuffles: Int = 400, seed: UInt64 = 1
  ) -> DecisiveFactor? {
    guard points.count >= 4, let first = points.first,
      points.contains(where: { $0.answer != first.answer })
    else { return nil }
    let analysis = FactorAnalysis(points)
    let answers = points.map(\.answer)
    guard let found = analysis.greatest(answers) else { return nil }
    var stream = RandomStream(seed: seed, key: StreamKey(StudyPurpose.permutation))
    var beaten = 0
    for _ in 0..<shuffles {
      let shuffled = stream.permutation(of: answers.count).map { answers[$0] }
      if let chance = analysis.greatest(shuffled), chance.share < found.share { beaten += 1 }
    }
    return Double(beaten) >= level * Double(shuffles) ? found : nil
  }
}

/// Shares of variance by factor, for one placement of the sets and any answers.
private struct FactorAnalysis {
  let explanations: [Int]
  let groupCount: Int
  /// Centred ranks of the places, by parameter.
  let ranks: [[Double]]

  init(_ points: [DecisiveFactor.Point]) {
    explanations = points.map(\.explanation)
    groupCount = (explanations.max() ?? 0) + 1
    let parameters = points.map(\.places.count).min() ?? 0
    ranks = (0..<parameters).map { parameter in
      centredRanks(points.map { $0.places[parameter] })
    }
  }

  func greatest(_ answers: [Double]) -> DecisiveFactor? {
    let mean = answers.reduce(0, +) / Double(answers.count)
    let total = answers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    guard total > 0 else { return nil }
    let rest = residuals(answers)
    let within = rest.reduce(0) { $0 + $1 * $1 }
    var best: DecisiveFactor?
    if Set(explanations).count > 1 {
      best = DecisiveFactor(factor: .explanation, share: 1 - within / total)
    }
    let restRanks = centredRanks(rest)
    for (parameter, rank) in ranks.enumerated() {
      let share = squaredCorrelation(rank, restRanks) * within / total
      if share > (best?.share ?? 0) {
        best = DecisiveFactor(factor: .parameter(parameter), share: share)
      }
    }
    return best
  }

  /// Answers less the mean of their explanation.
  private func residuals(_ answers: [Double]) -> [Double] {
    var sums = Array(repeating: 0.0, count: groupCount)
    var counts = Array(repeating: 0.0, count: groupCount)
    for (group, answer) in zip(explanations, answers) {
      sums[group] += answer
      counts[group] += 1
    }
    return zip(explanations, answers).map { $1 - sums[$0] / counts[$0] }
  }
}

/// Ranks from the least up, ties sharing their mean rank, less the mean of all ranks.
func centredRanks(_ values: [Double]) -> [Double] {
  let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
  var ranks = Array(repeating: 0.0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
    let rank = Double(start + end - 1) / 2 - Double(values.count - 1) / 2
    for index in start..<end { ranks[order[index]] = rank }
    start = end
  }
  return ranks
}

/// Squared correlation of two lists with mean zero; 0 where one of them does not vary.
private func squaredCorrelation(_ left: [Double], _ right: [Double]) -> Double {
  let product = zip(left, right).reduce(0) { $0 + $1.0 * $1.1 }
  let norms = left.reduce(0) { $0 + $1 * $1 } * right.reduce(0) { $0 + $1 * $1 }
  return norms > 0 ? product * product / norms : 0
}
