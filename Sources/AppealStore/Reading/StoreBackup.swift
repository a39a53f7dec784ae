import Foundation
import GRDB

extension StoreReader {
  /// Copies the store to a new file while a service may go on writing: SQLite's online backup into
  /// a neighbour, which takes the name only when it is whole and on the disk.
  ///
  /// - Parameter replacing: whether a file that is there already may give way.
  /// - Throws: `StoreError`; a file that was there is then as it was.
  public func backUp(to target: String, replacing: Bool = false) throws(StoreError) {
    if !replacing { try StoreFile.requireNothing(at: target) }
    // A log left beside the old file would be played onto the new one.
    guard StoreFile.size(of: target + "-wal") == 0 else { throw .busy(path: target) }
    let unfinished = target + ".unfinished"
    StoreFile.remove(unfinished)
    do {
      try StoreFile.requireNothing(at: unfinished)
      try copy(to: unfinished)
      try StoreFile.rename(unfinished, to: target)
    } catch {
      StoreFile.remove(unfinished)
      throw StoreError(error, path: target)
    }
  }

  private func copy(to unfinished: String) throws {
    var configuration = Configuration()
    configuration.label = "backup"
    let copy = try DatabaseQueue(path: unfinished, configuration: configuration)
    try queue.backup(to: copy)
    try copy.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      guard try String.fetchAll(db, sql: "PRAGMA quick_check(1)") == ["ok"] else {
        throw StoreError.damaged(path: unfinished, detail: "the copy is not sound")
      }
    }
    try copy.close()
  }
}

extension StoreFile {
  /// Gives a finished file its name, and makes both last through a loss of power.
  static func rename(_ source: String, to target: String) throws(StoreError) {
    try flush(source, path: target)
    guard Foundation.rename(source, target) == 0 else {
      throw .inputOutput(path: target, detail: String(cString: strerror(errno)))
    }
    try flush(URL(fileURLWithPath: target).deletingLastPathComponent().path, path: target)
  }

  private static func flush(_ file: String, path: String) throws(StoreError) {
    let descriptor = Foundation.open(file, O_RDONLY)
    guard descriptor >= 0 else {
      throw .inputOutput(path: path, detail: String(cString: strerror(errno)))
    }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .inputOutput(path: path, detail: String(cString: strerror(errno)))
    }
  }
}
