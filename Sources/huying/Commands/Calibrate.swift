import ArgumentParser
import Experiments
import Foundation
import Scenarios

struct Calibrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Fit an explanation to the measured shares on time. 校准解释",
    discussion: """
      Prints the table measured ↔ simulated, and writes the values by unit for the explanation.

      Example:
        huying calibrate Scenarios/baselines/pingshan-2018.yaml --explanation congestion \\
          --out Scenarios/explanations/congestion-availability.csv
      """)

  @Argument(help: "A scenario document whose units are those of the measured tables.")
  var scenario: String

  @Option(help: "Name or path of the explanation.")
  var explanation: String

  @Option(help: "Seed of all random numbers.")
  var seed: UInt64 = 1

  @Option(help: "Threads; the results do not depend on it. By default one for each core.")
  var threads: Int?

  @Option(help: "Replications of each iteration.")
  var replications = 4

  @Option(help: "Folder of the measured tables; by default those of Pingshan.")
  var tables: String?

  @Option(help: "File for the values by unit; by default they are printed.")
  var out: String?

  func run() throws {
    try reportingFailures {
      try CountLimit.replications.check(replications, "--replications")
      if let threads { try CountLimit.threads.check(threads, "--threads") }
      let library = ScenarioLibrary()
      let scenario = try library.load(self.scenario, explanation: explanation)
      let folder = tables ?? (library.folder ?? "Scenarios") + "/tables/pingshan"
      let cancellation = Cancellation()
      let trap = InterruptTrap(cancellation)
      defer { withExtendedLifetime(trap) {} }
      let run = try CalibrationRun(
        scenario, measured: try MeasuredTable(folder: folder), seed: seed,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
        replications: replications, cancellation: cancellation)
      let report = try run.run { iteration, met in
        announce("iteration \(iteration): \(met) of \(run.calibration.groups.count) groups met")
      }
      try writeOut(
        report.markdown(explanation: scenario.explanation?.id ?? explanation) + "\n")
      try keep(report.csv(comment: comment(scenario)))
    }
  }

  private func comment(_ scenario: Scenario) -> [String] {
    [
      "Calibrated on \(scenario.id), seed \(seed), \(replications) replications an iteration, to the"
        + " measured shares on time by unit.",
      "按实测各单位按时率校准。",
    ]
  }

  private func keep(_ table: String) throws {
    guard let out else {
      try writeOut(table)
      return
    }
    do {
      try table.write(toFile: out, atomically: true, encoding: .utf8)
    } catch {
      throw CommandError(
        sentence: "\(out) cannot be written; name a file in a folder that is there.", code: 73)
    }
  }
}
