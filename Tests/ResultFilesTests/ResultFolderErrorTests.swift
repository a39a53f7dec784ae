import Foundation
import GRDB
import ResultFiles
import ResultFixtures
import Testing

@Suite struct ResultFolderErrorTests {
  private let small = makeFixtureResult(replications: 2, days: 2)

  private func failure(_ body: () throws -> Void) -> ResultFolderError? {
    do {
      try body()
      return nil
    } catch {
      return error as? ResultFolderError
    }
  }

  @Test func aMissingFolderIsNamed() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("nowhere")
    let error = failure { _ = try ResultFolder.read(from: path) }
    #expect(error == .missing(path: path, command: "compare"))
    #expect(error?.exitCode == 66)
    #expect(error?.description.contains(path) == true)
  }

  @Test func aFolderOfOtherThingsIsNotRead() throws {
    let folder = try TemporaryFolder()
    let error = failure { _ = try ResultFolder.read(from: folder.path) }
    #expect(error?.exitCode == 65)
  }

  @Test func aForeignDatabaseIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    let file = path + "/results.sqlite"
    try FileManager.default.removeItem(atPath: file)
    let queue = try DatabaseQueue(path: file)
    try queue.write { try $0.execute(sql: "CREATE TABLE songs (title TEXT)") }
    try queue.close()
    #expect(
      failure { _ = try ResultFolder.read(from: path) }
        == .corrupt(path: path + "/results.sqlite", detail: "a database of something else"))
  }

  @Test func aDamagedDatabaseIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    let file = path + "/results.sqlite"
    let whole = contents(file)
    var garbled = whole
    for offset in 5000..<9000 { garbled[offset] = 0xA5 }
    for bytes in [
      Data("not a database, not at all".utf8), Data(whole.prefix(9000)), garbled, Data(),
    ] {
      try bytes.write(to: URL(fileURLWithPath: file))
      #expect(failure { _ = try ResultFolder.read(from: path) }?.exitCode == 65)
      #expect(failure { _ = try ResultFolder.canonicalDump(of: path) }?.exitCode == 65)
    }
  }

  @Test func aNewerSchemaSaysSo() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    let queue = try DatabaseQueue(path: path + "/results.sqlite")
    try queue.write { try $0.execute(sql: "PRAGMA user_version = 2") }
    try queue.close()
    #expect(
      failure { _ = try ResultFolder.read(from: path) }
        == .newerSchema(path: path + "/results.sqlite", found: 2, supported: 1))
  }

  @Test(arguments: ["huying.results/10", "huying.results/2"])
  func aManifestOfANewerSchemaIsNeitherReadNorReplaced(_ schema: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    try Data("{\"schema\": \"\(schema)\"}".utf8)
      .write(to: URL(fileURLWithPath: path + "/manifest.json"))
    #expect(!ResultFolder.exists(at: path))
    #expect(failure { _ = try ResultFolder.read(from: path) }?.exitCode == 65)
    #expect(failure { try ResultFolder.write(small, to: path) }?.exitCode == 73)
  }

  @Test(arguments: [
    "DELETE FROM estimate", "UPDATE trial_value SET value = 9e999", "PRAGMA user_version = 0",
  ])
  func rowsThatNoResultHasAreRefused(_ sql: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    _ = try ResultFolder.read(from: path)
    let queue = try DatabaseQueue(path: path + "/results.sqlite")
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
    #expect(failure { _ = try ResultFolder.read(from: path) }?.exitCode == 65)
  }

  @Test func whatWouldFailIsSaidBefore() throws {
    let folder = try TemporaryFolder()
    try Data("keep".utf8).write(to: URL(fileURLWithPath: folder.file("file")))
    #expect(failure { try ResultFolder.precheck(folder.path) }?.exitCode == 73)
    #expect(failure { try ResultFolder.precheck(folder.file("file")) }?.exitCode == 73)
    #expect(failure { try ResultFolder.precheck(folder.file("file/deep/er")) }?.exitCode == 73)
    #expect(failure { try ResultFolder.precheck(folder.file("new/deep")) } == nil)
    #expect(folder.names == ["file"])
  }

  @Test func aFullDiskInWhatIsAddedIsSaid() throws {
    let folder = try TemporaryFolder()
    let error = failure {
      try ResultFolder.write(small, to: folder.file("out")) { _ in
        throw DatabaseError(resultCode: .SQLITE_FULL)
      }
    }
    #expect(error?.exitCode == 74)
    #expect(folder.names.isEmpty)
  }

  @Test func aLinkStaysAndLeadsToTheResults() throws {
    let folder = try TemporaryFolder()
    let link = folder.file("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "real")
    for _ in 0..<2 { try ResultFolder.write(small, to: link) }
    #expect(folder.names == ["link", "real"])
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "real")
    #expect(ResultFolder.exists(at: folder.file("real")))
  }

  @Test func whatAnEndedProcessLeftIsRemoved() throws {
    let folder = try TemporaryFolder()
    let alive = ".out.unfinished-1"
    for name in [".out.unfinished-99999999", alive, ".out.unfinished-mine"] {
      try PosixFile.makeFolders(folder.file(name))
    }
    try ResultFolder.write(small, to: folder.file("out"))
    #expect(folder.names == [alive, ".out.unfinished-mine", "out"])
  }

  @Test func temporaryFoldersAreEachTheirOwn() throws {
    let folder = try TemporaryFolder()
    let first = try PosixFile.makeTemporaryFolder(in: folder.path)
    #expect(try PosixFile.makeTemporaryFolder(in: folder.path) != first)
    #expect(folder.names.count == 2)
    let error = failure { _ = try PosixFile.makeTemporaryFolder(in: folder.file("nowhere")) }
    #expect(error?.exitCode == 73)
  }

  @Test func anEditedTableIsRefused() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    let queue = try DatabaseQueue(path: path + "/results.sqlite")
    try queue.write { try $0.execute(sql: "ALTER TABLE daily ADD COLUMN extra TEXT") }
    try queue.close()
    #expect(failure { _ = try ResultFolder.read(from: path) }?.exitCode == 65)
  }

  @Test func whatCannotBeStoredIsNamed() throws {
    let folder = try TemporaryFolder()
    var unknown = small
    unknown.trials[0].scenario = "package-9"
    var infinite = small
    infinite.estimates[3].mean = .nan
    var twice = small
    twice.trials.append(twice.trials[0])
    var listedTwice = small
    listedTwice.scenarios.append(listedTwice.scenarios[0])
    for (result, word) in [
      (unknown, "package-9"), (infinite, "not finite"), (twice, "same key"),
      (listedTwice, "listed twice"),
    ] {
      let error = failure { try ResultFolder.write(result, to: folder.file("out")) }
      #expect(error?.exitCode == 70)
      #expect(error?.description.contains(word) == true)
      #expect(folder.names.isEmpty)
    }
  }

  @Test func aFileInTheWayIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    try Data("keep".utf8).write(to: URL(fileURLWithPath: folder.file("out")))
    #expect(failure { try ResultFolder.write(small, to: folder.file("out")) }?.exitCode == 73)
    #expect(failure { try ResultFolder.write(small, to: folder.file("out/deep")) }?.exitCode == 73)
    #expect(contents(folder.file("out")) == Data("keep".utf8))
  }

  @Test(.enabled(if: FileManager.default.isWritableFile(atPath: "/dev/full")))
  func aFullDeviceIsSaid() throws {
    let error = failure { try PosixFile.write("text", to: "/dev/full") }
    #expect(error == .noSpace(path: "/dev/full"))
    #expect(error?.exitCode == 74)
  }
}
