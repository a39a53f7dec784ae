import Experiments
import Foundation
import GRDB
import Indicators
import Queries
import ResultFiles
import Testing

/// The journal of a real trial, asked: its answers are the indicators' own figures.
struct JournalQueryTests {
  private let scenarios: TemporaryScenarios

  init() throws {
    scenarios = try TemporaryScenarios()
    try scenarios.write(
      "short",
      """
      extends: huying:baselines/pingshan-2018.yaml
      id: short
      window: {start: 2018-09-01, days: 45, run_in_days: 10}
      """)
  }

  private func journal() throws -> (path: String, trial: TrialMeasures) {
    let source = try scenarios.source(["short"], ["congestion"])
    let path = scenarios.folder + "/journal.sqlite"
    try JournalKeeper(source: source, seed: 3, cancellation: goOn).write(to: path)
    let trial = try source.run(
      try source.setting(ArmIndex(scenario: 0, explanation: 0), at: nil), seed: 3, replication: 0,
      cancellation: goOn)
    return (path, trial)
  }

  @Test("Queries over a trial's journal agree with the indicators folded from it")
  func agreement() throws {
    defer { scenarios.remove() }
    let (path, trial) = try journal()
    let all = trial.scalars
    let expected: [(Measure, Double)] = [
      (.appeals, Double(all.submitted)), (.dueCount, Double(all.own.due)),
      (.onTime, Double(all.own.onTime) / Double(all.own.due)), (.closed, Double(all.closed)),
      (.firstRight, Double(all.closedByFirstUnit) / Double(all.dispatched)),
      (.returns, Double(all.returns)), (.redos, Double(all.redos)),
      (.reopened, Double(all.reopened)), (.breaches, Double(all.breaches)),
      (.answers, Double(all.appraisals)), (.open, Double(all.backlogEnd)),
      (.stars, Double(all.scoreSum) / 4 / Double(all.appraisals)),
    ]
    let row = try JournalSource(path: path).withWorkspace(arm: 0, language: .english) {
      try #require(try $0.run(.probe([], expected.map(\.0))).rows.first)
    }
    for (cell, (measure, value)) in zip(row, expected) {
      #expect(abs((cell.value ?? .nan) - value) < 1e-9, "\(measure)")
    }
    #expect(all.submitted > 3_000 && all.returns > 0 && all.appraisals > 0)
  }

  @Test("Everything that the journal refers to has a name, and crews serve their own unit's list")
  func names() throws {
    defer { scenarios.remove() }
    let queue = try DatabaseQueue(path: try journal().path)
    let columns = [
      "leaf": "leaf", "community": "community", "channel": "channel", "list": "list",
      "staff": "staff", "unit": "unit", "detail": "workflow",
    ]
    try queue.read { db in
      for (column, kind) in columns {
        let condition = column == "detail" ? "change = 'filed'" : "\(column) IS NOT NULL"
        let nameless = try Int.fetchOne(
          db,
          sql: """
            SELECT count(*) FROM journal AS j WHERE \(condition) AND NOT EXISTS (
              SELECT 1 FROM label AS l WHERE l.arm = j.arm AND l.kind = ? AND l.id = j.\(column))
            """, arguments: [kind])
        #expect(nameless == 0, "\(column)")
      }
      let equals = try String.fetchAll(
        db,
        sql: """
          SELECT zh FROM label WHERE kind IN ('leaf', 'unit', 'staff', 'list')
          GROUP BY kind, zh HAVING count(*) > 1
          """)
      #expect(equals.isEmpty, "two things share a name: \(equals)")
      let english = try String.fetchAll(
        db, sql: "SELECT zh FROM label WHERE kind = 'staff' AND zh GLOB '*[a-z]*'")
      #expect(english.isEmpty, "no Chinese: \(english)")
      let strangers = try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM journal AS j
          JOIN label AS s ON s.arm = j.arm AND s.kind = 'staff' AND s.id = j.staff
          JOIN label AS l ON l.arm = j.arm AND l.kind = 'list' AND l.id = j.list
          WHERE j.change = 'taken' AND s.parent IS NOT l.parent
          """)
      #expect(strangers == 0)
      let taken = try Int.fetchOne(db, sql: "SELECT count(*) FROM journal WHERE change = 'taken'")
      #expect(taken ?? 0 > 1_000)
    }
  }
}
