public import AppealCore
import GRDB
import GRDBSQLite

extension StoreReader {
  /// Looks at everything: pages, foreign keys, the chain of the journal, whether each entry is the
  /// one that the rules lead to, and whether all of them lead, record for record and row for row, to
  /// the state that is stored.
  ///
  /// The state is the one of a single moment, so a service may go on writing.
  ///
  /// - Parameter policy: the one the store was made under.
  /// - Throws: `StoreError` where the store cannot be read at all, `otherPolicy` among them;
  ///   `PolicyError`. What is merely wrong is found and returned.
  /// - Complexity: O(store).
  public func check(policy: Policy) throws -> StoreFindings {
    var findings = StoreFindings()
    try snapshot { db in
      try checkPages(db, &findings)
      var replay = try StoreReplay(policy: policy)
      guard replay.core.policyFingerprint == fingerprint else {
        throw StoreError.otherPolicy(
          path: path, scenario: identity.scenario, hash: identity.scenarioHash)
      }
      guard try run(&replay, db, &findings) else { return }
      let comparison = StateComparison(db: db, path: path)
      try comparison.head(replay, &findings)
      try comparison.records(replay, &findings)
      try comparison.appeals(replay, &findings)
      try comparison.references(replay, &findings)
      try comparison.digest(replay, policy, &findings)
    }
    return findings
  }

  private func checkPages(_ db: Database, _ findings: inout StoreFindings) throws {
    let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)")
    if pages != ["ok"] { findings.problems += pages.map { "Pages: \($0)." } }
    let keys = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    findings.problems += keys.prefix(10).map {
      "A row of \($0[0] as String? ?? "?") names no row of \($0[2] as String? ?? "?")."
    }
  }

  /// Whether the replay came to the end of the journal.
  private func run(
    _ replay: inout StoreReplay, _ db: Database, _ findings: inout StoreFindings
  ) throws -> Bool {
    var problem: String?
    do {
      var entries = try StoredEntries(db, path: path)
      while problem == nil, let row = try entries.next() { problem = replay.take(row) }
    } catch StoreError.damaged(_, let detail) {
      problem = "The journal cannot be read: \(detail)."
    }
    findings.entries = replay.entries
    findings.commits = replay.commits
    findings.appeals = replay.core.acceptedAppeals
    if problem == nil, replay.unfinished > 0 {
      problem = "The last \(replay.unfinished) entries end no commit."
    }
    if let problem { findings.problems.append(problem) }
    return problem == nil
  }
}
