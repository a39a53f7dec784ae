import ArgumentParser
import Queries

struct OpenDataCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open-data",
    abstract: "Export counts of a run for everybody, small ones suppressed. 开放数据",
    discussion: """
      No personal keys, no time finer than a day, no count below 5, and none that follows from totals.

      Example:
        huying open-data --in out/base --out out/open
      """)

  @Option(name: .customLong("in"), help: "A folder of results that kept its journal (--journal).")
  var source: String

  @Option(help: "SCENARIO/EXPLANATION, where the journal holds several.")
  var arm: String?

  @Option(help: "Folder for the tables, README.md and data-dictionary.csv.")
  var out: String

  @OptionGroup var language: LanguageArguments

  func run() throws {
    try reportingFailures {
      try TableFolder.precheck(out)
      let data = try OneArm(source: source, arm: arm).run(language.language) { try OpenData($0) }
      try TableFolder.write(data.files, to: out)
      try writeOut(data.files.map { "\(out)/\($0.name)\n" }.joined())
    }
  }
}
