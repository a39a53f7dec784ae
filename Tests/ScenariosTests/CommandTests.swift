import Foundation
import Scenarios
import Testing

@Suite("Commands on documents")
struct CommandTests {
  @Test("validate accepts everything that is shipped, explanations among it")
  func validates() {
    let paths = Shipped.scenarios + Shipped.files(in: "explanations")
    let validation = ScenarioValidation(of: paths, in: Shipped.library)
    #expect(validation.exitCode == 0)
    #expect(validation.lines.count == paths.count)
    #expect(validation.lines.allSatisfy { $0.contains(": valid: ") })
  }

  @Test("validate goes on after a broken one, and ends with the first code")
  func goesOn() throws {
    let bench = try Workbench()
    let broken = try bench.overlay("citizens: {response: 7}\n")
    let validation = ScenarioValidation(
      of: [broken, bench.path("none.yaml"), Shipped.base], in: Shipped.library)
    #expect(validation.exitCode == 78)
    #expect(validation.problems.count == 2)
    #expect(validation.lines.count == 1)
    #expect(validation.lines.first?.contains(": valid: pingshan-2018, ") == true)
  }

  @Test("new copies a starter that is valid, from any folder, and has the plan of its base")
  func starter() throws {
    let bench = try Workbench()
    let files = try ScenarioStarter.create("mine", in: bench.folder.path, library: Shipped.library)
    #expect(files.count == 4)
    let mine = try Shipped.library.load(bench.path("mine/scenario.yaml"))
    #expect(mine.id == "mine")
    #expect(mine.hash == (try Shipped.library.load(Shipped.base).hash))
    let again = #expect(throws: ScenarioError.self) {
      try ScenarioStarter.create("mine", in: bench.folder.path, library: Shipped.library)
    }
    #expect(again?.exitCode == 73)
    let lost = #expect(throws: ScenarioError.self) {
      let file = bench.path("mine/scenario.yaml")
      try ScenarioStarter.create("yours", in: file, library: Shipped.library)
    }
    #expect(lost?.exitCode == 73)
    #expect(try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) == ["mine"])
    let bad = #expect(throws: ScenarioError.self) {
      try ScenarioStarter.create("../x", in: bench.folder.path, library: Shipped.library)
    }
    #expect(bad?.exitCode == 64)
  }

  @Test("The shipped scenarios are found without being told")
  func located() {
    #expect(ScenarioLibrary().folder != nil)
  }

  @Test("A scenario is no explanation, and an explanation no scenario")
  func kinds() throws {
    let confused = #expect(throws: ScenarioError.self) {
      try Shipped.library.load(Shipped.base, explanation: Shipped.base)
    }
    #expect(confused?.description.hasSuffix("name a file that says `kind: explanation`") == true)
    let alone = #expect(throws: ScenarioError.self) {
      try Shipped.library.load(Shipped.path("explanations/congestion.yaml"))
    }
    #expect(alone?.problems.count == 1)
    let unknown = #expect(throws: ScenarioError.self) {
      try Shipped.library.load(Shipped.base, explanation: "fate")
    }
    #expect(unknown?.exitCode == 66)
  }
}
