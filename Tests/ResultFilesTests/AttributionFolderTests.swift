import Foundation
import ResultFiles
import ResultFixtures
import Testing

@Suite struct AttributionFolderTests {
  @Test func whatWasWrittenIsReadAgain() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/attribution"
    let result = makeFixtureAttribution()
    try AttributionFolder.write(result, to: path)
    #expect(try AttributionFolder.read(from: path) == result)
    #expect(AttributionFolder.exists(at: path) && !ResultFolder.exists(at: path))
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(names == ["attribution.csv", "attribution.json", "manifest.json"])
  }

  @Test func theSameResultGivesTheSameBytes() throws {
    let texts = try (0..<2).map { _ in try AttributionFolder.json(of: makeFixtureAttribution()) }
    #expect(texts[0] == texts[1])
    #expect(texts[0].contains("\"schema\" : \"huying.attribution/1\""))
    #expect(texts[0].contains("\"own_limit_indicators\""))
    #expect(texts[0].hasSuffix("}\n"))
  }

  @Test func theTableHoldsEveryValueAndTotal() throws {
    let result = makeFixtureAttribution()
    let lines = AttributionTable.csv(of: result).split(separator: "\n")
    #expect(lines.count == 1 + result.totals.count + result.values.count)
    let columns = lines[0].split(separator: ",").count
    #expect(
      lines.allSatisfy {
        $0.split(separator: ",", omittingEmptySubsequences: false).count == columns
      })
    #expect(!lines.contains { $0.hasPrefix("limits,") && $0.contains(",on_time_share,") })
    #expect(lines.contains { $0.hasPrefix("limits,7,") && $0.contains(",left_out,") })
  }

  @Test func aNumberThatIsNoneIsRefusedAndLeavesNothing() throws {
    let folder = try TemporaryFolder()
    var result = makeFixtureAttribution()
    result.totals[0].with = .nan
    #expect(throws: ResultFolderError.self) {
      try AttributionFolder.write(result, to: folder.path + "/x")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func anAttributionAndOtherResultsReplaceOneAnotherButNothingElse() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/x"
    try AttributionFolder.write(makeFixtureAttribution(), to: path)
    try ResultFolder.write(makeFixtureResult(replications: 1, days: 2), to: path)
    #expect(!AttributionFolder.exists(at: path))
    #expect(throws: ResultFolderError.self) { try AttributionFolder.read(from: path) }
    try AttributionFolder.write(makeFixtureAttribution(), to: path)
    try FileManager.default.removeItem(atPath: path + "/manifest.json")
    #expect(throws: ResultFolderError.self) {
      try AttributionFolder.write(makeFixtureAttribution(), to: path)
    }
  }

  @Test func aNewerOrBrokenDocumentIsSaidToBeSo() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/x"
    #expect(throws: ResultFolderError.missing(path: path, command: "attribute")) {
      try AttributionFolder.read(from: path)
    }
    try AttributionFolder.write(makeFixtureAttribution(), to: path)
    try Data("{}".utf8).write(to: URL(fileURLWithPath: path + "/attribution.json"))
    let broken = #expect(throws: ResultFolderError.self) { try AttributionFolder.read(from: path) }
    #expect(broken?.exitCode == 65)
    try Data("{\"schema\": \"huying.attribution/2\"}".utf8)
      .write(to: URL(fileURLWithPath: path + "/manifest.json"))
    #expect(throws: ResultFolderError.newerSchema(path: path, found: 2, supported: 1)) {
      try AttributionFolder.read(from: path)
    }
  }
}
