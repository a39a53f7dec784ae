import AppealStore
import Foundation
import GRDB
import Testing

/// What is no store, or cannot be used, is refused with one sentence and a code of sysexits.
@Suite("What is refused")
struct RefusalTests {
  let folder: StoreFolder
  let world: RecordedWorld

  init() throws {
    folder = try StoreFolder()
    world = try RecordedWorld.shared.get()
  }

  func open(_ path: String, _ options: StoreOptions = StoreOptions()) -> StoreError? {
    storeError { _ = try AppealStore.open(path: path, policy: world.policy, options: options) }
  }

  func create(_ path: String) -> StoreError? {
    storeError {
      _ = try AppealStore.create(path: path, policy: world.policy, identity: world.identity)
    }
  }

  @Test func nothingThere() {
    let path = folder.file()
    #expect(open(path) == .missing(path: path))
    #expect(StoreError.missing(path: path).exitCode == 66)
  }

  @Test func folderInPlaceOfAFile() {
    #expect(open(folder.path) == .isFolder(path: folder.path))
    #expect(create(folder.path) == .isFolder(path: folder.path))
    #expect(StoreError.isFolder(path: "").exitCode == 66)
  }

  @Test func missingFolder() {
    let path = folder.file("none/a.store")
    #expect(create(path) == .noFolder(path: path))
    #expect(StoreError.noFolder(path: path).exitCode == 73)
  }

  @Test func fileInTheWay() throws {
    let path = try folder.filled(10)
    #expect(create(path) == .exists(path: path))
    // What is there is as it was, and nothing lies beside it.
    #expect(try StoreReader(path: path).check(policy: world.policy).isSound)
    #expect(!(try folder.names()).contains { $0.contains("unfinished") })
    #expect(StoreError.exists(path: path).exitCode == 73)
  }

  /// SQLite plays a log onto whatever has the name that it belongs to.
  @Test func aLogOfAStoreThatIsGone() throws {
    let (path, source) = (folder.file(), folder.file("source.store"))
    let store = try AppealStore.create(path: path, policy: world.policy, identity: world.identity)
    var driver = try Driver(world)
    try driver.play(400, batch: 50, to: store)
    try FileManager.default.copyItem(atPath: path + "-wal", toPath: folder.file("log"))
    try store.close()
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    _ = try folder.filled(10, name: "source.store")
    for log in [path + "-wal", path + "-journal"] {
      try FileManager.default.copyItem(atPath: folder.file("log"), toPath: log)
      #expect(create(path) == .strayLog(path: log))
      let reader = try StoreReader(path: source)
      #expect(storeError { try reader.backUp(to: path) } == .strayLog(path: log))
      #expect(!FileManager.default.fileExists(atPath: path))
      try FileManager.default.removeItem(atPath: log)
    }
    #expect(!(try folder.names()).contains { $0.contains("unfinished") })
    #expect(create(path) == nil)
    #expect(try StoreReader(path: path).statistics().entries == 0)
  }

