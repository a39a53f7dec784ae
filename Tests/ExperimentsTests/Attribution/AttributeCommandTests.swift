import Foundation
import Testing

/// `huying attribute` from the outside, on a week of the shipped scenario.
@Suite(.enabled(if: Program.isBuilt, "the program is not built beside the tests"))
struct AttributeCommandTests {
  private static let root = TemporaryScenarios.root

  private func run(_ arguments: [String]) throws -> (code: Int32, out: String, complaints: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments =
      ["attribute", Self.root + "/Scenarios/baselines/pingshan-2016.yaml"] + arguments
    let (out, complaints) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = complaints
    try process.run()
    let text = String(decoding: out.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let said = String(
      decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text, said)
  }

  private func lever(_ name: String) -> String { "\(Self.root)/Scenarios/levers/\(name).yaml" }

  private let short = [
    "--days", "7", "--replications", "2", "--permutations", "2", "--explanation", "congestion",
    "--language", "en",
  ]

  @Test("It writes a folder with document, table, page and pictures, and prints one table")
  func folder() throws {
    let scenarios = try TemporaryScenarios()
    defer { scenarios.remove() }
    let out = scenarios.folder + "/out"
    let run = try run(
      [
        "--levers", lever("07-deadline-order"), lever("13-progress-bar"), "--indicator",
        "on_time_share_reference", "--out", out,
      ] + short)
    #expect(run.code == 0 && run.complaints.isEmpty, "\(run.complaints)")
    #expect(run.out.hasPrefix("Attribution within the model (On time, reference limits): 2 levers"))
    #expect(run.out.contains("Lists in order of deadline") && run.out.contains("All levers"))
    #expect(run.out.contains("trials of"))
    let names = try FileManager.default.contentsOfDirectory(atPath: out).sorted()
    #expect(
      names == [
        "attribution.csv", "attribution.json", "coalitions.csv", "figures", "index.html",
        "manifest.json",
      ])
    let trials = try String(contentsOfFile: out + "/coalitions.csv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    #expect(trials[0].suffix(2) == ["replication", "on_time_share_reference"])
    // Two levers, of which one assumes behaviour: 4 sets by structure, 2 more at each of 3 ends.
    #expect(trials.count == 1 + 2 * (4 + 3 * 2))
    #expect(trials[1].prefix(4) == ["congestion", "none", "", "0"])
    let figures = try FileManager.default.contentsOfDirectory(atPath: out + "/figures")
    #expect(
      figures.filter { $0.hasSuffix(".svg") }
        == ["waterfall-on-time-share-reference-congestion.svg"])
  }

  @Test("With --json it prints the document of the folder and nothing else")
  func json() throws {
    let scenarios = try TemporaryScenarios()
    defer { scenarios.remove() }
    let out = scenarios.folder + "/out"
    let run = try run(["--json", "--levers", lever("07-deadline-order"), "--out", out] + short)
    #expect(run.code == 0)
    #expect(run.out == (try String(contentsOfFile: out + "/attribution.json", encoding: .utf8)))
  }

  @Test(
    "What cannot be run is refused with one sentence and a code of sysexits.h",
    arguments: [
      (["--permutations", "3"], "--permutations", Int32(64)),
      (["--indicator", "backlog_mean"], "--indicator", 64),
      (["--days", "0"], "--days", 64),
      (["--explanation", "fate"], "fate", 64),
      (["--out", ""], "--out", 64),
    ])
  func refused(arguments: [String], named: String, code: Int32) throws {
    let run = try run(["--levers", lever("07-deadline-order")] + arguments)
    #expect(run.code == code, "\(run.complaints)")
    #expect(run.complaints.hasPrefix("huying: ") && run.complaints.contains(named))
    #expect(run.complaints.split(separator: "\n").count == 1 && run.out.isEmpty)
  }

  @Test("A folder stands for its documents by name; two that clash are named")
  func leversOfFolder() throws {
    let scenarios = try TemporaryScenarios()
    defer { scenarios.remove() }
    try FileManager.default.createDirectory(
      atPath: scenarios.folder + "/levers", withIntermediateDirectories: true)
    for (name, limit) in [("b", 3), ("a", 2)] {
      try scenarios.write(
        "levers/\(name)", "kind: lever\nid: \(name)\nstructure: {returns: {limit: \(limit)}}")
    }
    let run = try run(
      ["--levers", scenarios.folder + "/levers", "--out", scenarios.folder + "/out"] + short)
    #expect(run.code == 0)
    #expect(
      run.complaints == "huying: b and a set returns.limit to different values; where both are in "
        + "force b wins.\n")
    let page = try String(contentsOfFile: scenarios.folder + "/out/index.html", encoding: .utf8)
    #expect(page.contains("set returns.limit to different values"))
  }

  @Test("A need that is not among the levers is named, with the line of its file")
  func missingNeed() throws {
    let run = try run(["--levers", lever("05-form-v2")])
    #expect(run.code == 78)
    #expect(run.complaints.contains("05-form-v2.yaml:") && run.complaints.contains("'form-v1'"))
  }
}

enum Program {
  static let path = TemporaryScenarios.root + "/.build/release/huying"
  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }
}
