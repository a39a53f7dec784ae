import Experiments
import Testing

@Suite("Which lever brings most") struct LeadingLeverTests {
  /// Three levers that do not interact, worth so many points each.
  private func verdict(
    _ worths: [Double], own: Double = 0.2, isJudged: [Bool] = [true, true, true]
  ) throws -> LeadingLever {
    var game = SyntheticGame([[], [], []]) { coalition, _ in
      coalition.places.reduce(0) { $0 + worths[$1] }
    }
    game.own = own
    let outcome = try game.outcome(replications: 8)
    return LeadingLever(outcome, AttributionOutcome.question, isJudged: isJudged)
  }

  @Test("A lever that is ahead beyond noise leads")
  func decided() throws {
    let leader = try verdict([1, 5, 2])
    #expect(leader.verdict == .decided(1))
    #expect(abs(leader.mean - 0.05) < 0.005)
  }

  @Test("Levers as good as each other, in noise, are not told apart; the third is out of it")
  func tie() throws {
    let leader = try verdict([5, 5, 0.5])
    #expect([.between([0, 1]), .between([1, 0])].contains(leader.verdict))
  }

  @Test("Noise alone makes no leader, nor does harm")
  func none() throws {
    #expect(try verdict([0, 0, 0], own: 2).verdict == .none)
    #expect(try verdict([-3, -1, -2]).verdict == .none)
  }

  @Test("A lever that is not judged does not lead")
  func withheld() throws {
    #expect(try verdict([1, 5, 2], isJudged: [true, false, true]).verdict == .decided(2))
  }
}
