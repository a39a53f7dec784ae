import AppealCore
import AppealStore
import Foundation
import GRDB
import Testing

/// A folder for one test, gone after it.
final class StoreFolder {
  let path: String

  init() throws {
    let name = "huying-store-\(ProcessInfo.processInfo.globallyUniqueString)"
    path = FileManager.default.temporaryDirectory.appending(path: name).path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String = "a.store") -> String { "\(path)/\(name)" }

  /// What lies in it.
  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path) }

  /// A store with `commands` commands of the recorded world in it, closed.
  func filled(_ commands: Int = 4_000, name: String = "a.store") throws -> String {
    let world = try RecordedWorld.shared.get()
    let store = try AppealStore.create(
      path: file(name), policy: world.policy, identity: world.identity)
    var driver = try Driver(world)
    try driver.play(commands, batch: 97, to: store)
    try store.close()
    return file(name)
  }

  /// Runs statements on a file as somebody else would.
  func tamper(_ path: String, _ sql: String...) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      for statement in sql { try db.execute(sql: statement) }
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
    try queue.close()
  }
}

extension StoreFolder {
  /// Makes the chains of a file fit its entries again.
  func computeChains(_ path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      var chain = JournalEntry.emptyChain
      for row in try Row.fetchAll(db, sql: "SELECT * FROM entry ORDER BY seq") {
        chain = try JournalEntry(Self.encoded(row)).folded(into: chain)
        let stored = Int64(bitPattern: chain)
        try db.execute(
          sql: "UPDATE entry SET chain = ? WHERE seq = ? AND chain IS NOT NULL",
          arguments: [stored, row["seq"] as Int64])
      }
      try db.execute(sql: "UPDATE head SET chain = ?", arguments: [Int64(bitPattern: chain)])
    }
    try queue.close()
  }

  private static func encoded(_ row: Row) -> EncodedEntry {
    func word(_ name: String) -> UInt64 { UInt64(bitPattern: row[name] as Int64? ?? 0) }
    return EncodedEntry(
      at: row["at"], appeal: row["appeal"], meta: word("meta"), first: word("first"),
      second: word("second"), reference: word("reference"), contactAt: row["contact_at"] ?? 0,
      packed: word("packed"))
  }
}

/// What an action throws; nil if it throws nothing, or something else.
func storeError(_ body: () throws -> Void) -> StoreError? {
  do {
    try body()
    return nil
  } catch {
    return error as? StoreError
  }
}

/// The rows of tables, to compare two files.
func rows(_ path: String, _ tables: [String]) throws -> [String] {
  let queue = try DatabaseQueue(path: path)
  return try queue.read { db in
    try tables.flatMap { table in
      try Row.fetchAll(db, sql: "SELECT * FROM \(table) ORDER BY 1").map { "\(table) \($0)" }
    }
  }
}
