import Scenarios
import Testing

@Suite("Other values of assumptions")
struct SettingTests {
  @Test("A setting changes its parameter, the plan and the hash, and nothing else")
  func changes() throws {
    let base = try Shipped.library.load(Shipped.base)
    let set = try Shipped.library.load(
      Shipped.base,
      settings: [
        "citizens.response": 0.5, "units.effort_hours": 2, "channels.wechat.misclassification": 0,
      ])
    #expect(set.plan.citizens.response == 0.5)
    #expect(set.plan.units.allSatisfy { abs($0.effort.mean - 2) < 1e-12 })
    #expect(
      set.plan.units[0].effort.coefficientOfVariation
        == base.plan.units[0].effort.coefficientOfVariation)
    #expect(set.plan.channels[0].misclassification == 0)
    #expect(set.hash != base.hash)
    let changed = zip(base.parameters, set.parameters).filter { $0 != $1 }.map(\.0.key)
    #expect(
      Set(changed) == [
        "citizens.response", "units.effort_hours", "channels.wechat.misclassification",
      ])
  }

  @Test("Setting each assumption to its own value changes nothing; to its neutral value is allowed")
  func identity() throws {
    for explanation in [nil] + Shipped.explanations {
      let base = try Shipped.library.load(Shipped.base, explanation: explanation)
      let own = Dictionary(uniqueKeysWithValues: base.assumptions.map { ($0.key, $0.value) })
      let same = try Shipped.library.load(Shipped.base, explanation: explanation, settings: own)
      #expect(same.hash == base.hash)
      for end in [\Parameter.low, \.high, \.neutral] {
        let values = Dictionary(
          uniqueKeysWithValues: base.assumptions.map { ($0.key, $0[keyPath: end]) })
        let moved = try Shipped.library.load(
          Shipped.base, explanation: explanation, settings: values)
        #expect(moved.assumptions.map(\.value) == base.assumptions.map { $0[keyPath: end] })
      }
    }
  }

  @Test("An unknown or impossible setting is refused")
  func refused() {
    let unknown = #expect(throws: ScenarioError.self) {
      try Shipped.library.load(Shipped.base, settings: ["citizens.respons": 0.5])
    }
    #expect(unknown?.exitCode == 64)
    #expect(unknown?.description.contains("did you mean 'citizens.response'?") == true)
    #expect(throws: ScenarioError.self) {
      try Shipped.library.load(Shipped.base, settings: ["citizens.response": 1.5])
    }
    #expect(throws: ScenarioError.self) {
      try Shipped.library.load(Shipped.base, settings: ["citizens.response": .nan])
    }
  }
}
