import Scenarios
import Testing

@Suite("Overlays")
struct OverlayTests {
  private func load(_ text: String) throws -> Scenario {
    let bench = try Workbench()
    return try Shipped.library.load(try bench.overlay(text))
  }

  @Test("Items merge by id, in the order of the base")
  func items() throws {
    let scenario = try load("channels: [{id: landline, title: X}]\n")
    #expect(scenario.plan.policy.channels.count == 6)
    #expect(scenario.plan.policy.channels[5].name == "X")
  }

  @Test("A scenario with an id of its own does not go by the title of its base")
  func titles() throws {
    let bench = try Workbench()
    let path = try bench.write(
      "s.yaml", "extends: huying:baselines/pingshan-2018.yaml\nid: shorter\n")
    #expect(try Shipped.library.load(path).title.en == "shorter")
  }

  @Test("A channel more is data only")
  func channelMore() throws {
    let bench = try Workbench()
    try bench.write(
      "d.csv",
      "item,value\nvolume,1\nwechat,4\nhotline_12345,2\nmailbox,1\nbeautiful_shenzhen,1\n"
        + "hotline_12319,1\nrobot,1\n")
    let path = try bench.overlay(
      "demand: {table: d.csv}\nchannels:\n  - {id: landline, remove: true}\n"
        + "  - {id: robot, title: {zh: 语音机器人, en: Voice robot}}\n")
    let plan = try Shipped.library.load(path).plan
    #expect(plan.policy.channels.map(\.name).suffix(2) == ["12319城管热线", "语音机器人"])
    #expect(plan.policy.channels.count == 6)
    #expect(abs(plan.channels[0].share - 0.4) < 1e-12)
  }

  @Test("null takes an inherited value away; a usual one comes back")
  func null() throws {
    let base = try Shipped.library.load(Shipped.base)
    let scenario = try load("citizens: {satisfaction: null, duplicate: ~}\nworkflows: null\n")
    #expect(scenario.plan.citizens.satisfaction == base.plan.citizens.satisfaction)
    #expect(scenario.plan.policy.workflows.count == 1)
  }

  @Test("A parameter is replaced whole, so a new source leaves no old range")
  func whole() throws {
    let scenario = try load("citizens: {response: {published: 0.31}}\n")
    let response = scenario.parameters.first { $0.key == "citizens.response" }
    #expect(response?.source == .published)
    #expect(response?.low == 0.31 && response?.high == 0.31)
  }

  @Test("Several bases: the later wins")
  func several() throws {
    let bench = try Workbench()
    try bench.write("a.yaml", "returns: {limit: 5, escalate_from: 4}\n")
    try bench.write("b.yaml", "returns: {limit: 6}\n")
    let path = try bench.write(
      "s.yaml",
      "extends: [\"huying:baselines/pingshan-2018.yaml\", a.yaml, b.yaml]\nid: s\ntitle: s\nsummary: s\n"
    )
    let rules = try Shipped.library.load(path).plan.policy.returns
    #expect(rules.limit == 6 && rules.escalateFrom == 4)
  }
}
