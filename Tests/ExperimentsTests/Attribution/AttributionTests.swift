import Experiments
import Foundation
import Scenarios
import Synchronization
import Testing

@Suite struct AttributionTests {
  /// Nine levers with strong interactions, noise, and a group.
  private func game(own: Double = 0.5) -> SyntheticGame {
    var game = SyntheticGame([[], [], [0], [0], [], [], [], [], []]) { coalition, response in
      let n = Double(coalition.count)
      let pairs = Double(coalition.places.filter { coalition.contains(($0 + 4) % 9) }.count)
      let extra =
        coalition.contains(4)
        ? [0.0, 1, 2, 4][AssumedResponse.allCases.firstIndex(of: response) ?? 0] : 0
      return n + 0.4 * pairs * pairs - (coalition.contains(5) ? 2 : 0) + extra
    }
    game.common = 2
    game.own = own
    game.behavioural = Coalition.of([4])
    return game
  }

  @Test("The values add up to what all bring together, in every replication")
  func efficiency() throws {
    for permutations in [2, 4, 400] {
      let outcome = try game().outcome(replications: 5, permutations: permutations)
      #expect(outcome.isExact == (permutations == 400))
      for response in AssumedResponse.allCases {
        let question = AttributionOutcome.Question(
          explanation: 0, response: response, indicator: 0)
        let totals = outcome.totals(question)
        #expect(totals.count == 5 && Set(totals).count == 5)
        for replication in 0..<5 {
          let values = try #require(
            outcome.contributions(question, replication: replication)
          ).joined()
          #expect(abs(values.reduce(0, +) - totals[replication]) < 1e-12)
        }
      }
    }
  }

  @Test("Drawn orders come near to all of them, within their intervals")
  func sampling() throws {
    let exact = try game(own: 0).outcome(replications: 2, permutations: 400)
    let sampled = try game(own: 0).outcome(replications: 60, permutations: 4)
    #expect(exact.isExact && !sampled.isExact)
    let truth = exact.shares()
    var missed = 0
    for player in 0..<9 {
      let estimate = sampled.estimate(.shapley, of: player, AttributionOutcome.question)
      let (low, high) = (try #require(estimate.low), try #require(estimate.high))
      #expect(high - low < 0.02)
      if !(100 * low...100 * high).contains(truth[player]) { missed += 1 }
      // Without noise of its own, all that varies are the orders.
      let orders = try #require(estimate.ordersHalfWidth)
      let noise = try #require(estimate.noiseHalfWidth)
      let half = (high - low) / 2
      #expect(abs((orders * orders + noise * noise).squareRoot() - half) < 1e-12)
      #expect(high == low || orders > 0.7 * half)
    }
    #expect(missed <= 1, "\(missed) of 9 intervals at 95 % miss")
  }

  @Test("With all orders counted the interval holds noise only, and says so")
  func exactInterval() throws {
    let outcome = try game().outcome(replications: 8, permutations: 400)
    let estimate = outcome.estimate(.shapley, of: 0, AttributionOutcome.question)
    #expect(estimate.n == 8 && estimate.low != nil && estimate.low != estimate.high)
    #expect(estimate.ordersHalfWidth == nil && estimate.noiseHalfWidth == nil)
    let single = try game().outcome(replications: 1, permutations: 2)
    #expect(single.estimate(.shapley, of: 0, AttributionOutcome.question).low == nil)
  }

  @Test("Responses differ only where a lever that assumes one is in force")
  func responses() throws {
    let counted = Counted()
    var game = game(own: 0)
    game.work = { counted.add($0) }
    let outcome = try game.outcome(replications: 2, permutations: 2)
    #expect(outcome.responses == AssumedResponse.allCases)
    let values = AssumedResponse.allCases.map { response in
      outcome.shares(
        .shapley, .init(explanation: 0, response: response, indicator: 0))[4]
    }
    for (value, wanted) in zip(values.dropFirst(), [1.0, 2, 4]) {
      #expect(abs(value - values[0] - wanted) < 1e-6)
    }
    let without = counted.coalitions.filter { !$0.contains(4) }
    // Each runs once in a replication, under whatever response.
    #expect(without.count <= 2 * Set(without).count)
    #expect(counted.coalitions.count == outcome.trialsRun)
  }

  @Test("The number of threads changes nothing, though trials finish out of order")
  func threads() throws {
    let outcomes = try [1, 2, 5].map { threads in
      var game = game()
      game.explanationCount = 2
      game.work = { $0.count.isMultiple(of: 3) ? 60_000 : 10 }
      return try game.outcome(replications: 3, permutations: 2, threads: threads)
    }
    for explanation in 0..<2 {
      let question = AttributionOutcome.Question(
        explanation: explanation, response: .middle, indicator: 0)
      for player in 0..<9 {
        for measure in AttributionOutcome.Measure.allCases {
          let estimates = outcomes.map { $0.estimate(measure, of: player, question) }
          #expect(estimates[0] == estimates[1] && estimates[0] == estimates[2])
        }
      }
    }
    #expect(outcomes[0].trialsRun == outcomes[2].trialsRun)
    let other = try game().outcome(replications: 3, permutations: 2, seed: 4)
    #expect(other.shares() != outcomes[0].shares())
  }

  @Test("A stop asked for ends the run with the code that asks to try again")
  func interrupted() throws {
    let cancellation = Cancellation()
    var game = game()
    game.work = { coalition in
      if coalition.count == 8 { cancellation.request() }
      return 0
    }
    let attribution = try Attribution(
      game, options: AttributionOptions(indicators: ["on_time_share_reference"]),
      cancellation: cancellation)
    #expect(throws: ExperimentError.interrupted) { try attribution.run() }
  }

  @Test(
    "Options that make no sense are refused by name",
    arguments: [
      (AttributionOptions(permutations: 3), "--permutations"),
      (AttributionOptions(permutations: 0), "--permutations"),
      (AttributionOptions(replications: 0), "--replications"),
      (AttributionOptions(indicators: ["backlog_mean"]), "--indicator"),
      (AttributionOptions(indicators: ["no_such"]), "no_such"),
    ])
  func invalid(options: AttributionOptions, named: String) {
    let error = #expect(throws: ExperimentError.self) { try Attribution(game(), options: options) }
    #expect(error?.description.contains(named) == true)
    #expect(error?.exitCode == 64)
  }
}

/// Coalitions that were run, from any thread.
private final class Counted: Sendable {
  private let all = Mutex<[Coalition]>([])

  func add(_ coalition: Coalition) -> Int {
    all.withLock { $0.append(coalition) }
    return 0
  }

  var coalitions: [Coalition] { all.withLock { $0 } }
}
