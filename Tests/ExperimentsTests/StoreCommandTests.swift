import AppealCore
import AppealStore
import AppealWorld
import Foundation
import GRDB
import Scenarios
import Testing

/// `huying store …` from the outside, on the store of a short trial.
@Suite(.enabled(if: Program.isBuilt, "the program is not built beside the tests"))
struct StoreCommandTests {
  private let scenarios: TemporaryScenarios
  private var store: String { scenarios.folder + "/a.store" }

  init() throws {
    scenarios = try TemporaryScenarios()
    try scenarios.write(
      "short",
      """
      extends: huying:baselines/pingshan-2018.yaml
      id: short
      window: {start: 2018-09-01, days: 10, run_in_days: 3}
      """)
  }

  private func run(_ arguments: String...) throws -> (code: Int32, out: String, said: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    let (out, complaints) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = complaints
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(
      decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text, said)
  }

  /// The commands of a trial, given to a core with a store. Gives the number of appeals.
  private func fill() throws -> Int {
    let document = scenarios.folder + "/short.yaml"
    let scenario = try ScenarioLibrary().load(document, explanation: "congestion")
    let plan = scenario.plan
    var trial = try Trial(plan: plan, seed: 5, replication: 0)
    trial.tape.isRecording = true
    while trial.advance() { trial.journal.removeAll(keepingCapacity: true) }
    let store = try AppealStore.create(
      path: store, policy: plan.policy,
      identity: StoreIdentity(
        scenario: document, scenarioHash: scenario.hash, explanation: "congestion",
        window: plan.windowStart..<plan.windowEnd, zone: plan.policy.calendar.zone.name, seed: 5))
    var core = try AppealCore(policy: plan.policy)
    var journal = JournalBuffer()
    for position in 0..<trial.tape.count {
      let step = trial.tape[position]
      do throws(Refusal) { try core.apply(step.command, at: step.at, into: &journal) } catch {}
      guard journal.count > 200 || position == trial.tape.count - 1 else { continue }
      try store.commit(journal, core: core)
      journal.removeAll(keepingCapacity: true)
    }
    try store.close()
    return core.acceptedAppeals
  }

  @Test("A sound store is checked, described, copied, exported, and asked")
  func soundStore() throws {
    defer { scenarios.remove() }
    let appeals = try fill()
    let check = try run("store", "check", store)
    #expect(check.code == 0 && check.out.contains("sound"), "\(check)")
    let stats = try run("store", "stats", store, "--json")
    let figures = try JSONDecoder().decode(StoreStatistics.self, from: Data(stats.out.utf8))
    #expect(stats.code == 0 && figures.appeals == appeals && appeals > 300)
    #expect(try run("store", "stats", store).out.contains("appeals 诉求"))
    let copy = scenarios.folder + "/copy.store"
    #expect(try run("store", "backup", store, "--out", copy).code == 0)
    let checked = try run("store", "check", copy, "--json")
    let findings = try JSONDecoder().decode(StoreFindings.self, from: Data(checked.out.utf8))
    #expect(checked.code == 0 && findings.problems == [] && findings.appeals == appeals)
    #expect(try run("store", "backup", store, "--out", copy).code == 73)
    let itself = try run("store", "backup", store, "--out", store, "--replace")
    #expect(itself.code == 73 && itself.said.contains("the store itself"))
    let inPlace = try run("store", "backup", store, "--out", scenarios.folder, "--replace")
    #expect(inPlace.code == 66 && inPlace.said.contains("this is a folder"))
    #expect(try run("store", "backup", store, "--out", copy + "/", "--replace").code == 0)

    let tables = scenarios.folder + "/tables"
    let export = try run("store", "export", store, "--out", tables)
    #expect(export.code == 0, "\(export.said)")
    let lines = try String(contentsOfFile: tables + "/appeals.csv", encoding: .utf8)
      .split(separator: "\n")
    #expect(lines.count == appeals + 1)
    let slash = try run("store", "export", store, "--out", scenarios.folder + "/new/tables/")
    #expect(slash.code == 0, "\(slash.said)")
    let path = scenarios.folder + "/new/tables/appeals.csv"
    #expect(FileManager.default.fileExists(atPath: path))
    let exported = try run("queries", "types", "--in", tables, "--language", "en")
    let direct = try run("queries", "types", "--in", store, "--language", "en")
    #expect(exported.code == 0 && exported.out == direct.out && direct.out.count > 200)
    #expect(try run("store", "export", store, "--out", tables).code == 73)
  }

  @Test("What is wrong, or no store, has a sentence and a code")
  func refusals() throws {
    defer { scenarios.remove() }
    _ = try fill()
    let missing = try run("store", "check", scenarios.folder + "/none.store")
    #expect(missing.code == 66 && missing.said.contains("nothing is there"))
    #expect(try run("store", "stats", scenarios.folder).code == 66)
    #expect(try run("store", "stats", " ").code == 64)
    let text = try run("store", "check", scenarios.folder + "/short.yaml")
    #expect(text.code == 65 && text.said.contains("not a store"))

    let queue = try DatabaseQueue(path: store)
    // A window beyond any calendar, which `check` would build.
    let widen = "UPDATE identity SET window_end = window_end + 864000000000000"
    try queue.write { db in try db.execute(sql: widen) }
    let wide = try run("store", "check", store)
    #expect(wide.code == 65 && wide.said.contains("beyond any calendar"), "\(wide)")
    #expect(try run("store", "export", store, "--out", scenarios.folder + "/x/y").code == 65)
    #expect(!FileManager.default.fileExists(atPath: scenarios.folder + "/x"))
    try queue.write { db in
      try db.execute(sql: "UPDATE identity SET window_end = window_end - 864000000000000")
      try db.execute(sql: "UPDATE closed_appeal SET unit = unit + 1 WHERE unit IS NOT NULL")
    }
    try queue.close()
    let wrong = try run("store", "check", store)
    #expect(wrong.code == 65 && wrong.out.contains("differs from how it ended"))

    // The scenario is another by now.
    try scenarios.write(
      "short",
      """
      extends: huying:baselines/pingshan-2018.yaml
      id: short
      window: {start: 2018-09-01, days: 11, run_in_days: 3}
      """)
    let other = try run("store", "check", store)
    #expect(other.code == 78 && other.said.contains("another policy"), "\(other)")
    #expect(other.said.split(separator: "\n").count == 1)
  }
}
