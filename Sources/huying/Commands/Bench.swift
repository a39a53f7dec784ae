import ArgumentParser
import Benchmarks
import Foundation
import Scenarios

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure speed beside a yardstick in the same run. 性能基准",
    discussion: """
      Example:
        huying bench engine --json
      """,
    subcommands: [BenchEngine.self, BenchCore.self, BenchWorld.self, BenchStore.self])
}

struct BenchEngine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "engine",
    abstract: "Events per second of the event engine, beside a bare C loop. 事件引擎",
    discussion: """
      Example:
        huying bench engine --only mm1,hold10k
      """)

  @Option(help: "Only these benchmarks, with commas: mm1, mm50, hold100, hold10k, hold1m …")
  var only: String?

  @Flag(help: "Print one JSON document.")
  var json = false

  func run() throws {
    try reportingFailures {
      let names = only.map { Set($0.split(separator: ",").map(String.init)) }
      guard names?.isEmpty != true else {
        throw CommandError(
          sentence: "--only names no benchmark; "
            + "known are \(EngineBenchmark.names.joined(separator: ", ")).",
          code: 64)
      }
      let unknown = names?.subtracting(EngineBenchmark.names).sorted() ?? []
      guard unknown.isEmpty else {
        throw CommandError(
          sentence: "there is no benchmark \(unknown[0]); "
            + "known are \(EngineBenchmark.names.joined(separator: ", ")).",
          code: 64)
      }
      let results = try EngineBenchmark().run(only: names) { announce($0) }
      try present(BenchmarkReport(results), json: json)
    }
  }
}

/// Says on a terminal what is being measured.
func announce(_ name: String) {
  guard isatty(STDERR_FILENO) == 1 else { return }
  FileHandle.standardError.write(Data("\(name) …\n".utf8))
}

func present(_ report: BenchmarkReport, json: Bool) throws {
  try writeOut((json ? try report.json() : report.table()) + "\n")
}
