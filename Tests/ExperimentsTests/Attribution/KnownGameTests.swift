import Experiments
import RandomStreams
import Scenarios
import Testing

/// Games whose values are known by hand.
@Suite struct KnownGameTests {
  @Test("An additive game: each is worth its part, alone, left out and on average")
  func additive() throws {
    let parts = [1.0, 2, 4, -3]
    let game = SyntheticGame(parts.map { _ in [] }) { coalition, _ in
      coalition.places.reduce(0) { $0 + parts[$1] }
    }
    let outcome = try game.outcome()
    for measure in AttributionOutcome.Measure.allCases {
      #expect(isClose(outcome.shares(measure), parts), "\(measure)")
    }
  }

  @Test("The glove game: one left glove and two right ones are worth 2/3, 1/6 and 1/6")
  func gloves() throws {
    let game = SyntheticGame([[], [], []]) { coalition, _ in
      coalition.contains(0) && (coalition.contains(1) || coalition.contains(2)) ? 6 : 0
    }
    let outcome = try game.outcome()
    #expect(outcome.isExact)
    #expect(isClose(outcome.shares(), [4, 1, 1]))
    #expect(isClose(outcome.shares(.alone), [0, 0, 0]))
    #expect(isClose(outcome.shares(.leftOut), [6, 0, 0]))
  }

  @Test("Two that work only together share alike; one that does nothing gets exactly nothing")
  func symmetryAndNull() throws {
    var game = SyntheticGame([[], [], []]) { coalition, _ in
      coalition.contains(0) && coalition.contains(1) ? 10 : 0
    }
    game.common = 1
    let outcome = try game.outcome()
    let shares = outcome.shares()
    #expect(abs(shares[0] - shares[1]) < 1e-9 && abs(shares[0] - 5) < 1e-6)
    for measure in AttributionOutcome.Measure.allCases {
      #expect(
        outcome.differences(measure, of: 2, AttributionOutcome.question) == [0, 0, 0, 0])
    }
  }

  @Test("A need comes first: what both bring together goes to the one that comes second")
  func prerequisite() throws {
    // 1 needs 0; 2 stands alone. 0 brings 1, 1 on top of it 5, 2 doubles all there is.
    let game = SyntheticGame([[], [0], []]) { coalition, _ in
      let sum = (coalition.contains(0) ? 1.0 : 0) + (coalition.contains(1) ? 5 : 0)
      return coalition.contains(2) ? 2 * sum : sum
    }
    let outcome = try game.outcome()
    // Groups {0, 1} and {2}; orders 0 1 2 and 2 0 1.
    #expect(isClose(outcome.shares(), [1.5, 7.5, 3]))
    #expect(isClose(outcome.shares(.alone), [1, 5, 0]))
    // Without 0 there is no 1.
    #expect(isClose(outcome.shares(.leftOut), [12, 10, 6]))
    #expect(outcome.players.groups.map(\.members.count) == [2, 1])
  }

  @Test("Owen's value: a group of three against one counts as one player")
  func owen() throws {
    // 1 and 2 need 0. Player 3 is as strong as the whole group: unanimity of 3 with any of it.
    let game = SyntheticGame([[], [0], [0], []]) { coalition, _ in
      coalition.contains(3) && coalition.contains(0) ? 12 : 0
    }
    let outcome = try game.outcome()
    // Half of the orders have the group first: then 3 completes it, else 0 does.
    #expect(isClose(outcome.shares(), [6, 0, 0, 6]))
  }

  @Test("A chain has one order, a star as many as its leaves have")
  func orders() throws {
    let chain = try Players(direct: [[], [0], [1], [2]])
    #expect(chain.groups.count == 1 && chain.groups[0].beginnings.count == 5)
    #expect(chain.needs[3].places == [0, 1, 2])
    #expect(chain.dependants(of: 1).places == [1, 2, 3])
    let star = try Players(direct: [[], [0], [0], [0]])
    #expect(star.groups[0].beginnings.count == 9)
    let first = star.groups[0].share(of: Coalition.of([0]), then: 2)
    #expect(abs(first - 1.0 / 3) < 1e-12)
    #expect(star.groups[0].share(of: Coalition(), then: 2) == 0)
    let mixed = try Players(direct: [[], [0], [], [2], []])
    #expect(mixed.coalitionCount == Double(countedCoalitions(mixed)))
  }

  private func countedCoalitions(_ players: Players) -> Int {
    Set(players.exactSteps().flatMap { [$0.before, $0.before.with($0.player)] }).count
  }

  @Test("The weights of a player's steps add up to one")
  func weights() throws {
    for needs in [[[], [], [], []], [[], [0], [0], [1, 2]], [[], [0], [], [2, 0], []]] {
      let players = try Players(direct: needs)
      var sums = Array(repeating: 0.0, count: players.count)
      for step in players.exactSteps() {
        sums[step.player] += step.weight
        #expect(players.needs[step.player].isSubset(of: step.before))
      }
      #expect(isClose(sums, sums.map { _ in 1 }, within: 1e-12))
    }
  }

  @Test("Drawn orders come in pairs, the second with the groups the other way round")
  func pairs() throws {
    let players = try Players(direct: [[], [0], [0], [], [], []])
    var stream = RandomStream(seed: 9)
    let pairs = players.sampledSteps(pairs: 50, &stream)
    var firsts: Set<[Int]> = []
    for steps in pairs {
      let orders = [steps.prefix(6).map(\.player), steps.suffix(6).map(\.player)]
      let groups = orders.map { order in order.filter { ![1, 2].contains($0) } }
      #expect(groups[1] == groups[0].reversed())
      for order in orders {
        #expect(Set(order).count == 6)
        // The group stays together, with 0 before 1 and 2.
        let start = try #require(order.firstIndex(of: 0))
        #expect(start <= 3 && Set(order[start..<start + 3]) == [0, 1, 2])
      }
      firsts.insert(groups[0])
      let weight = steps.reduce(0) { $0 + $1.weight }
      #expect(abs(weight - 6.0 / 50) < 1e-12)
    }
    // All 24 orders of four groups are as likely.
    #expect(firsts.count >= 18)
  }

  @Test("A network of needs with too many orders is refused")
  func tooMany() {
    let star = [[]] + Array(repeating: [0], count: 20)
    #expect(throws: ExperimentError.self) { try Players(direct: star) }
  }
}
