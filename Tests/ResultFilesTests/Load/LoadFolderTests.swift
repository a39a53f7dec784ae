import Foundation
import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadFolderTests {
  private func whole() -> LoadResult {
    var result = makeFixtureLoad(outcome: .thresholdFailed)
    var earlier = makeFixtureLoad(slower: 2)
    earlier.capacity = nil
    result.comparison = LoadComparison(of: result, with: earlier)
    result.settings.trace = "t.csv"
    result.settings.store.isInMemory = true
    result.notices = [BilingualText(zh: "注意。", en: "Mind.")]
    return result
  }

  @Test func whatIsWrittenIsRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x")
    let result = whole()
    try LoadFolder.write(result, to: path)
    #expect(try LoadFolder.read(from: path) == result)
    #expect(LoadFolder.exists(at: path))
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    #expect(
      names == [
        "capacity.csv", "histograms", "load.json", "manifest.json", "operations.csv",
        "percentiles.csv", "timeline.csv",
      ])
    // 5 operations over the run and 3 stages over the operations, of four latencies each.
    let histograms = try FileManager.default.contentsOfDirectory(atPath: path + "/histograms")
    #expect(histograms.count == 8 * 4 && histograms.contains("all-submit-intended.hgrm"))
    #expect(folder.names == ["x"])
  }

  @Test func whatIsAbsentStaysAbsent() throws {
    var result = makeFixtureLoad(capacity: false)
    result.chainMatches = nil
    result.memory = nil
    result.driver.commandsPerAccept = nil
    result.capacity?.confidence = nil
    result.settings.explanation = nil
    result.settings.preset = nil
    result.settings.seed = .max
    result.stages[0].offeredPerSecond = nil
    result.stages[0].offeredPerSecondAtEnd = nil
    result.thresholds[0].measured = nil
    result.operations[1].service = .none
    let text = try LoadDocument.json(of: result)
    #expect(try LoadDocument.result(of: text, path: "x") == result)
    #expect(try LoadDocument.json(of: result) == text)
  }

  @Test func withoutHistogramsThePercentilesRemain() throws {
    let result = makeFixtureLoad()
    let text = try LoadDocument.json(of: result, histograms: false)
    #expect(!text.contains("bucket"))
    let read = try LoadDocument.result(of: text, path: "x")
    let (old, new) = (
      try #require(result.operation("submit")), try #require(read.operation("submit"))
    )
    #expect(new.intended.buckets.isEmpty && new.intended.percentiles == old.intended.percentiles)
    #expect(new.intended.us(atPercent: 99.9) == old.intended.us(atPercent: 99.9))
  }

  @Test func otherResultsAreNotOverwrittenAndNotRead() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("x")
    try AttributionFolder.write(makeFixtureAttribution(), to: path)
    let refused = #expect(throws: ResultFolderError.self) {
      try LoadFolder.write(makeFixtureLoad(), to: path)
    }
    #expect(refused?.exitCode == 73)
    #expect(throws: ResultFolderError.self) { try LoadFolder.precheck(path) }
    #expect(throws: ResultFolderError.self) { try LoadFolder.read(from: path) }
    #expect(AttributionFolder.exists(at: path))
    // Nor does another kind of result replace a load run; a load run does.
    let own = folder.file("y")
    try LoadFolder.write(makeFixtureLoad(), to: own)
    #expect(throws: ResultFolderError.self) {
      try AttributionFolder.write(makeFixtureAttribution(), to: own)
    }
    try LoadFolder.write(whole(), to: own)
    #expect(try LoadFolder.read(from: own) == whole())
  }

  @Test func aFailureWhileAddingLeavesWhatWasThere() throws {
    struct Stop: Error {}
    let folder = try TemporaryFolder()
    let path = folder.file("x")
    let before = makeFixtureLoad()
    try LoadFolder.write(before, to: path)
    #expect(throws: Stop.self) { try LoadFolder.write(whole(), to: path) { _ in throw Stop() } }
    #expect(try LoadFolder.read(from: path) == before)
    #expect(folder.names == ["x"])
  }

  @Test func aNumberThatIsNoneIsRefused() throws {
    let folder = try TemporaryFolder()
    var result = makeFixtureLoad()
    result.timeline[3].batchMean = .nan
    let refused = #expect(throws: ResultFolderError.self) {
      try LoadFolder.write(result, to: folder.file("x"))
    }
    #expect(refused?.exitCode == 70)
    #expect(refused?.description.contains("second 3") == true)
    #expect(folder.names.isEmpty)
  }

  @Test func aDocumentThatIsWrongIsNamedByItsMember() throws {
    let text = try LoadDocument.json(of: makeFixtureLoad())
    func mistake(_ edit: (String) -> String) -> ResultFolderError? {
      #expect(throws: ResultFolderError.self) {
        try LoadDocument.result(of: edit(text), path: "p")
      }
    }
    let member = mistake {
      $0.replacing("\"second\": 89", with: "\"second\": \"late\"")
    }
    #expect(
      member == .corrupt(path: "p", detail: "timeline[89].second is not a whole number"))
    let name = mistake { $0.replacing("\"kind\": \"soak\"", with: "\"kind\": \"rest\"") }
    #expect(name == .corrupt(path: "p", detail: "stages[2].kind has no value that is known"))
    let newer = mistake { $0.replacing("huying.load/1", with: "huying.load/2") }
    #expect(newer == .newerSchema(path: "p", found: 2, supported: 1))
    let foreign = mistake { $0.replacing("huying.load/1", with: "huying.results/1") }
    #expect(foreign?.exitCode == 65)
    #expect(mistake { String($0.dropLast(9)) }?.exitCode == 65)
  }

  /// Texts that the reader must not take, by themselves or by what they would mean.
  @Test(
    arguments: [
      "", "[]", "{", "{\"schema\": }", "{\"schema\": \"huying.load/1\"} {}", "{\"a\": 01e}",
      "{\"a\": \"\\ud800\"}", "{\"a\": \"\\x\"}", "{\"a\": .5}", "{\"a\": 1.}", "{\"a\": nan}",
      "{\"a\": \"\n\"}", String(repeating: "[", count: 100_000),
    ])
  func whatIsNoDocumentIsRefused(_ text: String) {
    let refused = #expect(throws: ResultFolderError.self) {
      try LoadDocument.result(of: text, path: "p")
    }
    // Text that stands before what nobody asks for is not looked at more closely.
    #expect(refused?.exitCode == 65)
    let details = ["it is no JSON object", "schema is missing"]
    #expect(details.contains { refused == .corrupt(path: "p", detail: $0) })
  }

  /// Figures that would stop the reader, or run for ever, in what follows.
  @Test(arguments: [
    ("\"second\": 89", "\"second\": 90", "timeline[89].second is not 89"),
    ("\"queue_depth\": 2000", "\"queue_depth\": -1", "timeline[45] has a figure below 0"),
    ("\"seconds\": 70", "\"seconds\": 1e300", "stages[2] spans more than thirty days"),
    ("\"seconds\": 70", "\"seconds\": -70", "stages[2] spans more than thirty days"),
    ("\"rate\": 16000", "\"rate\": 1e300", "capacity.trials[3] has a figure"),
    ("\"max_us\": 900", "\"max_us\": 9223372036854775807", ".max_us is out of range"),
    ("\"percentiles\": {", "\"percentiles\": { \"x\": 1,", "has a wrong entry “x”"),
    ("\"bucket_us\": [", "\"bucket_us\": [0, 0, ", "bucket_count has not as many items"),
    ("\"bucket_count\": [", "\"bucket_count\": [0, ", "bucket_count has not as many items"),
    ("\"gsl_version\"", "\"gsl\"", "settings.provenance.gsl_version is missing"),
  ])
  func whatWouldStopTheReaderIsRefused(_ old: String, _ new: String, _ detail: String) throws {
    let text = try LoadDocument.json(of: makeFixtureLoad())
    let place = try #require(text.range(of: old))
    let refused = #expect(throws: ResultFolderError.self) {
      try LoadDocument.result(of: text.replacingCharacters(in: place, with: new), path: "p")
    }
    #expect(refused?.description.contains(detail) == true, "\(String(describing: refused))")
  }

  @Test(arguments: [
    ([1, 2], [3, 4], 8, "another sum"), ([1, 2], [3, 4], 6, "another sum"),
    ([1, 2], [Int.max, Int.max], 7, "below 1"), ([1, 2], [7, 0], 7, "below 1"),
    ([2, 1], [3, 4], 7, "not ascending"), ([-1, 1], [3, 4], 7, "not ascending"),
    ([1, 2], [3], 3, "as many items"), ([1], [-5], -5, "out of range"),
  ])
  func aHistogramMustFitItsCount(
    _ values: [Int], _ counts: [Int], _ count: Int, _ detail: String
  ) throws {
    var result = makeFixtureLoad()
    result.operations = [result.operations[0]]
    result.operations[0].service = .none
    let text = try LoadDocument.json(of: result)
    let empty = "\"bucket_us\": [],\n        \"bucket_count\": []"
    let head = try #require(text.range(of: "\"service\": {\n        \"count\": 0"))
    var edited = text.replacingCharacters(
      in: head, with: "\"service\": {\n        \"count\": \(count)")
    let place = try #require(edited.range(of: empty))
    edited.replaceSubrange(place, with: "\"bucket_us\": \(values), \"bucket_count\": \(counts)")
    let refused = #expect(throws: ResultFolderError.self) {
      try LoadDocument.result(of: edited, path: "p")
    }
    #expect(refused?.description.contains(detail) == true, "\(String(describing: refused))")
  }

  @Test func textsComeBackCharByChar() throws {
    var result = makeFixtureLoad()
    let odd = "\"q\" \\ / \n\t\u{1}\u{8}\u{1F600} 中文 e\u{301}"
    result.verdict.reason = BilingualText(zh: odd, en: odd)
    let text = try LoadDocument.json(of: result)
    #expect(try LoadDocument.result(of: text, path: "p") == result)
    let escaped = text.replacing("\u{1F600}", with: "\\ud83d\\ude00")
    #expect(escaped != text)
    #expect(try LoadDocument.result(of: escaped, path: "p") == result)
  }
}
