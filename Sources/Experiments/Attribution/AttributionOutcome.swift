import Scenarios

/// The figures of all coalitions that were run, and what they say of each lever.
public struct AttributionOutcome: Sendable {
  public let options: AttributionOptions
  /// Ids of the indicators of every trial: the attributed ones, then those that tell of use.
  public let recorded: [String]
  public let players: Players
  public let behavioural: Coalition
  public let explanationCount: Int
  /// Structure only, and three ends of the assumed responses if there are any.
  public let responses: [AssumedResponse]
  /// Whether all orders were counted, or some drawn.
  public let isExact: Bool
  /// `[replication][pair of orders]`.
  let steps: [[[Step]]]
  /// `[replication: values by indicator]`.
  let table: [CoalitionKey: [Int: [Double?]]]

  /// Sets of levers that were run, under all explanations and responses.
  public var coalitionsRun: Int { table.count }
  public var trialsRun: Int { table.values.reduce(0) { $0 + $1.count } }

  /// How one lever is measured.
  public enum Measure: String, Sendable, CaseIterable {
    /// The mean contribution over the orders of the levers.
    case shapley
    /// Joining what it needs, and nothing else.
    case alone
    /// All levers, less all without it and without those that need it.
    case leftOut
  }

  /// What a figure is about.
  public struct Question: Hashable, Sendable {
    public var explanation: Int
    public var response: AssumedResponse
    /// By its place among the recorded ones.
    public var indicator: Int

    public init(explanation: Int, response: AssumedResponse, indicator: Int) {
      self.explanation = explanation
      self.response = response
      self.indicator = indicator
    }
  }

  /// The figure of a coalition in one replication; nil where it is not defined, or was not run.
  public func value(
    _ coalition: Coalition, _ question: Question, replication: Int
  ) -> Double? {
    let key = CoalitionKey(
      explanation: question.explanation, response: question.response, coalition: coalition,
      behavioural: behavioural)
    return table[key]?[replication]?[question.indicator]
  }

  /// The figures of a coalition that ran in all replications, where they are defined.
  public func values(_ coalition: Coalition, _ question: Question) -> [Double] {
    (0..<options.replications).compactMap { value(coalition, question, replication: $0) }
  }

  /// Contributions of every player in one replication, by pair of orders: `[pair][player]`; the
  /// value of a player is the sum over the pairs. Nil where a figure of the replication is not
  /// defined.
  public func contributions(_ question: Question, replication: Int) -> [[Double]]? {
    var pairs: [[Double]] = []
    for steps in steps[replication] {
      var sums = Array(repeating: 0.0, count: players.count)
      for step in steps {
        guard let before = value(step.before, question, replication: replication),
          let after = value(
            step.before.with(step.player), question, replication: replication)
        else { return nil }
        sums[step.player] += step.weight * (after - before)
      }
      pairs.append(sums)
    }
    return pairs
  }

  /// What all levers bring together, by replication.
  public func totals(_ question: Question) -> [Double] {
    differences(Coalition(), Coalition.all(players.count), question)
  }

  /// A lever alone or left out, by replication.
  public func differences(
    _ measure: Measure, of player: Int, _ question: Question
  ) -> [Double] {
    let all = Coalition.all(players.count)
    switch measure {
    case .alone:
      let needs = players.needs[player]
      return differences(needs, needs.with(player), question)
    case .leftOut:
      return differences(all.subtracting(players.dependants(of: player)), all, question)
    case .shapley:
      return (0..<options.replications).compactMap { replication in
        contributions(question, replication: replication)
          .map { $0.reduce(0) { $0 + $1[player] } }
      }
    }
  }

  private func differences(
    _ from: Coalition, _ to: Coalition, _ question: Question
  ) -> [Double] {
    (0..<options.replications).compactMap { replication in
      guard let before = value(from, question, replication: replication),
        let after = value(to, question, replication: replication)
      else { return nil }
      return after - before
    }
  }
}
