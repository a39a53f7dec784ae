import AppealStore
import Foundation
import LoadDriver
import ResultFiles
import Scenarios
import Testing

@Suite("The host of a run")
struct HostTests {
  private func host(_ folder: URL) throws -> LoadHost {
    let document = "huying:baselines/pingshan-2018.yaml"
    return LoadHost(
      scenario: try Bench.library.load(document, explanation: "congestion"), document: document,
      path: folder.appending(path: "load.store").path, provenance: Bench.settings.provenance)
  }

  private func inFolder(_ name: String, _ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "huying-\(name)-\(ProcessInfo.processInfo.processIdentifier)")
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  @Test("A run makes its store, says how it was made, and shows every second")
  func run() throws {
    try inFolder("host") { folder in
      let host = try host(folder)
      let load = LoadPlan(model: .open(), stages: try StageText.parse("hold:100/2s"), seed: 3)
      var seconds = 0
      let result = try host.run(load, thresholds: [try Threshold("errors > 0")]) { _ in
        seconds += 1
      }
      #expect(result.chainMatches == true && result.thresholds.map(\.passed) == [true])
      #expect(seconds >= 2 && seconds == result.timeline.count)
      #expect(result.settings.store.synchronous == "full")
      #expect(result.settings.scale == 1 && result.settings.patienceSeconds == load.patience)
      let use = result.driver
      #expect(use.processorShare > 0 && use.processorShareLimit == load.limits.processorShare)
      #expect(try #require(use.commandsPerAccept) > 8)
      #expect(result.timeline.filter { $0.stage == LoadSecond.drain }.allSatisfy { $0.second >= 2 })
      #expect(result.settings.seconds == 2 && result.loadedSeconds.count == 2)
      #expect(result.settings.started.hasSuffix("Z") && result.settings.scenario == "pingshan-2018")
    }
  }

  @Test("A search under an impossible condition finds nothing, and leaves no file")
  func capacity() throws {
    try inFolder("capacity") { folder in
      let host = try host(folder)
      var search = LoadHost.CapacityPlan()
      (search.start, search.seconds, search.cap) = (20, 1, 40)
      var trials = 0
      // Each trial has a seed of its own, beyond the largest number too.
      let result = try host.searchCapacity(
        search, seed: .max, thresholds: [try Threshold("achieved >= 0")]
      ) { _ in trials += 1 }
      let capacity = try #require(result.capacity)
      #expect(capacity.found == nil && capacity.trials.count == trials && trials > 3)
      #expect(capacity.trials.allSatisfy { !$0.passed })
      #expect(result.verdict.outcome != .ok && capacity.confidence == nil)
      #expect(throws: LoadPlanError.self) {
        try host.searchCapacity(search, seed: 3, thresholds: [try Threshold("p50 > 1s over 2s")])
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }

  @Test("The scenario grows until its window brings what the schedule asks for")
  func scale() throws {
    let host = try host(FileManager.default.temporaryDirectory)
    #expect(try host.material(for: 100, seed: 1).scale == 1)
    let large = try host.material(for: 120_000, seed: 1)
    #expect(large.scale >= 2 && large.scale <= 4)
    #expect(large.commandsPerAccept > 8 && large.commandsPerAccept < 20)
  }

  @Test("A load that no scale brings is named as such; closed users are foreseen")
  func tooMuch() throws {
    let host = try host(FileManager.default.temporaryDirectory)
    let load = LoadPlan(
      model: .open(), stages: try StageText.parse("hold:1000000/600s"), seed: 1)
    let error = #expect(throws: LoadPlanError.self) { try host.material(for: load) }
    #expect(try #require(error).description.contains("more than this scenario can bring"))
    let users = LoadPlan(
      model: .closed(thinkSeconds: 0.01), stages: try StageText.parse("hold:500/60s"), seed: 1)
    // 3,000,000 commands are some 240,000 accepts.
    #expect(try host.material(for: users).scale >= 3)
  }

  @Test("A search leaves a file alone that is in its way")
  func inTheWay() throws {
    try inFolder("way") { folder in
      let host = try host(folder)
      let file = folder.appending(path: "load.store.trial")
      try Data("keep".utf8).write(to: file)
      var search = LoadHost.CapacityPlan()
      (search.start, search.seconds, search.cap) = (20, 1, 40)
      let error = #expect(throws: LoadPlanError.self) {
        try host.searchCapacity(search, seed: 3, thresholds: [])
      }
      #expect(try #require(error).description.contains("is there already"))
      #expect(try Data(contentsOf: file) == Data("keep".utf8))
    }
  }
}
