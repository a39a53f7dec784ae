import ArgumentParser
import Experiments

struct Attribute: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Attribute the effect of a reform to its measures, within the model. 模型内归因",
    discussion: """
      Lays every set of levers that it takes over the scenario, on the same needs and under every
      explanation of lateness. For each lever it says what it brings alone, what is lost without
      it, and its Shapley value: its mean contribution over the orders of the levers. Once for its
      structure only, once with the assumed behaviour, from the low to the high end.

      Example:
        huying attribute Scenarios/baselines/pingshan-2016.yaml --levers Scenarios/levers \\
          --out out/attribution
      """)

  @Argument(help: "The scenario without any of the levers.")
  var scenario: String

  @Option(
    parsing: .upToNextOption, help: "Documents of levers in the order of the reform, or a folder.")
  var levers: [String]

  @OptionGroup var arguments: AttributionArguments

  func run() throws {
    try reportingFailures {
      try AttributionRun(base: scenario, levers: levers, arguments: arguments).run()
    }
  }
}
