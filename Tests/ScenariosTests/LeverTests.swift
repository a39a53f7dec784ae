import Foundation
import Scenarios
import Testing

@Suite("Levers")
struct LeverTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static let base = Shipped.path("baselines/pingshan-2016.yaml")

  private static func shipped() throws -> [Lever] {
    try Shipped.files(in: "levers").map { try Shipped.library.lever($0) }
  }

  private func lever(_ id: String, _ text: String) throws -> Lever {
    try Shipped.library.lever(
      try bench.write(
        "\(id).yaml",
        "kind: lever\nid: \(id)\ntitle: t\nsummary: s\n" + text))
  }

  private func complaint(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no complaint"
    } catch let error as ScenarioError {
      return error.problems.map(\.description).joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  @Test("The levers of the four packages together are package 4, byte for byte")
  func packageFour() throws {
    let set = try LeverSet(try Self.shipped())
    let chosen = set.levers.filter {
      !["promote-wechat", "learned-routing"].contains($0.id)
    }
    let package = try Shipped.library.load(Shipped.path("reforms/package-4.yaml"))
    let laid = try Shipped.library.load(Self.base, levers: chosen, withBehaviour: true)
    #expect(laid.hash == package.hash)
    #expect(laid.id == "pingshan-2016")
    let none = try Shipped.library.load(Self.base, levers: [], withBehaviour: true)
    #expect(none.hash == (try Shipped.library.load(Self.base)).hash)
  }

  @Test("Each shipped lever fits the base with what it needs, under each explanation")
  func shippedFit() throws {
    let set = try LeverSet(try Self.shipped())
    #expect(set.levers.count >= 15)
    #expect(set.clashes.isEmpty)
    for explanation in Shipped.explanations {
      for (place, lever) in set.levers.enumerated() {
        let needs = set.allNeeds[place].sorted().map { set.levers[$0] }
        for withBehaviour in [false, true] {
          let scenario = try Shipped.library.load(
            Self.base, levers: needs + [lever], withBehaviour: withBehaviour,
            explanation: explanation)
          #expect(scenario.explanation?.id == explanation)
        }
        #expect(!lever.rows.isEmpty, "\(lever.id)")
      }
    }
  }

  @Test("Every shipped lever changes something, in structure or in behaviour")
  func shippedMatter() throws {
    let set = try LeverSet(try Self.shipped())
    for (place, lever) in set.levers.enumerated() {
      let needs = set.allNeeds[place].sorted().map { set.levers[$0] }
      let before = try Shipped.library.load(Self.base, levers: needs, withBehaviour: true)
      let bare = try Shipped.library.load(
        Self.base, levers: needs + [lever], withBehaviour: false)
      let after = try Shipped.library.load(Self.base, levers: needs + [lever], withBehaviour: true)
      #expect(after.hash != before.hash, "\(lever.id)")
      // The structure leaves every behavioural parameter as it was.
      for key in lever.behaviourKeys {
        let old = try Shipped.library.load(Self.base, levers: needs, withBehaviour: false)
        #expect(value(key, bare) == value(key, old), "\(key)")
        #expect(value(key, after) != value(key, before), "\(key)")
      }
    }
  }

  private func value(_ key: String, _ scenario: Scenario) -> Double? {
    scenario.parameters.first { $0.key == key }?.value
  }

  @Test("The high end lies on the side of the middle, as seen from the value without the lever")
  func ends() throws {
    let fewer = try lever(
      "fewer", "behaviour:\n  citizens: {duplicate: {assumed: 0.03, range: [0, 0.1]}}\n")
    let more = try lever(
      "more",
      "needs: [fewer]\nbehaviour:\n  citizens: {duplicate: {assumed: 0.05, range: [0.04, 0.2]}}\n")
    let first = try #require(
      try Shipped.library.effects(of: fewer, needs: [], on: Self.base, explanation: nil).first)
    #expect(first.key == "citizens.duplicate" && first.without == 0.08)
    #expect([first.low, first.middle, first.high] == [0.1, 0.03, 0])
    let second = try #require(
      try Shipped.library.effects(of: more, needs: [fewer], on: Self.base, explanation: nil).first)
    #expect(second.without == 0.03)
    #expect([second.low, second.middle, second.high] == [0.04, 0.05, 0.2])
    #expect(AssumedResponse.allCases.map(first.value) == [0.08, 0.1, 0.03, 0])
  }

  @Test("Levers come after the explanation, a later one over an earlier one")
  func order() throws {
    let slow = try lever("slow", "structure:\n  units: {habit_scale: {quoted: 0.5}}\n")
    let scenario = try Shipped.library.load(
      Self.base, levers: [slow], withBehaviour: false, explanation: "unit-habit")
    #expect(value("units.habit_scale", scenario) == 0.5)
    let two = try lever("two", "structure: {returns: {limit: 2}}\n")
    let three = try lever("three", "structure: {returns: {limit: 3}}\n")
    let laid = try Shipped.library.load(Self.base, levers: [two, three], withBehaviour: false)
    #expect(laid.plan.policy.returns.limit == 3)
  }

  @Test("A lever is put after what it needs, wherever its file stands")
  func needsFirst() throws {
    let late = try lever("late", "needs: [early]\nstructure: {returns: {limit: 2}}\n")
    let early = try lever("early", "structure: {returns: {limit: 3}}\n")
    let other = try lever("other", "needs: [late]\nstructure: {workflows: {simple: true}}\n")
    let set = try LeverSet([other, late, early])
    #expect(set.levers.map(\.id) == ["early", "late", "other"])
    #expect(set.needs == [[], [0], [1]])
    #expect(set.allNeeds == [[], [0], [0, 1]])
    // A lever may refine what it needs.
    #expect(set.clashes.isEmpty)
  }

  @Test("Two levers that set a key to different values are named, the later one as the winner")
  func clashes() throws {
    let one = try lever(
      "one", "structure:\n  returns: {limit: 2}\n  channels: [{id: wechat, intake: district}]\n")
    let same = try lever("same", "structure: {returns: {limit: 2}}\n")
    let two = try lever(
      "two", "structure:\n  returns: {limit: 3}\n  channels: [{id: wechat, intake: street}]\n")
    #expect(try LeverSet([one, same]).clashes.isEmpty)
    #expect(
      try LeverSet([one, two]).clashes.map { [$0.key, $0.earlier, $0.later] }
        == [["returns.limit", "one", "two"], ["channels.wechat.intake", "one", "two"]])
  }

  @Test(
    "Whether a lever moves the scenario's own limits",
    arguments: [
      ("structure: {service_levels: {limits: a.csv}}\n", true),
      ("structure: {service_levels: {scale: {quoted: 0.5}}}\n", true),
      ("structure: {service_levels: {urgent_up_to: 1h}}\n", false),
      ("behaviour: {service_levels: {scale: {assumed: 1, range: [1, 2]}}}\n", true),
      ("changes_limits: true\nstructure: {workflows: {simple: true}}\n", true),
      ("structure: {workflows: {simple: true}}\n", false),
    ])
  func limits(text: String, moves: Bool) throws {
    #expect(try lever("l", text).changesLimits == moves)
  }

  @Test(
    "What is wrong with a lever is said in one line, with its place",
    arguments: [
      (
        "structure: {dispatc: {order: deadline}}\n",
        ":5: structure.dispatc: there is no such key; did you mean 'dispatch'?"
      ),
      (
        "structure:\n  dispatch: {ordre: deadline}\n",
        ":6: structure.dispatch.ordre: there is no such key; did you mean 'order'?"
      ),
      (
        "structure: {window: {days: 7}}\n",
        "structure.window: a lever leaves the measured days as they are; "
          + "set the window in the scenario"
      ),
      (
        "structure: {service_levels: {reference: x.csv}}\n",
        "structure.service_levels.reference: the reference limits are the same with and without a "
          + "lever; set `service_levels.limits`"
      ),
      (
        "behaviour: {dispatch: {order: deadline}}\n",
        "behaviour.dispatch.order: this is no assumed parameter; set it under `structure:`"
      ),
      (
        "behaviour: {citizens: {response: 0.3}}\n",
        "behaviour.citizens.response: an assumed response needs its middle and its range; "
          + "write {assumed: …, range: [low, high]}, or set it under `structure:`"
      ),
      ("rows: [27]\n", ":5: rows: '27' is not a whole number of 1 to 26"),
      ("need: [a]\n", ":5: need: there is no such key; did you mean 'needs'?"),
      (
        "structure: [1]\n",
        ":5: structure: a list stands where a mapping belongs; write keys of a scenario under it"
      ),
    ])
  func broken(text: String, line: String) {
    let said = complaint { _ = try lever("l", text) }
    #expect(said.contains(line), "\(said)")
    #expect(!said.contains("\n"))
  }

  @Test("A value that does not fit is complained of with the lever's own line")
  func value() throws {
    let bad = try lever("bad", "structure:\n  returns: {limit: many}\n")
    let said = complaint {
      _ = try Shipped.library.load(Self.base, levers: [bad], withBehaviour: true)
    }
    #expect(said.contains("bad.yaml:6: returns.limit: "), "\(said)")
  }

  @Test("A need that is missing, needs in a circle, and an id given twice are refused")
  func sets() throws {
    let lost = try lever("lost", "needs: [nowhere]\n")
    #expect(
      complaint { _ = try LeverSet([lost]) }.hasSuffix(
        "needs: lost needs 'nowhere', which is not among the levers; "
          + "name its file too, or take the need away"))
    let a = try lever("a", "needs: [b]\n")
    let b = try lever("b", "needs: [c]\n")
    let c = try lever("c", "needs: [b]\n")
    #expect(
      complaint { _ = try LeverSet([a, b, c]) }.contains(
        "the levers need one another in a circle: b → c → b; take one of these needs away"))
    #expect(
      complaint { _ = try LeverSet([b, c, c]) }.contains(
        "the id 'c' is that of"))
  }

  @Test("A lever is no scenario and no explanation, and neither of them a lever")
  func kinds() throws {
    _ = try lever("l", "")
    let path = bench.path("l.yaml")
    #expect(
      complaint { _ = try Shipped.library.load(path) }.hasSuffix(
        "kind: this is a lever, not a scenario; name a scenario, and this file after --levers"))
    #expect(
      complaint { _ = try Shipped.library.load(Self.base, explanation: path) }.contains(
        "this is no explanation"))
    #expect(
      complaint { _ = try Shipped.library.lever(Self.base) }.hasSuffix(
        "this is no lever; name a file that says `kind: lever`"))
  }

  @Test("validate accepts the shipped levers, and finds what they need beside them")
  func validates() throws {
    let paths = Shipped.files(in: "levers")
    let validation = ScenarioValidation(of: paths, in: Shipped.library)
    #expect(validation.problems == [])
    #expect(validation.lines.count == paths.count)
    try bench.write("l.yaml", "kind: lever\nid: l\ntitle: t\nsummary: s\nneeds: [gone]\n")
    #expect(ScenarioValidation(of: [bench.path("l.yaml")], in: Shipped.library).exitCode == 78)
  }

  @Test("The committed schema of levers is the one of the catalogue; HUYING_RECORD=1 rewrites it")
  func schema() throws {
    let file = Shipped.folder.appending(path: "lever.schema.json")
    if ProcessInfo.processInfo.environment["HUYING_RECORD"] == "1" {
      try ScenarioSchema.leverText.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == ScenarioSchema.leverText)
    let object = try JSONSerialization.jsonObject(with: Data(ScenarioSchema.leverText.utf8))
    let root = try #require(object as? [String: Any])
    let keys = try #require(root["properties"] as? [String: Any]).keys
    #expect(Set(keys).isSuperset(of: ["kind", "rows", "needs", "structure", "behaviour"]))
  }
}
