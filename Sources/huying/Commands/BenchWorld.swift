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
      Runs pingshan-2018 under congestion on one core, at a size with about 10,000 open appeals.

      Example:
        huying bench world --json
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: .hidden)
  var memoryYears: Int?

  func run() throws {
    try reportingFailures {
      let plan = try ScenarioLibrary().load(
        "huying:baselines/pingshan-2018.yaml", explanation: "congestion"
      ).plan
      let benchmark = WorldBenchmark(plan: plan)
      if let memoryYears {
        try writeOut("\(try benchmark.peakBytes(years: memoryYears))\n")
        return
      }
      var outcome = try benchmark.run { announce($0) }
      outcome.memory = WorldBenchmark.Memory(
        oneYear: try peakInFreshProcess(years: 1), tenYears: try peakInFreshProcess(years: 10))
      try present(BenchmarkReport(outcome.results), json: json)
      if !json { try writeOut("\(outcome.notes)\n") }
    }
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
