import Foundation
import Scenarios
import Testing

@Suite("Documents of load")
struct LoadDocumentTests {
  private func read(_ text: String) throws -> LoadDocument {
    let bench = try Workbench()
    return try Shipped.library.loadDocument(try bench.write("load.yaml", text))
  }

  @Test("The shipped one, in values")
  func shipped() throws {
    let load = try Shipped.library.loadDocument("huying:loads/rush.yaml")
    #expect(load.id == "rush" && load.model == .open)
    #expect(load.stages.map(\.kind) == ["warmup", "ramp", "hold", "spike", "hold"])
    #expect(load.stages.map(\.from) == [0, 500, 1_500, 4_000, 1_500])
    #expect(load.stages.map(\.to) == [500, 1_500, 1_500, 4_000, 1_500])
    #expect(load.stages.last?.name == "after" && load.stages[0].name == nil)
    #expect(load.failIf == ["all.errors > 0", "submit.p99 > 250ms"])
    #expect(load.patienceSeconds == 1)
  }

  @Test("Paths are beside the document")
  func paths() throws {
    let load = try read(
      """
      kind: load
      id: a
      title: a
      model: trace
      trace: rows.csv
      mapping: huying:replays/pingshan.mapping.yaml
      compression: 100
      """)
    #expect(load.trace?.hasSuffix("/rows.csv") == true && load.trace != "/rows.csv")
    #expect(load.mapping == "huying:replays/pingshan.mapping.yaml" && load.compression == 100)
  }

  @Test(
    "What is wrong is named with its key and the way to mend it",
    arguments: [
      ("model: open", "stages: the model open needs stages"),
      ("model: shaped", "compression: the model shaped needs this key"),
      ("model: trace\ncompression: 5", "mapping: the model trace needs this key"),
      ("model: opne", "model"), ("stages: [{kind: hop, level: 1, seconds: 1}]", "kind"),
      ("stages: [{kind: hold, seconds: 1}]", "level"),
      ("stages: [{kind: hold, level: -1, seconds: 1}]", "level"),
      ("stags: []", "there is no such key"),
      (
        "model: shaped\ncompression: 5\nseconds: 5\nstages: [{kind: hold, level: 1, seconds: 1}]",
        "stages: the model shaped does not use this key"
      ),
      (
        "think_seconds: 2\nstages: [{kind: hold, level: 1, seconds: 1}]",
        "think_seconds: the model open does not use this key"
      ),
      (
        "seconds: 2\nstages: [{kind: hold, level: 1, seconds: 1}]",
        "seconds: the model open does not use this key"
      ),
    ])
  func complains(lines: String, part: String) throws {
    let error = #expect(throws: ScenarioError.self) {
      try read("kind: load\nid: a\ntitle: a\n\(lines)\n")
    }
    let text = try #require(error).description
    #expect(text.contains(part) && text.contains("load.yaml"), "\(text)")
  }

  @Test("Another kind of document is refused, and `validate` knows this one")
  func kinds() throws {
    let library = Shipped.library
    #expect(throws: ScenarioError.self) {
      try library.loadDocument("huying:baselines/pingshan-2018.yaml")
    }
    let checked = ScenarioValidation(of: ["huying:loads/rush.yaml"], in: library)
    #expect(checked.problems.isEmpty && checked.lines[0].contains("a load of 5 stages"))
  }

  @Test("The committed schema of loads is the one of the catalogue; HUYING_RECORD=1 rewrites it")
  func schema() throws {
    let file = Shipped.folder.appending(path: "load.schema.json")
    if ProcessInfo.processInfo.environment["HUYING_RECORD"] == "1" {
      try ScenarioSchema.loadText.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == ScenarioSchema.loadText)
  }
}
