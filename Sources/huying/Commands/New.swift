import ArgumentParser
import Scenarios

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a scenario of your own: a document and three small tables to edit. 新建方案",
    discussion: """
      Example:
        huying new my-district
        huying simulate my-district/scenario.yaml
      """)

  @Argument(help: "Name of the new folder: letters, digits and hyphens.")
  var name: String

  func run() throws {
    try reportingFailures {
      for path in try ScenarioStarter.create(name) { try writeOut(path + "\n") }
    }
  }
}
