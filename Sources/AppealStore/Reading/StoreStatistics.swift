import CivicTime
import Foundation
import GRDB

/// What a store holds, in figures. Codable with the keys that `store stats --json` shows.
public struct StoreStatistics: Codable, Sendable, Hashable {
  public var path: String
  public var schema: Int
  public var scenario: String
  public var scenarioHash: String
  public var explanation: String?
  public var seed: UInt64
  public var entries: UInt64
  public var commits: Int
  /// Milliseconds UTC of the newest entry; nil in an empty store.
  public var lastEntryAt: Int64?
  public var appeals: Int
  public var open: Int
  public var closed: Int
  /// Closed with a result by their deadline.
  public var onTime: Int
  public var cancelled: Int
  /// Closed appeals whose record is still part of the state.
  public var remembered: Int
  public var fileBytes: Int
  public var logBytes: Int
  public var freeBytes: Int
  /// Bytes by table and index.
  public var tables: [String: Int]

  enum CodingKeys: String, CodingKey {
    case path, schema, scenario, explanation, seed, entries, commits, appeals, open, closed
    case scenarioHash = "scenario_hash"
    case lastEntryAt = "last_entry_at"
    case onTime = "on_time"
    case cancelled, remembered
    case fileBytes = "file_bytes"
    case logBytes = "log_bytes"
    case freeBytes = "free_bytes"
    case tables
  }
}

extension StoreReader {
  /// Figures of one moment. O(store).
  ///
  /// - Throws: `StoreError`.
  public func statistics() throws -> StoreStatistics {
    try snapshot { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return StoreStatistics(
        path: path, schema: try count("PRAGMA user_version"), scenario: identity.scenario,
        scenarioHash: identity.scenarioHash, explanation: identity.explanation,
        seed: identity.seed,
        entries: UInt64(bitPattern: Int64(try count("SELECT seq FROM head"))),
        commits: try count("SELECT count(*) FROM entry WHERE chain IS NOT NULL"),
        lastEntryAt: try Int64.fetchOne(db, sql: "SELECT at FROM entry ORDER BY seq DESC LIMIT 1"),
        appeals: try count("SELECT count(*) FROM reference"),
        open: try count("SELECT count(*) FROM open_appeal"),
        closed: try count("SELECT count(*) FROM closed_appeal WHERE status = 4"),
        onTime: try count("SELECT count(*) FROM closed_appeal WHERE on_time = 1"),
        cancelled: try count("SELECT count(*) FROM closed_appeal WHERE status = 5"),
        remembered: try count("SELECT count(*) FROM closed_appeal WHERE state IS NOT NULL"),
        fileBytes: StoreFile.size(of: path), logBytes: StoreFile.size(of: path + "-wal"),
        freeBytes: try count("PRAGMA freelist_count") * count("PRAGMA page_size"),
        tables: try tableBytes(db))
    }
  }

  /// Empty where SQLite was built without the table of page counts.
  private func tableBytes(_ db: Database) throws -> [String: Int] {
    let sql = "SELECT name, sum(pgsize) AS bytes FROM dbstat GROUP BY name"
    guard let rows = try? Row.fetchAll(db, sql: sql) else { return [:] }
    var tables: [String: Int] = [:]
    for row in rows {
      guard let name: String = row["name"], let bytes: Int = row["bytes"] else { continue }
      tables[name] = bytes
    }
    return tables
  }
}
