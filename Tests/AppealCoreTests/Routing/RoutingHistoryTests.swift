import AppealCore
import Testing

@Suite("Routing that learns")
struct RoutingHistoryTests {
  private let noise = RoutingFeatures(
    level1: 1, level2: 2, leaf: 3, street: 4, community: 5, channel: 6, nature: 7)

  private func best(
    _ history: borrowing RoutingHistory, _ features: RoutingFeatures, count: Int = 3
  ) -> [RoutingSuggestion] {
    var ranking = RoutingRanking(best: count)
    history.suggest(features, into: &ranking)
    return ranking.suggestions
  }

  @Test("Shares after one case are those worked out by hand")
  func byHand() throws {
    var history = RoutingHistory(roles: [0, 1], tuning: RoutingTuning(rate: 0, initialWeight: 0.5))
    history.learn(noise, unit: UnitID(0))
    // Prior shares 1.5/2 and 0.5/2; each of twelve contexts says (1 + 1/(4·0.75))^½ for unit 0.
    let factor = 4.0 * 4 * 4 * 4 * 4 * 4 / (3.0 * 3 * 3 * 3 * 3 * 3)
    let expected = 0.75 * factor / (0.75 * factor + 0.25)
    let suggestions = best(history, noise)
    #expect(suggestions.map(\.unit) == [UnitID(0), UnitID(1)])
    #expect(abs(suggestions[0].share - expected) < 1e-14)
    #expect(abs(suggestions[1].share - (1 - expected)) < 1e-14)
    let evidence = history.evidence(noise, for: UnitID(0))
    #expect(evidence.count == 12)
    #expect(evidence.allSatisfy { $0.cases == 1 && $0.outOf == 1 })
    #expect(evidence.allSatisfy { abs($0.factor * $0.factor - 4.0 / 3) < 1e-14 })
  }

  @Test("An appeal unlike all others has the shares of all cases")
  func unlike() {
    var history = RoutingHistory(roles: [0, 1, 2])
    for unit in [0, 0, 0, 1] { history.learn(noise, unit: UnitID(unit)) }
    let strange = RoutingFeatures(
      level1: 90, level2: 90, leaf: 90, street: 90, community: 90, channel: 90, nature: 90)
    let suggestions = best(history, strange)
    #expect(suggestions.map(\.unit.index) == [0, 1, 2])
    for (suggestion, share) in zip(suggestions, [3.5 / 5.5, 1.5 / 5.5, 0.5 / 5.5]) {
      #expect(abs(suggestion.share - share) < 1e-14)
    }
    #expect(history.evidence(strange, for: UnitID(0)).isEmpty)
  }

  @Test("The nearest cases decide, and where there are none the next class of cases")
  func backOff() {
    var history = RoutingHistory(roles: [0, 1, 2])
    var elsewhere = noise
    elsewhere.leaf = 30
    elsewhere.street = 40
    elsewhere.community = 50
    for _ in 0..<6 {
      history.learn(noise, unit: UnitID(2))
      history.learn(elsewhere, unit: UnitID(1))
    }
    #expect(best(history, noise)[0].unit == UnitID(2))
    #expect(best(history, elsewhere)[0].unit == UnitID(1))
    // A new leaf of the same class on the same street: only the wider contexts speak.
    var newLeaf = noise
    newLeaf.leaf = 31
    #expect(best(history, newLeaf)[0].unit == UnitID(2))
    let contexts = history.evidence(newLeaf, for: UnitID(2)).map(\.context)
    #expect(contexts.contains(.street) && contexts.contains(.level2))
    #expect(!contexts.contains(.leaf) && !contexts.contains(.leafStreet))
    var newPlace = noise
    newPlace.street = 41
    newPlace.community = 51
    #expect(best(history, newPlace)[0].unit == UnitID(2), "the leaf decides")
  }

  /// Enforcement teams of two streets, 0 and 1, and their service centres, 2 and 3.
  private func streets(roles: [UInt16]) -> RoutingHistory {
    var history = RoutingHistory(roles: roles)
    let stalls = RoutingFeatures(level1: 1, level2: 1, leaf: 1, street: 1, community: 1)
    let lamps = RoutingFeatures(level1: 2, level2: 2, leaf: 2, street: 1, community: 1)
    let drains = RoutingFeatures(level1: 3, level2: 3, leaf: 3, street: 2, community: 2)
    for _ in 0..<10 {
      history.learn(stalls, unit: UnitID(0))
      history.learn(lamps, unit: UnitID(2))
      history.learn(drains, unit: UnitID(1))
      history.learn(drains, unit: UnitID(3))
      history.learn(drains, unit: UnitID(3))
    }
    return history
  }

