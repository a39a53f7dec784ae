import ArgumentParser
import ResultFiles

struct Load: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Load-test the durable core in wall-clock time. 负载测试",
    discussion: """
      Plays the citizens and staff of a scenario against the core, its store and its service, and
      measures from the moment at which each command was meant to start. Writes a page, a document,
      tables and HdrHistogram files; shows how it goes on a terminal.

      Rates are accepts a second. What is paced (Poisson) are the commands of citizens and staff
      together, so many times as many; submissions come among them where the scenario has them.

      Examples:
        huying load Scenarios/baselines/pingshan-2018.yaml --preset load --duration 60s \\
          --rate 500 --fail-if 'submit.p99 > 50ms' --fail-if 'errors > 0'
        huying load Scenarios/baselines/pingshan-2018.yaml --stages ramp:0-800/20s,hold:800/60s
        huying load Scenarios/baselines/pingshan-2018.yaml --capacity --duration 20s

      Exit codes: 0 passed; 2 a condition of --fail-if held or could not be measured, or no rate
      held in a search; 3 the driver was the bottleneck and the run is void; 64 to 78 as in
      sysexits.h (64 wrong arguments, 70 commands were lost, doubled or answered wrongly, 73 the
      folder or store cannot be made, 75 interrupted). The first Ctrl-C ends the schedule and writes
      what was measured so far; the second ends at once.
      """)

  @Argument(help: "A scenario document.")
  var scenario: String

  @OptionGroup var arguments: LoadArguments

  func run() throws {
    try reportingFailures {
      let verdict = try LoadSession(path: scenario, arguments: arguments).run()
      guard verdict.outcome == .ok else { throw ExitCode(verdict.exitCode) }
    }
  }
}
