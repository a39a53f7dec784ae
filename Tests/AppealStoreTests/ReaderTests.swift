import AppealCore
import AppealStore
import CivicTime
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

  @Test func aStoreInUseIsNotReplaced() throws {
    let path = try folder.filled(200)
    let reader = try StoreReader(path: path)
    let other = try folder.filled(500, name: "other.store")
    let before = try rows(other, ["head"])
    let served = try AppealStore.open(path: other, policy: world.policy)
    #expect(storeError { try reader.backUp(to: other, replacing: true) } == .busy(path: other))
    #expect(try rows(other, ["head"]) == before)
    try served.store.close()
    try reader.backUp(to: other, replacing: true)
    #expect(try StoreReader(path: other).entries == reader.entries)
    #expect(!(try folder.names()).contains { $0.contains("unfinished") })
  }

  @Test func whatGivesWay() throws {
    let path = try folder.filled(200)
    let reader = try StoreReader(path: path)
    #expect(storeError { try reader.backUp(to: path, replacing: true) } == .itself(path: path))
    let linked = folder.file("linked.store")
    try FileManager.default.linkItem(atPath: path, toPath: linked)
    #expect(storeError { try reader.backUp(to: linked, replacing: true) } == .itself(path: linked))
    #expect(
      storeError { try reader.backUp(to: folder.path, replacing: true) }
        == .isFolder(path: folder.path))
    let text = folder.file("text")
    try "words".write(toFile: text, atomically: true, encoding: .utf8)
    try reader.backUp(to: text + "/", replacing: true)
    #expect(try StoreReader(path: text).check(policy: world.policy).isSound)
  }

  @Test func whatIsReadTogetherIsOfOneMoment() throws {
    let store = try AppealStore.create(
      path: folder.file(), policy: world.policy, identity: world.identity)
    var driver = try Driver(world)
    try driver.play(1_000, batch: 100, to: store)
    let reader = try StoreReader(path: folder.file())
    let (lines, last) = try reader.atOneMoment {
      let before = try reader.statistics()
      try driver.play(1_000, batch: 100, to: store)
      var (lines, counted) = (-1, 0)
      try reader.export(.entries) { lines += $0.split(separator: "\n").count }
      try reader.forEachEntry { _, _ in counted += 1 }
      #expect(lines == Int(before.entries) && counted == lines)
      return (lines, try reader.lastEntryAt())
    }
    #expect(try reader.statistics().entries == driver.core.entryCount)
    #expect(Int(driver.core.entryCount) > lines && last != nil)
    #expect(try #require(last) < driver.core.now)
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
