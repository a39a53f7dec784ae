import ArgumentParser
import Benchmarks
import Foundation
import Scenarios

struct BenchCore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "core",
    abstract: "Commands per second through the core, with all measures on. 核心命令吞吐",
    discussion: """
      Records what the world gives the core at a size with about 10,000 open appeals, and gives the
      same to a fresh core on one thread, in memory.

      Example:
        huying bench core --json
      """)

  @Option(help: "The scenario whose commands are recorded.")
  var scenario = "huying:stress/all-measures.yaml"

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    try reportingFailures {
      let plan = try ScenarioLibrary().load(scenario, explanation: "congestion").plan
      var sizing = WorldBenchmark(plan: plan)
      sizing.days = 14
      let benchmark = CoreBenchmark(plan: try sizing.sizedPlan())
      let outcome = try benchmark.run { announce($0) }
      try present(BenchmarkReport([outcome.result]), json: json)
      if !json { try writeOut("\(outcome.notes)\n") }
    }
  }
}
