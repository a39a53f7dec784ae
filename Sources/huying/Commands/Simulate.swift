import ArgumentParser

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate one scenario. 模拟一个方案",
    discussion: """
      Example:
        huying simulate Scenarios/baselines/pingshan-2018.yaml --explanation congestion
      """)

  @Argument(help: "A scenario document.")
  var scenario: String

  @OptionGroup var experiment: ExperimentArguments

  func run() throws {
    try reportingFailures { try ExperimentRun(paths: [scenario], arguments: experiment).run() }
  }
}
