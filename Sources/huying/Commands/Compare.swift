import ArgumentParser

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare scenarios with the first one, on the same needs. 比较方案",
    discussion: """
      Runs every scenario under every explanation of lateness, many times, and writes a folder with
      a page to read, tables and a database.

      Example:
        huying compare Scenarios/baselines/pingshan-2016.yaml Scenarios/reforms/package-*.yaml \\
          --replications auto --out out/reform
      """)

  @Argument(help: "Scenario documents; the first one is the baseline.")
  var scenarios: [String]

  @OptionGroup var experiment: ExperimentArguments

  func run() throws {
    try reportingFailures {
      guard scenarios.count > 1 else {
        throw CommandError(
          sentence: "there is only one scenario to compare; name a second one, or use simulate.",
          code: 64)
      }
      try ExperimentRun(paths: scenarios, arguments: experiment).run()
    }
  }
}
