import ArgumentParser
import Foundation
import Scenarios

struct Validate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check scenario documents and say what is wrong, where, and how to mend it. 校验方案",
    discussion: """
      Example:
        huying validate Scenarios/baselines/*.yaml
      """)

  @Argument(help: "Scenario documents.")
  var scenarios: [String]

  func run() throws {
    let validation = ScenarioValidation(of: scenarios)
    for line in validation.problems {
      FileHandle.standardError.write(Data("\(line)\n".utf8))
    }
    try reportingFailures { try writeOut(validation.lines.map { $0 + "\n" }.joined()) }
    if validation.exitCode != 0 { throw ArgumentParser.ExitCode(validation.exitCode) }
  }
}
