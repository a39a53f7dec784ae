import ArgumentParser
import CivicTime
import Experiments
import Foundation
import Scenarios
import Traces

struct Routing: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Judge who is suggested to handle an appeal. 派单建议",
    discussion: """
      Example:
        huying routing evaluate --trace appeals.csv.gz --mapping appeals.mapping.yaml
      """,
    subcommands: [RoutingEvaluate.self])
}

struct RoutingEvaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Suggested unit against final unit, on a trace, beside a floor. 建议与最终单位对照",
    discussion: """
      Each appeal is judged before anything is learned from it, and its unit becomes known only
      after the label delay. Beside the model stands the floor: the unit that most often had the
      leaf and street, else the leaf, else the second level and street, else the first and street.

      Example:
        huying routing evaluate --trace ../shared/data/pingshan_2018-02_to_10.csv.gz \\
          --mapping huying:replays/pingshan.mapping.yaml --from 2018-10-16 --explain 3
      """)

  @Option(help: "A table of appeals, CSV or gzip.")
  var trace: String

  @Option(help: "What its columns mean, YAML; huying:replays/pingshan.mapping.yaml is shipped.")
  var mapping: String

  @Option(help: "First day to judge, yyyy-MM-dd. By default the last fifth of the rows is judged.")
  var from: String?

  @Option(help: "How long after an appeal came in its final unit becomes known, such as 7d or 12h.")
  var labelDelay = "7d"

  @Option(help: "Show the suggestion and its evidence for so many rows, evenly spread.")
  var explain = 0

  @Flag(help: "Print one JSON document.")
  var json = false

  @OptionGroup var language: LanguageArguments

  func run() throws {
    try reportingFailures {
      let from = try self.from.map(Self.date)
      let delay = try Self.delay(labelDelay)
      guard (0...1000).contains(explain) else {
        throw CommandError(
          sentence: "\(explain) is no value for --explain; give a number from 0 to 1000.", code: 64)
      }
      let plan = try ScenarioLibrary().traceMapping(mapping)
      announce(language.language == .chinese ? "读取 \(trace)" : "reading \(trace)")
      let cases = try RoutingTrace(path: trace, mapping: plan, mappingPath: mapping)
      let evaluation = RoutingEvaluation(trace: cases, from: from, delay: delay)
      let report = try evaluation.run(explained: explain)
      let view = RoutingView(
        report: report, trace: cases, path: trace, language: language.language)
      try writeOut(json ? view.json + "\n" : view.text)
    }
  }

  private static func date(_ text: String) throws -> CivilDate {
    guard let date = CivilDate(text) else {
      throw CommandError(
        sentence: "'\(text)' is no value for --from; write a day like 2018-10-16.", code: 64)
    }
    return date
  }

  private static func delay(_ text: String) throws -> Milliseconds {
    guard case .elapsed(let delay)? = try? Target(parsing: text), delay >= 0 else {
      throw CommandError(
        sentence: "'\(text)' is no value for --label-delay; write a span like 7d, 12h or 0d.",
        code: 64)
    }
    return delay
  }
}
