import Indicators
import Scenarios

/// Calibrates one explanation of a scenario to the measured table and checks it on needs that the
/// calibration has not seen.
///
///     let run = try CalibrationRun(scenario, measured: table, seed: 1, threads: 2)
///     let report = try run.run()
///     report.csv(comment: […])
public struct CalibrationRun: Sendable {
  public let scenario: Scenario
  public let measured: MeasuredTable
  public let calibration: Calibration<WorldCalibration>
  /// Replications of the check.
  public var verifications = 10

  /// First replication of the check, past all others.
  static let firstVerification = 1 << 21

  /// - Throws: `ExperimentError` if the scenario is under no explanation that can be calibrated.
  public init(
    _ scenario: Scenario, measured: MeasuredTable, seed: UInt64, threads: Int,
    replications: Int = 4, cancellation: Cancellation = Cancellation()
  ) throws(ExperimentError) {
    let id = scenario.explanation?.id ?? ""
    guard let parameter = CalibratedParameter(explanation: id) else {
      throw .unknownExplanation(id, known: CalibratedParameter.explanations)
    }
    let count = scenario.plan.policy.units.count
    guard measured.kinds.count == count else {
      throw .invalid(
        option: "the measured table", value: "\(measured.kinds.count) units",
        mend: "the scenario has \(count); take the table that its units come from")
    }
    self.scenario = scenario
    self.measured = measured
    let groups = CalibrationGroup.groups(
      measured: measured.units, kinds: measured.kinds,
      names: scenario.plan.policy.units.map(\.name))
    let model = WorldCalibration(
      scenario, parameter: parameter, groups: groups, seed: seed, threads: threads,
      cancellation: cancellation)
    calibration = Calibration(
      model: model, groups: groups, scale: parameter.scale, replications: replications)
  }

  public func run(
    report: (_ iteration: Int, _ met: Int) -> Void = { _, _ in }
  ) throws -> CalibrationReport {
    let outcome = try calibration.run(report: report)
    let first = Self.firstVerification
    let total = try calibration.model.measures(
      outcome.groups.map(\.value), replications: first..<first + verifications)
    return CalibrationReport(
      outcome, verification: total, plan: scenario.plan, measured: measured)
  }
}
