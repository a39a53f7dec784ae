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
