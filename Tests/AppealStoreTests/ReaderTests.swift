import AppealStore
import Foundation
import Testing

/// Copies, tables and figures of a store.
@Suite("Looking into a store")
struct ReaderTests {
  let folder: StoreFolder
  let world: RecordedWorld

  init() throws {
    folder = try StoreFolder()
    world = try RecordedWorld.shared.get()
  }

  @Test func aCopyIsMadeWhileTheStoreIsWritten() throws {
    let store = try AppealStore.create(
      path: folder.file(), policy: world.policy, identity: world.identity)
    var driver = try Driver(world)
    try driver.play(2_000, batch: 100, to: store)
    let reader = try StoreReader(path: folder.file())
    let copy = folder.file("copy.store")
    try reader.backUp(to: copy)
    let expected = driver.core.canonicalWords()
    try driver.play(500, batch: 100, to: store)
    let opened = try AppealStore.open(path: copy, policy: world.policy)
    #expect(opened.core.canonicalWords() == expected)
    try opened.store.close()
    #expect(try StoreReader(path: copy).check(policy: world.policy).isSound)
    #expect(storeError { try reader.backUp(to: copy) } == .exists(path: copy))
    try reader.backUp(to: copy, replacing: true)
    #expect(try StoreReader(path: copy).entries == driver.core.entryCount)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!left.contains { $0.contains("unfinished") })
  }

  @Test func aCopyNeedsItsFolder() throws {
    let path = try folder.filled(100)
    let target = folder.file("none/copy.store")
    #expect(
      storeError { try StoreReader(path: path).backUp(to: target) } == .noFolder(path: target))
  }

  @Test func figures() throws {
    let path = try folder.filled(world.steps.count)
    let reader = try StoreReader(path: path)
    let figures = try reader.statistics()
    let opened = try AppealStore.open(path: path, policy: world.policy)
    #expect(figures.entries == opened.core.entryCount)
    #expect(figures.appeals == opened.core.acceptedAppeals)
    #expect(figures.open == opened.core.openAppeals + opened.core.mergedAppeals)
    #expect(figures.appeals == figures.open + figures.closed + figures.cancelled)
    #expect(figures.onTime > 0 && figures.onTime <= figures.closed)
    #expect(figures.lastEntryAt == opened.core.now.milliseconds)
    #expect(figures.commits > 10 && figures.fileBytes > 4_096 && figures.schema == 2)
  }

  @Test(arguments: StoreReader.Table.allCases)
  func tablesAsText(table: StoreReader.Table) throws {
    let reader = try StoreReader(path: try folder.filled(2_000))
    var text = ""
    try reader.export(table) { text += $0 }
    let lines = text.split(separator: "\n")
    let figures = try reader.statistics()
    #expect(lines.count - 1 == (table == .appeals ? figures.appeals : Int(figures.entries)))
    let width = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
    #expect(
      lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == width }
    )
  }
}