  @Test("What one street has taught serves the unit of the same role in another")
  func roles() {
    let asked = RoutingFeatures(level1: 1, level2: 1, leaf: 1, street: 2, community: 2)
    let alike = streets(roles: [0, 0, 1, 1])
    #expect(best(alike, asked)[0].unit == UnitID(1))
    let evidence = alike.evidence(asked, for: UnitID(1))
    #expect(evidence.contains { $0.context == .leaf && $0.cases == 10 && $0.outOf == 10 })
    let alone = streets(roles: [0, 1, 2, 3])
    #expect(best(alone, asked)[0].unit != UnitID(1), "without roles nothing points to it")
  }

  @Test("The context that tells more gains weight, and none falls below 0")
  func weights() {
    var history = RoutingHistory(roles: [0, 1])
    var random = SplitMix(seed: 5)
    for _ in 0..<3_000 {
      let street = UInt16(random.next() % 2)
      let features = RoutingFeatures(
        leaf: UInt16(random.next() % 3), street: street, community: 1 + street)
      history.learn(features, unit: UnitID(Int(street)))
    }
    #expect(history.weight(of: .street) > history.weight(of: .leaf) + 0.05)
    for context in RoutingContext.allCases { #expect(history.weight(of: context) >= 0) }
    #expect(history.cases == 3_000)
    #expect(history.cases(of: UnitID(0)) + history.cases(of: UnitID(1)) == 3_000)
  }

  @Test("A weight that would fall below 0 stays at 0")
  func floorOfWeights() {
    var history = RoutingHistory(roles: [0, 1], tuning: RoutingTuning(rate: 2))
    history.learn(noise, unit: UnitID(0))
    // All contexts pointed to unit 0: a gradient of −0.2, twice over, against a weight of 0.13.
    history.learn(noise, unit: UnitID(1))
    for context in RoutingContext.allCases { #expect(history.weight(of: context) == 0) }
  }

  @Test("Once settled, one case in eight moves the weights")
  func settled() {
    var history = RoutingHistory(roles: [0, 1], tuning: RoutingTuning(settled: 16))
    var moves: [Int] = []
    for step in 0..<40 {
      let before = history.weight(of: .leaf)
      history.learn(
        RoutingFeatures(leaf: UInt16(step % 2)),
        unit: UnitID(step % 3 == 0 ? 1 - step % 2 : step % 2))
      if history.weight(of: .leaf) != before { moves.append(step) }
    }
    #expect(moves.filter { $0 < 16 }.count > 10)
    #expect(moves.filter { $0 >= 16 } == [16, 24, 32])
  }

  @Test("Shares of all units sum to 1, whatever was learned")
  func sums() {
    var history = RoutingHistory(roles: [0, 1, 1, 2, 2, 2, 0])
    var random = SplitMix(seed: 9)
    func draw() -> RoutingFeatures {
      RoutingFeatures(
        level1: UInt16(random.next() % 3), level2: UInt16(random.next() % 9),
        leaf: UInt16(random.next() % 40), street: UInt16(random.next() % 3),
        community: UInt16(random.next() % 9), channel: UInt16(random.next() % 4),
        nature: UInt16(random.next() % 2))
    }
    var ranking = RoutingRanking(best: 7)
    for step in 0..<2_000 {
      history.learn(draw(), unit: UnitID(Int(random.next() % 7)))
      guard step % 50 == 0 else { continue }
      history.suggest(draw(), into: &ranking)
      let shares = ranking.suggestions.map(\.share)
      #expect(abs(shares.reduce(0, +) - 1) < 1e-12)
      #expect(shares.allSatisfy { $0 > 0 && $0 < 1 })
      #expect(shares == shares.sorted(by: >))
    }
  }

  @Test("Nothing is suggested before the first case, and never more units than there are")
  func few() {
    var history = RoutingHistory(roles: [0, 1])
    #expect(best(history, noise).isEmpty)
    history.learn(noise, unit: UnitID(1))
    #expect(best(history, noise, count: 5).count == 2)
    #expect(best(history, noise, count: 1).map(\.unit) == [UnitID(1)])
    history.learn(noise, unit: UnitID(0))
    // Both have one case each in every context: the smaller number comes first.
    var fair = RoutingHistory(roles: [0, 1], tuning: RoutingTuning(rate: 0))
    for unit in [1, 0] { fair.learn(noise, unit: UnitID(unit)) }
    #expect(best(fair, noise).map(\.unit.index) == [0, 1])
  }
}
