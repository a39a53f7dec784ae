import Experiments
import Indicators
import RandomStreams
import Scenarios

/// A game by formula: what each coalition is worth, in hundredths of a share on time.
struct SyntheticGame: CoalitionSource {
  var needs: [[Int]]
  var explanationCount = 1
  var behavioural = Coalition()
  /// Noise of a replication that all coalitions share, and noise of their own, in hundredths.
  var common = 0.0
  var own = 0.0
  /// Slows some trials down, so that threads finish out of order.
  var work: @Sendable (Coalition) -> Int = { _ in 0 }
  var worth: @Sendable (Coalition, AssumedResponse) -> Double

  init(_ needs: [[Int]], worth: @escaping @Sendable (Coalition, AssumedResponse) -> Double) {
    self.needs = needs
    self.worth = worth
  }

  struct Setting: Sendable {
    var coalition: Coalition
    var response: AssumedResponse
    var explanation: Int
  }

  func setting(
    _ coalition: Coalition, _ response: AssumedResponse, explanation: Int
  ) throws -> Setting {
    Setting(coalition: coalition, response: response, explanation: explanation)
  }

  func run(
    _ setting: Setting, seed: UInt64, replication: UInt32, cancellation: Cancellation
  ) throws -> TrialMeasures {
    var spin = 0.0
    for step in 0..<work(setting.coalition) { spin += Double(step).squareRoot() }
    let noise =
      common * draw(seed, replication, purpose: 1, subject: 0)
      + own * draw(seed, replication, purpose: 2, subject: setting.coalition.members)
    let value = 20 + worth(setting.coalition, setting.response) + noise + (spin < 0 ? 1 : 0)
    var measures = TrialMeasures()
    measures.scalars.reference = TimelyCount(
      due: 100_000_000, onTime: Int((value * 1_000_000).rounded()))
    measures.scalars.own = measures.scalars.reference
    return measures
  }

  /// Uniform with mean 0 and variance 1.
  private func draw(
    _ seed: UInt64, _ replication: UInt32, purpose: UInt8, subject: UInt64
  ) -> Double {
    var stream = RandomStream(
      seed: seed, replication: replication, key: StreamKey(purpose: purpose, subject: subject))
    return (stream.uniform() - 0.5) * 12.0.squareRoot()
  }
}

extension SyntheticGame {
  func outcome(
    replications: Int = 4, permutations: Int = 4, seed: UInt64 = 3, threads: Int = 2
  ) throws -> AttributionOutcome {
    try Attribution(
      self,
      options: AttributionOptions(
        indicators: ["on_time_share_reference"], replications: replications,
        permutations: permutations, seed: seed, threads: threads)
    ).run()
  }
}

extension AttributionOutcome {
  static let question = Question(explanation: 0, response: .none, indicator: 0)

  /// Mean values of all players, in hundredths.
  func shares(
    _ measure: Measure = .shapley, _ question: Question = AttributionOutcome.question
  ) -> [Double] {
    (0..<players.count).map { 100 * estimate(measure, of: $0, question).mean }
  }
}

/// Whether two lists agree to a millionth.
func isClose(_ left: [Double], _ right: [Double], within tolerance: Double = 1e-6) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) <= tolerance }
}
