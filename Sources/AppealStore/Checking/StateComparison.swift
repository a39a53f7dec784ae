import AppealCore
import Foundation
import GRDB
import GRDBSQLite

/// Compares what a store holds with the core that its journal leads to.
struct StateComparison {
  var db: Database
  var path: String
  /// Of one kind, so many problems are told.
  var limit = 5

  func head(_ replay: borrowing StoreReplay, _ findings: inout StoreFindings) throws {
    let head = try StoreHead(db, path: path)
    if head.seq != replay.core.entryCount || head.chain != replay.core.chain {
      findings.problems.append("The head names another entry or chain than the journal's last.")
    }
  }

  /// Every stored record is the replayed core's, word for word, and none is missing.
  func records(_ replay: borrowing StoreReplay, _ findings: inout StoreFindings) throws {
    var problems: [String] = []
    var stored = RecordWords()
    var own = RecordWords()
    do throws(RestoreError) {
      var source = try StoredRecords(db)
      while let key = try source.next(into: &stored) {
        own.removeAll()
        if replay.core.encode(key, into: &own) {
          findings.records += 1
          if !stored.holdsSame(as: own) {
            problems.append("Record \(key) is not what the journal leads to.")
          }
        } else if !replay.core.mayHaveForgotten(key) {
          problems.append("Record \(key) should not be there.")
        }
        stored.removeAll()
      }
    } catch {
      problems.append("The records cannot be read: \(error)")
    }
    var expected = 0
    replay.core.forEachRecordKey { _ in expected += 1 }
    if problems.isEmpty, expected != findings.records {
      problems.append("There are \(findings.records) records in place of \(expected).")
    }
    findings.problems += problems.prefix(limit)
  }

  /// The columns of both tables of appeals say what the replayed core says.
  func appeals(_ replay: borrowing StoreReplay, _ findings: inout StoreFindings) throws {
    var problems: [String] = []
    var openRows = 0
    try forEachRow("open_appeal", RowFold.openColumns, &problems) { number, row, problems in
      openRows += 1
      let view = replay.core.view(of: AppealNumber(rawValue: number))
      if view.map(RowFold.init) != row {
        problems.append("The row of open appeal \(number) differs from its state.")
      }
    }
    // Merged appeals stay open until the one that they are part of ends.
    let open = replay.core.openAppeals + replay.core.mergedAppeals
    if problems.isEmpty, openRows != open {
      problems.append("There are \(openRows) open appeals in place of \(open).")
    }
    let ended = replay.ended
    try forEachRow("closed_appeal", RowFold.closedColumns, &problems) { number, row, problems in
      findings.closedRows += 1
      if ended[number] != row {
        problems.append("The row of closed appeal \(number) differs from how it ended.")
      }
    }
    if problems.isEmpty, findings.closedRows != ended.count {
      problems.append("There are \(findings.closedRows) closed appeals in place of \(ended.count).")
    }
    findings.problems += problems.prefix(limit)
  }

  private func forEachRow(
    _ table: String, _ columns: Range<Int32>, _ problems: inout [String],
    _ body: (UInt32, RowFold, inout [String]) -> Void
  ) throws {
    let statement = try BoundStatement(db, "SELECT * FROM \(table) ORDER BY number")
    do throws(ResultCode) {
      while try statement.step() {
        let stored = sqlite3_column_int64(statement.pointer, 0)
        guard let number = UInt32(exactly: stored) else {
          problems.append("A row of \(table) has the number \(stored), which no appeal can have.")
          continue
        }
        body(number, RowFold(row: statement.pointer, columns: columns), &problems)
      }
    } catch {
      throw SQLiteFailure(error.code, db.sqliteConnection)
    }
  }

  /// Each idempotency key stands for exactly one appeal, the one that was submitted with it.
  func references(_ replay: borrowing StoreReplay, _ findings: inout StoreFindings) throws {
    let count = try Int.fetchOne(db, sql: "SELECT count(*) FROM reference") ?? 0
    if count != replay.core.acceptedAppeals {
      findings.problems.append(
        "There are \(count) idempotency keys for \(replay.core.acceptedAppeals) appeals.")
    }
    let wrong = try Int64.fetchAll(
      db,
      sql: """
        SELECT appeal FROM entry LEFT JOIN reference USING (reference)
        WHERE entry.reference IS NOT NULL AND number IS NOT appeal LIMIT \(limit)
        """)
    findings.problems += wrong.map { "The idempotency key of appeal \($0) is not its own." }
  }

  /// The core restored from the records has the digest of the replayed one.
  func digest(
    _ replay: borrowing StoreReplay, _ policy: Policy, _ findings: inout StoreFindings
  ) throws {
    let digest = replay.core.digest()
    do throws(RestoreError) {
      var source = try StoredRecords(db)
      let restored = try AppealCore(policy: policy, restoring: &source)
      if restored.digest() == digest {
        let text = String(digest, radix: 16)
        findings.digest = String(repeating: "0", count: 16 - text.count) + text
      } else {
        findings.problems.append("The restored state is not what the journal leads to.")
      }
    } catch {
      findings.problems.append("The state cannot be restored: \(error)")
    }
  }
}

extension AppealCore {
  /// Whether a record that is no part of the state may wait to be swept out.
  fileprivate borrowing func mayHaveForgotten(_ key: RecordKey) -> Bool {
    switch key.kind {
    case .closed: key.id <= UInt64(UInt32.max) && view(of: key.appeal) == nil
    case .contact: key.id < UInt64(oldestContact.rawValue)
    default: false
    }
  }
}

extension RecordWords {
  fileprivate borrowing func holdsSame(as other: borrowing RecordWords) -> Bool {
    guard count == other.count else { return false }
    for position in 0..<count where self[position] != other[position] { return false }
    return true
  }
}
