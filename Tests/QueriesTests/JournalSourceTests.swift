import Foundation
import GRDB
import Queries
import ResultFiles
import Testing

/// Journals that are missing, foreign, old, new or broken: one sentence and an exit code each.
@Suite struct JournalSourceTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = try TinyJournal.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func refusal(_ path: String) -> QueryError? {
    #expect(throws: QueryError.self) { try JournalSource(path: path) }
  }

  @Test("Nothing there, a folder of something else, and a folder without a journal")
  func missing() throws {
    try withFolder { folder in
      #expect(refusal(folder + "/none") == .missing(path: folder + "/none"))
      #expect(refusal(folder)?.exitCode == 65)
      try "{\"schema\": \"huying.results/1\"}".write(
        toFile: folder + "/manifest.json", atomically: true, encoding: .utf8)
      #expect(refusal(folder) == .noJournal(path: folder))
      #expect(refusal(folder)?.description.contains("--journal") == true)
      #expect(refusal(folder)?.exitCode == 66)
    }
  }

  @Test("A folder in place of the journal says what to name")
  func folderInPlace() throws {
    try withFolder { folder in
      let path = folder + "/journal.sqlite"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      #expect(refusal(folder) == .foreign(path: path, detail: "a folder"))
      #expect(refusal(folder)?.description.contains("name the journal.sqlite") == true)
    }
  }

  @Test("A text, an empty file and a database of something else are no journals")
  func foreign() throws {
    try withFolder { folder in
      try "not a database, but long enough to be looked at as one".write(
        toFile: folder + "/text", atomically: true, encoding: .utf8)
      #expect(refusal(folder + "/text")?.description.contains("not a journal") == true)
      try Data().write(to: URL(fileURLWithPath: folder + "/empty"))
      #expect(refusal(folder + "/empty")?.exitCode == 65)
      let queue = try DatabaseQueue(path: folder + "/other")
      try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
      try queue.close()
      #expect(refusal(folder + "/other")?.exitCode == 65)
    }
  }

  @Test("A journal of the first schema has no names; one of a later schema is not guessed at")
  func versions() throws {
    try withFolder { folder in
      let old = try DatabaseQueue(path: folder + "/old")
      try old.write { try $0.execute(sql: "CREATE TABLE journal (at INTEGER)") }
      try old.close()
      #expect(
        refusal(folder + "/old") == .olderSchema(path: folder + "/old", found: 1, supported: 2))
      let path = folder + "/new"
      try RichJournal.make().write(to: path)
      let new = try DatabaseQueue(path: path)
      try new.writeWithoutTransaction { try $0.execute(sql: "PRAGMA user_version = 9") }
      try new.close()
      #expect(refusal(path) == .newerSchema(path: path, found: 9, supported: 2))
    }
  }

  @Test(
    "A journal that lacks what it must say is damaged",
    arguments: [
      "DELETE FROM arm", "DELETE FROM zone_offset", "UPDATE arm SET window_end = window_start",
      "DROP TABLE label", "DELETE FROM journal", "DELETE FROM journal WHERE change = 'submitted'",
      "UPDATE journal SET due = NULL WHERE change = 'submitted'",
      "UPDATE journal SET change = 'submitted', due = at WHERE change = 'closed'",
      "UPDATE journal SET due = 9223372036854775807 WHERE change = 'submitted'",
      "UPDATE journal SET due = -9223372036854775808 WHERE change = 'reopened'",
      "UPDATE journal SET due = 9223372036854775807 WHERE change = 'resumed'",
      "UPDATE journal SET due = 9223372036854775807 WHERE change = 'deadlineChanged'",
      "UPDATE journal SET at = 9223372036854775807 WHERE seq = 3",
      "UPDATE journal SET at = -9223372036854775808 WHERE seq = 3",
      "UPDATE journal SET contact_at = -9223372036854775808 WHERE change = 'submitted'",
      "UPDATE journal SET detail = 9223372036854775807 WHERE change = 'appraised'",
      "UPDATE arm SET need_shift = -1", "UPDATE arm SET need_shift = 64",
      "UPDATE zone_offset SET seconds = 9223372036854775807",
      "UPDATE zone_offset SET seconds = -9223372036854775808",
      "UPDATE arm SET window_end = 9000000000000000000",
      "UPDATE arm SET window_start = -9223372036854775808",
    ])
  func damaged(sql: String) throws {
    try withFolder { folder in
      let path = folder + "/journal.sqlite"
      try RichJournal.make().write(to: path)
      let queue = try DatabaseQueue(path: path)
      try queue.write { try $0.execute(sql: sql) }
      try queue.close()
      let error = #expect(throws: QueryError.self) {
        try JournalSource(path: path).withWorkspace(arm: 0, language: .english) { _ in }
      }
      #expect(error?.exitCode == 65, "\(String(describing: error))")
    }
  }

  @Test("A truncated file is refused, not half read")
  func truncated() throws {
    try withFolder { folder in
      let path = folder + "/journal.sqlite"
      try RichJournal.make().write(to: path)
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      try data.prefix(data.count / 2).write(to: URL(fileURLWithPath: path))
      #expect(throws: QueryError.self) {
        try JournalSource(path: path).withWorkspace(arm: 0, language: .english) {
          _ = try QuerySessionProbe.all($0)
        }
      }
    }
  }

  @Test("Reading changes no byte")
  func readOnly() throws {
    try withFolder { folder in
      let path = folder + "/journal.sqlite"
      try RichJournal.make().write(to: path)
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      try JournalSource(path: path).withWorkspace(arm: 0, language: .english) {
        _ = try QuerySessionProbe.all($0)
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["journal.sqlite"])
    }
  }

  @Test("Another connection with the same tables and views is asked the same")
  func seam() throws {
    try withFolder { folder in
      let path = folder + "/journal.sqlite"
      try RichJournal.make().write(to: path)
      let store = try DatabaseQueue()
      try store.writeWithoutTransaction { db in
        try db.execute(sql: "ATTACH ? AS kept", arguments: [path])
        for table in ["arm", "zone_offset", "working_day", "label", "journal"] {
          try db.execute(sql: "CREATE TEMP VIEW \(table) AS SELECT * FROM kept.\(table)")
        }
      }
      let direct = try JournalSource(path: path).withWorkspace(arm: 0, language: .english) {
        try QuerySessionProbe.all($0)
      }
      let through = try JournalSource(store, path: "store").withWorkspace(
        arm: 0, language: .english
      ) { try QuerySessionProbe.all($0) }
      #expect(direct == through && !direct.isEmpty)
    }
  }

  @Test("Several arms are answered one after the other, and can be chosen")
  func arms() throws {
    try withFolder { folder in
      let path = folder + "/journal.sqlite"
      let file = try JournalFile(path: path)
      for scenario in ["base", "reform"] {
        let number = try file.add(TinyJournal.arm(scenario, "plain"), labels: TinyJournal.labels)
        let rows = RichJournal.make().rows.filter { scenario == "base" || $0.appeal <= 1 }
        try file.append(rows.sorted { $0.at < $1.at }, arm: number, first: 0)
      }
      try file.close()
      let source = try JournalSource(path: path)
      let query = [Query.probe([], [.appeals])]
      let both = try QuerySession(source: source, arms: [], language: .english)
        .run(query, QueryOptions())
      #expect(both[0].map(\.arm) == ["base/plain", "reform/plain"])
      #expect(both[0].map { $0.rows[0][0].value } == [12, 1])
      #expect(both[0].csv() == "arm,appeals\nbase/plain,12\nreform/plain,1\n")
      let one = try QuerySession(source: source, arms: ["reform/plain"], language: .english)
        .run(query, QueryOptions())
      #expect(one[0].map(\.arm) == ["reform/plain"])
      let error = #expect(throws: QueryError.self) { try source.arms(["other"]) }
      #expect(error?.description.contains("base/plain, reform/plain") == true)
    }
  }
}

/// The whole catalogue as text.
enum QuerySessionProbe {
  static func all(_ workspace: Workspace) throws -> String {
    try Catalogue.queries.map { try workspace.run($0).csv() }.joined()
  }
}