  /// Where no hard links are, a file is moved to its name, and nothing is replaced either.
  @Test func movedWithoutALink() throws {
    let (source, target) = (folder.file("source"), folder.file("target"))
    try Data("new".utf8).write(to: URL(filePath: source))
    try Data("old".utf8).write(to: URL(filePath: target))
    #expect(
      storeError { try StoreFile.moveWithoutLink(source, to: target) } == .exists(path: target))
    #expect(try Data(contentsOf: URL(filePath: target)) == Data("old".utf8))
    try FileManager.default.removeItem(atPath: target)
    try StoreFile.moveWithoutLink(source, to: target)
    #expect(try Data(contentsOf: URL(filePath: target)) == Data("new".utf8))
    #expect(try folder.names() == ["target"])
    let missing = storeError { try StoreFile.moveWithoutLink(source, to: folder.file("other")) }
    #expect(missing?.exitCode == 74)
    #expect(try folder.names() == ["target"])
  }

  @Test func emptyFile() {
    let path = folder.file()
    #expect(FileManager.default.createFile(atPath: path, contents: Data()))
    let error = open(path)
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("empty") == true)
  }

  @Test func text() throws {
    let path = folder.file()
    try String(repeating: "民有所呼,我有所应\n", count: 40)
      .write(toFile: path, atomically: true, encoding: .utf8)
    let error = open(path)
    #expect(error?.exitCode == 65)
    #expect(error?.description.contains("does not begin as a database") == true)
  }

  @Test func databaseOfSomethingElse() throws {
    let path = folder.file()
    try folder.tamper(path, "CREATE TABLE t (a)")
    #expect(open(path) == .foreign(path: path, detail: "a database of something else"))
  }

  @Test func newerSchema() throws {
    let path = try folder.filled(10)
    try folder.tamper(path, "PRAGMA user_version = 99")
    #expect(open(path) == .newerSchema(path: path, found: 99, supported: 2))
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM reference; END",
    "CREATE VIEW v AS SELECT 1", "CREATE TABLE t (a)", "DROP VIEW appeal",
    "CREATE INDEX i ON entry (appeal)",
  ])
  func changedSchema(sql: String) throws {
    let path = try folder.filled(10)
    try folder.tamper(path, sql)
    guard case .foreign(path, let detail)? = open(path) else {
      Issue.record("a schema with another object was taken")
      return
    }
    #expect(detail.contains("schema differs"))
  }

  /// SQLite's own names are no free pass.
  @Test func aTriggerUnderSQLitesName() throws {
    let path = try folder.filled(10)
    try folder.tamper(
      path, "PRAGMA writable_schema = ON",
      """
      INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_evil', 'entry', 0,
        'CREATE TRIGGER sqlite_evil AFTER INSERT ON entry BEGIN DELETE FROM reference; END')
      """)
    guard case .foreign(path, let detail)? = open(path) else {
      Issue.record("a trigger with a name of SQLite's was taken")
      return
    }
    #expect(detail.contains("sqlite_evil"))
  }

  @Test func statisticsOfSQLiteAreTaken() throws {
    let path = try folder.filled(400)
    try folder.tamper(path, "ANALYZE")
    #expect(open(path) == nil)
  }

  /// What STRICT and NOT NULL forbid can still be in a file; a writer does not look at every page.
  @Test(arguments: [
    "UPDATE identity SET window_start = NULL", "UPDATE identity SET zone = x'00'",
    "UPDATE identity SET seed = 'many'", "UPDATE head SET seq = NULL",
    "UPDATE head SET chain = 'x'",
    "UPDATE head SET seq = -5", "UPDATE identity SET window_end = 9223372036854775807",
    "UPDATE identity SET window_start = -9223372036854775807",
    "UPDATE identity SET window_end = window_start + 864000000000000",
  ])
  func oddHead(sql: String) throws {
    let path = try folder.filled(10)
    let loose = "replace(replace(sql, ' STRICT', ''), ' NOT NULL', '')"
    let tables = "name IN ('identity', 'head')"
    try folder.tamper(
      path, "CREATE TABLE kept AS SELECT name, sql FROM sqlite_master WHERE \(tables)")
    try folder.tamper(
      path, "PRAGMA writable_schema = ON", "UPDATE sqlite_master SET sql = \(loose) WHERE \(tables)"
    )
    try folder.tamper(path, sql)
    try folder.tamper(
      path, "PRAGMA writable_schema = ON",
      "UPDATE sqlite_master SET sql = (SELECT sql FROM kept WHERE kept.name = sqlite_master.name) "
        + "WHERE \(tables)")
    try folder.tamper(path, "DROP TABLE kept")
    let error = open(path)
    #expect(error?.exitCode == 65, "\(String(describing: error))")
    #expect(storeError { _ = try StoreReader(path: path) }?.exitCode == 65)
  }

  @Test func otherPolicy() throws {
    let path = try folder.filled(10)
    var policy = world.policy
    policy.returns.limit += 1
    let error = storeError { _ = try AppealStore.open(path: path, policy: policy) }
    guard case .otherPolicy(path, let scenario, _)? = error else {
      Issue.record("another policy was taken: \(String(describing: error))")
      return
    }
    #expect(scenario == world.identity.scenario)
    #expect(error?.exitCode == 78)
  }

  @Test func readOnlyFile() throws {
    let path = try folder.filled(10)
    chmod(path, 0o444)
    #expect(open(path) == .readOnly(path: path))
    #expect(StoreError.readOnly(path: path).exitCode == 73)
  }

  @Test(arguments: [40, 4_096, 40_000])
  func truncatedFile(bytes: Int) throws {
    let path = try folder.filled(2_000)
    truncate(path, off_t(bytes))
    var options = StoreOptions()
    options.checksPages = true
    let error = open(path, options)
    #expect(error?.exitCode == 65, "\(String(describing: error))")
    #expect(storeError { _ = try StoreReader(path: path) }?.exitCode == 65)
  }

  @Test func damagedPage() throws {
    let path = try folder.filled(2_000)
    let handle = try #require(FileHandle(forUpdatingAtPath: path))
    try handle.seek(toOffset: 5 * 4_096)
    try handle.write(contentsOf: Data(repeating: 0xA5, count: 4_096))
    try handle.close()
    guard case .damaged? = storeError({ _ = try StoreReader(path: path) }) else {
      Issue.record("a page of noise was taken")
      return
    }
  }

  @Test func everySentenceEndsAndNamesTheFile() {
    let all: [StoreError] = [
      .missing(path: "p"), .isFolder(path: "p"), .noFolder(path: "p"), .exists(path: "p"),
      .strayLog(path: "p"),
      .notADatabase(path: "p", detail: "d"), .foreign(path: "p", detail: "d"),
      .newerSchema(path: "p", found: 3, supported: 2),
      .olderSchema(path: "p", found: 1, supported: 2), .itself(path: "p"),
      .otherPolicy(path: "p", scenario: "s", hash: "h"), .damaged(path: "p", detail: "d"),
      .busy(path: "p"), .readOnly(path: "p"), .forbidden(path: "p"), .diskFull(path: "p"),
      .inputOutput(path: "p", detail: "d"), .duplicateReference(path: "p", reference: 1),
      .outOfStep(path: "p", stored: 1, core: 3), .spansTooLong(path: "p"), .stopped(path: "p"),
    ]
    for error in all {
      #expect(error.description.hasPrefix("p: ") && error.description.hasSuffix("."), "\(error)")
      #expect((64...78).contains(error.exitCode))
    }
  }
}
