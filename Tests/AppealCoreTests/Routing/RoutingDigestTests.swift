import AppealCore
import Foundation
import Testing

@Suite("Digest of what routing has learned")
struct RoutingDigestTests {
  private func history(
    _ order: [Int], roles: [UInt16] = [0, 1, 1], rate: Double = 0.003
  ) -> RoutingHistory {
    var history = RoutingHistory(roles: roles, tuning: RoutingTuning(rate: rate))
    for step in order {
      let features = RoutingFeatures(
        level1: UInt16(step % 2), level2: UInt16(step % 3), leaf: UInt16(step % 5),
        street: UInt16(step % 4), community: UInt16(step % 7), channel: UInt16(step % 6))
      history.learn(features, unit: UnitID(step % 3))
    }
    return history
  }

  @Test("The same history gives the same words, in this process and in any other")
  func same() {
    let order = Array(0..<400)
    let first = history(order)
    let second = history(order)
    var words: [[UInt64]] = [[], []]
    first.forEachCanonicalWord { words[0].append($0) }
    second.forEachCanonicalWord { words[1].append($0) }
    #expect(words[0] == words[1])
    #expect(words[0].count > 400)
    #expect(first.digest() == second.digest())
    #expect(first.digest() == 13_208_132_895_279_134_634)
  }

  @Test("Order, one more case, roles and rate all show in the digest")
  func different() {
    let digests = [
      history(Array(0..<400)).digest(), history((0..<400).reversed()).digest(),
      history(Array(0..<401)).digest(), history(Array(0..<400), roles: [0, 1, 2]).digest(),
      history(Array(0..<400), rate: 0).digest(),
    ]
    #expect(Set(digests).count == digests.count)
  }

  @Test("Logarithm and exponential are those of the mathematical library to 14 digits")
  func elementary() {
    var worst = (log: 0.0, exp: 0.0)
    for step in 0..<40_000 {
      let x = Foundation.exp(Double(step) / 40_000 * 80 - 20)
      let error = abs(RoutingMathematics.logarithm(x) - Foundation.log(x))
      worst.log = max(worst.log, error / max(1, abs(Foundation.log(x))))
      let y = Double(step) / 40_000 * 1_300 - 650
      worst.exp = max(worst.exp, abs(RoutingMathematics.exponential(y) / Foundation.exp(y) - 1))
    }
    #expect(worst.log < 1e-14)
    #expect(worst.exp < 1e-13)
    #expect(RoutingMathematics.exponential(-800) == 0)
    #expect(RoutingMathematics.exponential(0) == 1)
    #expect(RoutingMathematics.logarithm(1) == 0)
  }
}

@Suite("Roles of units")
struct UnitRoleTests {
  private let places = ["坪山街道", "龙田街道", "马峦街道", "老坑社区", "坪山社区"]

  @Test(
    "A role is the name without the place",
    arguments: [
      ("龙田街道综合执法队", "综合执法队"), ("坪山街道综合执法队（坪山街道办事处）", "综合执法队"),
      ("马峦办事处综合执法队(马峦街道办事处)", "综合执法队"), ("老坑社区", "社区"), ("教育局", "教育局"),
      ("坪山街道", "坪山街道"), ("城管办（龙田街道办事处）", "城管办"),
    ])
  func names(unit: String, role: String) {
    #expect(UnitRoles.name(of: unit, places: places) == role)
  }

  @Test("Units that share a role share its number")
  func numbers() {
    let units = ["教育局", "龙田街道综合执法队", "坪山街道综合执法队", "老坑社区", "坪山社区"]
    #expect(UnitRoles.roles(of: units, places: places) == [0, 1, 1, 2, 2])
    #expect(UnitRoles.roles(of: [], places: places).isEmpty)
  }
}
