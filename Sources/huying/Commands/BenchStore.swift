import AppealWorld
import ArgumentParser
import Benchmarks
import CivicTime
import Foundation
import Scenarios

struct BenchStore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store",
    abstract: "Durable accepts per second beside bare SQLite; restart time. 持久库吞吐与重启",
    discussion: """
      store1 to store1000 commit after so many accepts, each commit waiting for the disk; the
      yardstick writes the same rows by bare prepared statements, in turns. restart opens a store of
      a million appeals, 50,000 of them open.

      Example:
        huying bench store --json
        huying bench store --only store100
        huying bench store --restart
      """)

  @Option(help: "Only these, with commas: store1, store10, store100, store1000.")
  var only: String?

  @Flag(help: "Measure only how long a large store takes to open.")
  var restart = false

  @Option(help: "Appeals in the large store.")
  var appeals = 1_000_000

  @Option(help: "Open appeals in the large store.")
  var open = 50_000

  @Option(help: "A folder on the disk that is meant; by default the system's for temporary files.")
  var folder: String?

  @Option(help: "The scenario whose policy decides.")
  var scenario = "huying:baselines/pingshan-2018.yaml"

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    try reportingFailures {
      try checkOptions()
      let place = try TemporaryPlace(in: folder)
      let plan = try ScenarioLibrary().load(scenario, explanation: "congestion").plan
      if restart { return try measureRestart(plan, place) }
      let benchmark = StoreBenchmark(
        policy: plan.policy, start: plan.windowStart, folder: place.path)
      let results = try benchmark.run(only: try names()) { announce($0) }
      try present(BenchmarkReport(results, notes: place.notes), json: json)
    }
  }

  private func checkOptions() throws {
    guard (1...100_000_000).contains(appeals) else {
      throw CommandError(
        sentence: "--appeals is \(appeals); give a number from 1 to 100000000.", code: 64)
    }
    guard (1...appeals).contains(open) else {
      throw CommandError(
        sentence: "--open is \(open) and --appeals \(appeals); give at least 1, and no more open "
          + "than there are.", code: 64)
    }
    if restart, only != nil {
      throw CommandError(
        sentence: "--only names throughput benchmarks and --restart measures none; give one of the "
          + "two.", code: 64)
    }
  }

  private func names() throws -> Set<String>? {
    guard let only else { return nil }
    let names = Set(only.split(separator: ",").map(String.init))
    guard !names.isEmpty, names.isSubset(of: StoreBenchmark.names) else {
      let odd = names.subtracting(StoreBenchmark.names).min() ?? "nothing"
      throw CommandError(
        sentence: "--only names \(odd); known are "
          + "\(StoreBenchmark.names.joined(separator: ", ")).", code: 64)
    }
    return names
  }

  private func measureRestart(_ plan: WorldPlan, _ place: TemporaryPlace) throws {
    var window = plan.window
    let spacing = RestartBenchmark(
      policy: plan.policy, start: plan.windowStart, folder: place.path
    ).spacing
    window.days = Int(Int64(appeals) * spacing / .hours(24)) + 30
    let longer = try plan.over(window)
    var benchmark = RestartBenchmark(
      policy: longer.policy, start: longer.windowStart, folder: place.path)
    benchmark.appeals = appeals
    benchmark.open = open
    let outcome = try benchmark.run { announce($0) }
    try present(BenchmarkReport([outcome.result], notes: place.notes), json: json)
    if !json { try writeOut("\(outcome.notes)\n") }
  }
}

/// A new folder, gone with its owner.
final class TemporaryPlace {
  let path: String

  /// - Throws: what the system refuses.
  init(in folder: String?) throws {
    let base = folder.map { URL(fileURLWithPath: $0) } ?? FileManager.default.temporaryDirectory
    let place = base.appending(path: "huying-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
    path = place.path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What has to be said of figures measured here.
  var notes: [String] {
    guard let kind = MountTable.memoryFileSystem(of: path) else { return [] }
    return [
      "Measured on a file system in memory (\(kind)), where waiting for the disk costs nothing: the "
        + "figures stand for no disk; name a folder on one with --folder."
    ]
  }
}
