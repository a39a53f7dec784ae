import Foundation
import GRDB
import ResultFiles
import ResultFixtures
import Testing

@Suite struct ResultFolderTests {
  private let small = makeFixtureResult(replications: 3, days: 5)

  /// Facts in the order of their keys, as a folder gives them back.
  private func canonical(_ result: ExperimentResult) -> ExperimentResult {
    let scenarios = result.scenarios.map(\.id)
    let explanations = result.explanations.map(\.id)
    func place(_ scenario: String, _ explanation: String = "") -> Int {
      (scenarios.firstIndex(of: scenario) ?? 0) * 10
        + (explanations.firstIndex(of: explanation) ?? 0)
    }
    var result = result
    result.groups.sort {
      (place($0.scenario, $0.explanation), $0.dimension.rawValue, $0.key)
        < (place($1.scenario, $1.explanation), $1.dimension.rawValue, $1.key)
    }
    result.posts.sort {
      (place($0.scenario, $0.explanation), $0.post)
        < (place($1.scenario, $1.explanation), $1.post)
    }
    result.heat.sort {
      (place($0.scenario, $0.explanation), $0.measure.rawValue, $0.weekday, $0.hour)
        < (place($1.scenario, $1.explanation), $1.measure.rawValue, $1.weekday, $1.hour)
    }
    result.deadlines.sort {
      (place($0.scenario, $0.explanation), $0.key) < (place($1.scenario, $1.explanation), $1.key)
    }
    result.reproduction.sort {
      (explanations.firstIndex(of: $0.explanation) ?? 0, $0.key)
        < (explanations.firstIndex(of: $1.explanation) ?? 0, $1.key)
    }
    return result
  }

  @Test func readsBackWhatWasWritten() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    #expect(try ResultFolder.read(from: path) == canonical(small))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        == ["comparison.json", "manifest.json", "results.sqlite", "summary.csv"])
    #expect(folder.names == ["out"])
  }

  @Test func theOrderOfFactsDoesNotReachTheBytes() throws {
    let folder = try TemporaryFolder()
    var shuffled = small
    shuffled.trials.reverse()
    shuffled.daily.reverse()
    shuffled.estimates.reverse()
    shuffled.groups.reverse()
    try ResultFolder.write(small, to: folder.file("a"))
    try ResultFolder.write(shuffled, to: folder.file("b"))
    for name in ["comparison.json", "manifest.json", "summary.csv"] {
      #expect(contents(folder.file("a/" + name)) == contents(folder.file("b/" + name)))
    }
    #expect(
      try ResultFolder.canonicalDump(of: folder.file("a"))
        == ResultFolder.canonicalDump(of: folder.file("b")))
  }

  @Test func twoWritesHaveTheSameBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["a", "b"] { try ResultFolder.write(small, to: folder.file(name)) }
    for name in ["comparison.json", "manifest.json", "summary.csv", "results.sqlite"] {
      let first = contents(folder.file("a/" + name))
      #expect(!first.isEmpty)
      #expect(first == contents(folder.file("b/" + name)))
    }
  }

  @Test func theDumpSeesTheLastBitOfANumber() throws {
    let folder = try TemporaryFolder()
    var changed = small
    changed.trials[0].value = changed.trials[0].value.nextUp
    try ResultFolder.write(small, to: folder.file("a"))
    try ResultFolder.write(changed, to: folder.file("b"))
    let first = try ResultFolder.canonicalDump(of: folder.file("a"))
    #expect(try first != ResultFolder.canonicalDump(of: folder.file("b")))
    #expect(first.contains("trial_value(scenario, explanation, replication, indicator, value)\n"))
  }

  @Test func replacesOnlyResults() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    var other = small
    other.settings.seed = 7
    try ResultFolder.write(other, to: path)
    #expect(try ResultFolder.read(from: path).settings.seed == 7)
    #expect(folder.names == ["out"])

    let mine = folder.file("mine")
    try FileManager.default.createDirectory(atPath: mine, withIntermediateDirectories: true)
    try Data("keep".utf8).write(to: URL(fileURLWithPath: mine + "/thesis.txt"))
    #expect(throws: ResultFolderError.self) { try ResultFolder.write(small, to: mine) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: mine) == ["thesis.txt"])
    #expect(folder.names == ["mine", "out"])
  }

  @Test func aFailureWhileAddingLeavesTheOldFolder() throws {
    struct Interrupted: Error {}
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try ResultFolder.write(small, to: path)
    var other = small
    other.settings.seed = 7
    #expect(throws: Interrupted.self) {
      try ResultFolder.write(other, to: path) { _ in throw Interrupted() }
    }
    #expect(try ResultFolder.read(from: path).settings.seed == 20_180_922)
    #expect(folder.names == ["out"])
  }

  @Test func viewsShowIds() throws {
    let folder = try TemporaryFolder()
    try ResultFolder.write(small, to: folder.file("out"))
    let queue = try DatabaseQueue(path: folder.file("out/results.sqlite"))
    let rows = try queue.read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM daily_named WHERE scenario = 'package-2' "
          + "AND explanation = 'unit-habit'")
    }
    #expect(rows == 15)
  }
}
