import AppealCore
import ResultFiles

/// Keeps the journal of the first replication of every arm as a database.
///
/// The trials are run once more: a trial gives the same entries every time, and so an experiment
/// of many replications holds no journal in memory.
public struct JournalKeeper {
  public var source: ScenarioSource
  public var seed: UInt64
  public var cancellation: Cancellation

  public init(source: ScenarioSource, seed: UInt64, cancellation: Cancellation) {
    self.source = source
    self.seed = seed
    self.cancellation = cancellation
  }

  /// - Parameter path: of the new file, `journal.sqlite` in the unfinished folder of results.
  /// - Throws: `ExperimentError`, or the error of the database.
  public func write(to path: String) throws {
    let file = try JournalFile(path: path)
    for arm in source.arms {
      let setting = try source.setting(arm, at: nil)
      let scenario = source.scenarios[arm.scenario][arm.explanation]
      let number = try file.add(
        JournalArm(scenario, arm: source.names(arm), replication: 0),
        labels: JournalLabels(scenario.plan).labels)
      var written = 0
      _ = try WorldTrial.run(setting, seed: seed, replication: 0, cancellation: cancellation) {
        journal in
        var rows: [JournalRow] = []
        rows.reserveCapacity(journal.count)
        for index in 0..<journal.count { rows.append(JournalRow(journal[index])) }
        try file.append(rows, arm: number, first: written)
        written += rows.count
      }
    }
    try file.close()
  }
}

extension ScenarioSource {
  /// Ids of an arm, as results name it.
  func names(_ arm: ArmIndex) -> Arm {
    let scenario = scenarios[arm.scenario][arm.explanation]
    return Arm(
      scenario: scenario.id,
      explanation: scenario.explanation?.id ?? ResultAssembler.noExplanation.id)
  }
}
