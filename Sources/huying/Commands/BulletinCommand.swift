import ArgumentParser
import Queries

struct BulletinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin",
    abstract: "The weekly bulletin of a run: ranking, lateness, shirking, praise, topics. 每周通报",
    discussion: """
      Prints Markdown; with --out it writes bulletin.md and a CSV for each table.

      Example:
        huying bulletin --in out/base --week 2018-W40 --out out/bulletin
      """)

  @Option(name: .customLong("in"), help: "A folder of results that kept its journal (--journal).")
  var source: String

  @Option(help: "SCENARIO/EXPLANATION, where the journal holds several.")
  var arm: String?

  @Option(help: "A week as 2018-W40; by default the last whole one.")
  var week: String?

  @Option(help: "Folder for the text and the tables.")
  var out: String?

  @OptionGroup var language: LanguageArguments

  func run() throws {
    try reportingFailures {
      if let out { try TableFolder.precheck(out) }
      let bulletin = try OneArm(source: source, arm: arm).run(language.language) {
        try Bulletin($0, week: week)
      }
      guard let out else { return try writeOut(bulletin.markdown) }
      try TableFolder.write(bulletin.files, to: out)
      try writeOut("\(out)/bulletin.md\n")
    }
  }
}
