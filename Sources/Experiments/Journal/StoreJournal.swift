import AppealCore
public import AppealStore
import CivicTime
import ResultFiles
public import Scenarios

/// Writes the journal of a store as `journal.sqlite`, which names what the numbers mean and can be
/// asked all queries.
public struct StoreJournal {
  public var reader: StoreReader
  /// The scenario the store was made under.
  public var scenario: Scenario

  /// - Throws: `StoreError.otherPolicy` unless the scenario is the store's, by its hash.
  public init(reader: StoreReader, scenario: Scenario) throws(StoreError) {
    let identity = reader.identity
    guard scenario.hash == identity.scenarioHash else {
      throw .otherPolicy(
        path: reader.path, scenario: identity.scenario, hash: identity.scenarioHash)
    }
    self.reader = reader
    self.scenario = scenario
  }

  /// Writes the journal of one moment, also while a service goes on.
  ///
  /// - Parameter path: of the new file.
  /// - Throws: `StoreError`, or the error of the database.
  public func write(to path: String) throws {
    try reader.atOneMoment { try writeAll(to: path) }
  }

  private func writeAll(to path: String) throws {
    let file = try JournalFile(path: path)
    let number = try file.add(try arm(), labels: JournalLabels(scenario.plan).labels)
    var rows: [JournalRow] = []
    var written = 0
    func flush() throws {
      try file.append(rows, arm: number, first: written)
      written += rows.count
      rows.removeAll(keepingCapacity: true)
    }
    try reader.forEachEntry { _, entry in
      rows.append(JournalRow(entry))
      if rows.count == 4_096 { try flush() }
    }
    try flush()
    try file.close()
  }

  /// The store's window as far as it has come. Its references are those of needs where a demand
  /// model made them.
  private func arm() throws -> JournalArm {
    let identity = reader.identity
    let explanation = scenario.explanation?.id ?? ResultAssembler.noExplanation.id
    var arm = JournalArm(
      scenario, arm: Arm(scenario: scenario.id, explanation: explanation), replication: 0)
    let start = identity.window.lowerBound.milliseconds
    let last = try reader.lastEntryAt()?.milliseconds ?? start
    // An entry beyond the window is no reason to add to it: the last instant there is has no next.
    let end = identity.window.upperBound.milliseconds
    arm.window = start..<(last >= end ? end : max(start, last + 1))
    if identity.seed == 0 { arm.needShift = nil }
    return arm
  }
}
