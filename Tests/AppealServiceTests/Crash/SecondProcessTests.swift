import AppealCore
import AppealStore
import Foundation
import ServiceFixtures
import Testing

@Suite("Another process beside the writer")
struct SecondProcessTests {
  /// Locks of fcntl(2) belong to the process: to close any descriptor on the file drops them all, and
  /// then the next who comes and goes takes the writer's log for one left behind.
  @Test("Whoever looks into the file from the writer's process leaves its locks alone")
  func locks() throws {
    let folder = try Folder()
    let policy = try Town.policy()
    let path = try folder.store(policy: policy)
    let opened = try AppealStore.open(path: path, policy: policy)
    let store = opened.store
    var core = opened.core
    var journal = JournalBuffer()
    for reference in 1...2 {
      try core.apply(Town.submit(UInt64(reference)), at: Town.monday, into: &journal)
      try store.commit(journal, core: core)
      journal.removeAll(keepingCapacity: true)
      #expect(StoreReader.isStore(at: path))
      #expect(try StoreReader(path: path).entries == UInt64(reference))
      #expect(try Self.visit(path) == 0)
      #expect(FileManager.default.fileExists(atPath: path + "-wal"), "the log in use is gone")
    }
    #expect(try StoreReader(path: path).entries == 2)
    try store.close()
    #expect(try StoreReader(path: path).check(policy: policy).problems == [])
  }

  /// Has a process of its own open the store and let it go.
  private static func visit(_ path: String) throws -> Int32 {
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    let process = Process()
    process.executableURL = URL(filePath: tests).deletingLastPathComponent()
      .appending(path: "CrashChild")
    process.arguments = [path]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
