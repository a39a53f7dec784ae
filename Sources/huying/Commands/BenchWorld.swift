import AppealWorld
import ArgumentParser
import Benchmarks
import CivicTime
import Foundation
import Scenarios

struct BenchWorld: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "world",
    abstract: "Appeals per second and peak memory through the real core. 世界与核心",
    discussion: """
      Runs three scenarios under congestion on one core, at a size with about 10,000 open appeals:
      pingshan-2018 (world), every measure at once (world-measures), and routing that learns on
      top (world-learning).

      Example:
        huying bench world --json
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: .hidden)
  var memoryYears: Int?

  func run() throws {
    try reportingFailures {
      let benchmark = try world("world", of: "huying:baselines/pingshan-2018.yaml")
      if let memoryYears {
        try writeOut("\(try benchmark.peakBytes(years: memoryYears))\n")
        return
      }
      let measures = try world("world-measures", of: "huying:stress/all-measures.yaml")
      let learning = try world(
        "world-learning", of: "huying:stress/all-measures-learning.yaml")
      let outcomes = try [benchmark, measures, learning].map { world in
        try world.run { announce($0) }
      }
      let memory = WorldBenchmark.Memory(
        oneYear: try peakInFreshProcess(years: 1), tenYears: try peakInFreshProcess(years: 10))
      // The engine's hold10k stands beside the first only.
      let results = outcomes[0].results + outcomes.dropFirst().compactMap(\.results.first)
      try present(BenchmarkReport(results), json: json)
      if !json {
        try writeOut((outcomes.map(\.notes) + [memory.note]).joined(separator: "\n") + "\n")
      }
    }
  }

  private func world(_ name: String, of scenario: String) throws -> WorldBenchmark {
    let plan = try ScenarioLibrary().load(scenario, explanation: "congestion").plan
    return WorldBenchmark(plan: plan, name: name)
  }

  private func peakInFreshProcess(years: Int) throws -> Int {
    announce("memory of \(years) years")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = ["bench", "world", "--memory-years", "\(years)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard let bytes = Int(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw CommandError(sentence: "the measuring process ended without a figure.", code: 70)
    }
    return bytes
  }
}
