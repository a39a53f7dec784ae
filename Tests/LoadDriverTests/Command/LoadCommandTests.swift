import Foundation
import ResultFiles
import Testing

/// `huying load` from the outside, at rates that any machine keeps.
@Suite(.enabled(if: LoadProgram.isBuilt, "the program is not built beside the tests"))
struct LoadCommandTests {
  private static let scenario = LoadProgram.root + "/Scenarios/baselines/pingshan-2018.yaml"
  /// Three seconds at some two hundred commands a second.
  private static let short = ["--stages", "warmup:20/1s,hold:20/2s", "--language", "en"]

  private func run(
    _ arguments: [String]
  ) throws -> (code: Int32, out: String, complaints: String) {
    try LoadProgram.run(["load", Self.scenario] + arguments)
  }

  @Test func aRunIsDrivenJudgedAndKept() throws {
    let folder = try LoadFolderOfTest()
    let out = folder.path + "/out"
    let run = try run(
      Self.short + [
        "--out", out, "--store", folder.path + "/kept.store", "--fail-if", "errors > 0",
      ])
    #expect(run.complaints.isEmpty, "\(run.complaints)")
    let result = try LoadFolder.read(from: out)
    // A machine under other load may make the driver late, and then says so.
    #expect(run.code == result.verdict.exitCode)
    #expect(result.verdict.outcome != .thresholdFailed)
    let headlines = ["Passed: ", "Void: "]
    #expect(headlines.contains { run.out.hasPrefix($0) })
    #expect(run.out.contains("Open: \(out)/index.html"))
    #expect(result.chainMatches == true)
    #expect(result.stages.map(\.kind) == [.warmUp, .step])
    let submitted = try #require(result.operation("submit"))
    #expect(submitted.achieved > 0 && submitted.errors == 0)
    #expect(
      result.settings.store
        == LoadStore(
          synchronous: "full", batchSize: 100, batchWaitMs: 2, queueCapacity: 8_192,
          isInMemory: result.settings.store.isInMemory))
    #expect(result.settings.preset == nil && result.settings.explanation == "congestion")
    for name in ["index.html", "figures/latency-time.svg", "histograms/all-submit-intended.hgrm"] {
      #expect(FileManager.default.fileExists(atPath: out + "/" + name), "\(name)")
    }
    // The store that was named is kept, no other is left behind.
    #expect(folder.names.contains("kept.store"))
    #expect(!folder.names.contains { $0.hasPrefix("huying-") })
    try again(folder, earlier: out)
  }

  /// The same beside the first: its page names it; `--json` prints a document that can be read.
  private func again(_ folder: LoadFolderOfTest, earlier: String) throws {
    let out = folder.path + "/again"
    let run = try run(
      Self.short + ["--out", out, "--baseline", earlier, "--json", "--batch", "10"])
    let printed = try LoadDocument.result(of: run.out, path: "-")
    #expect(printed.comparison?.differences.map(\.en) == ["batch: 100 → 10"])
    #expect(printed.comparison?.rows.contains { $0.operation == "submit" } == true)
    #expect(printed.operations.allSatisfy { $0.intended.buckets.isEmpty })
    #expect(folder.names == ["again", "kept.store", "out"])
    let made = try LoadProgram.run(["report", out, "--language", "zh-Hans"])
    #expect(made.code == 0)
    let page = try String(contentsOfFile: out + "/index.html", encoding: .utf8)
    #expect(page.contains("批量：100 → 10"))
  }

  @Test func aConditionThatHoldsFailsTheRun() throws {
    let folder = try LoadFolderOfTest()
    let run = try run(
      Self.short + ["--out", folder.path + "/out", "--fail-if", "submit.p50 > 1us"])
    let result = try LoadFolder.read(from: folder.path + "/out")
    // Void says more than failed.
    #expect(run.code == (result.verdict.outcome == .driverLimited ? 3 : 2))
    #expect(run.out.contains("submit.p50 > 1us") && run.out.contains("failed"))
    #expect(result.thresholds.map(\.passed) == [false])
  }

  @Test(arguments: [
    (["--preset", "load", "--stages", "hold:5/1s"], "--preset", Int32(64)),
    (["--stages", "hold:5/1s", "--rate", "5"], "--rate", 64),
    (["--stages", "hold:5"], "hold:5", 64), (["--stages", "rest:5/1s"], "rest", 64),
    (["--stages-file", "x.yaml", "--model", "open"], "--model", 64),
    (["--users", "5"], "--users", 64), (["--think", "1s"], "--think", 64),
    (["--model", "closed", "--rate", "5"], "--rate", 64),
    (["--model", "closed", "--users", "0"], "--users", 64),
    (["--model", "closed", "--think", "soon"], "--think", 64),
    (["--model", "trace"], "--trace", 64), (["--compress", "5"], "--compress", 64),
    (["--model", "shaped", "--preset", "soak"], "--preset", 64),
    (["--duration", "60"], "--duration", 64), (["--rate", "0"], "--rate", 64),
    (["--rate", "nan"], "--rate", 64), (["--batch", "0"], "--batch", 64),
    (["--batch-wait", "2"], "--batch-wait", 64), (["--batch-wait", "2h"], "--batch-wait", 64),
    (["--queue", "0"], "--queue", 64), (["--scale", "0"], "--scale", 64),
    (["--fail-if", "submit.p99 over 5"], "submit.p99 over 5", 64),
    (["--fail-if", "sing.p99 > 5ms"], "sing", 64),
    (["--capacity", "--preset", "load"], "--preset", 64),
    (["--capacity", "--model", "closed"], "--capacity", 64),
    (["--capacity", "--store", "kept.store"], "--store", 64),
    (["--explanation", "all"], "--explanation", 64), (["--explanation", "fate"], "fate", 64),
    (["--out", ""], "--out", 64), (["--out", "/dev/null"], "/dev/null", 73),
    (["--baseline", "/nowhere"], "/nowhere", 66), (["--baseline", "/nowhere"], "huying load", 66),
    (["--baseline", ""], "--baseline", 64), (["--store", ""], "--store", 64),
    (["--model", "trace", "--trace", ""], "--trace", 64),
    (["--mapping", "x.yaml"], "--mapping", 64),
    (["--stages", "hold:5/3s", "--fail-if", "p99 > 1s over 4s"], "4 s in a row", 64),
    (["--capacity", "--duration", "3s", "--fail-if", "p99 > 1s over 4s"], "4 s in a row", 64),
    (["--store", "/dev/null"], "/dev/null", 73),
  ])
  func whatCannotBeRunIsRefused(_ arguments: [String], _ named: String, _ code: Int32) throws {
    let folder = try LoadFolderOfTest()
    let out = arguments.contains("--out") ? [] : ["--out", folder.path + "/out"]
    let run = try run(arguments + out)
    #expect(run.code == code, "\(run.complaints)")
    #expect(run.complaints.hasPrefix("huying: ") && run.complaints.contains(named))
    #expect(run.complaints.split(separator: "\n").count == 1 && run.out.isEmpty)
    #expect(folder.names.isEmpty)
  }

  /// The folder is replaced as a whole: a store in it would be gone.
  @Test func aStoreInsideTheResultsIsRefused() throws {
    let folder = try LoadFolderOfTest()
    let out = folder.path + "/out"
    try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: out)
    for store in [out + "/x.store", folder.path + "/link/../out/deep/x.store", out] {
      for place in [out, folder.path + "/link"] {
        let run = try run(Self.short + ["--out", place, "--store", store])
        #expect(run.code == 64 && run.complaints.contains("replaced as a whole"), "\(run)")
      }
    }
    #expect(folder.names == ["link", "out"])
  }

  @Test func anotherKindOfFolderIsLeftAlone() throws {
    let folder = try LoadFolderOfTest()
    try Data("keep".utf8).write(to: URL(fileURLWithPath: folder.path + "/notes.txt"))
    let run = try run(["--out", folder.path])
    #expect(run.code == 73 && run.complaints.contains("left untouched"))
    #expect(folder.names == ["notes.txt"])
  }

  /// A run that was killed leaves its store behind; the next one beside it clears up, and takes
  /// nothing for such a store that may be something else.
  @Test func storesOfRunsThatAreGoneAreRemoved() throws {
    let folder = try LoadFolderOfTest()
    func make(_ name: String, _ files: [String]) throws -> String {
      let path = folder.path + "/" + name
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for file in files { try Data().write(to: URL(fileURLWithPath: path + "/" + file)) }
      return path
    }
    let own = ["load.store", "load.store-wal", "load.store.lock"]
    _ = try make("huying-load-123-aB3dE6", own)
    let alive = try make("huying-load-123-alive0", own)
    let lock = open(alive + "/load.store.lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    _ = try make("huying-load-123-others", own + ["notes.txt"])
    _ = try make("huying-load-123-nolock", ["load.store"])
    for name in ["2026-11-23", "123-short", "123-toolong", "x1-aB3dE6", "-aB3dE6"] {
      _ = try make("huying-load-" + name, own)
    }
    _ = try make("target", own)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/huying-load-123-linked", withDestinationPath: folder.path + "/target")
    let before = folder.names
    _ = try run(["--stages", "hold:20/1s", "--out", folder.path + "/out"])
    let after = before.filter { $0 != "huying-load-123-aB3dE6" } + ["out"]
    #expect(folder.names == after.sorted())
    for name in after where name.hasPrefix("huying-load-") && !name.hasSuffix("nolock") {
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + name)
      #expect(Set(files).isSuperset(of: own), "\(name)")
    }
  }

  @Test func theFirstSignalEndsTheScheduleAndKeepsWhatWasMeasured() throws {
    let folder = try LoadFolderOfTest()
    let out = folder.path + "/out"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: LoadProgram.path)
    process.arguments =
      ["load", Self.scenario, "--stages", "hold:20/600s", "--out", out]
      + ["--store", folder.path + "/kept.store"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The store is made just before the load begins.
    while process.isRunning, !folder.names.contains("kept.store") { usleep(10_000) }
    usleep(1_500_000)
    process.interrupt()
    process.waitUntilExit()
    let result = try LoadFolder.read(from: out)
    #expect(process.terminationStatus == result.verdict.exitCode)
    #expect([.interrupted, .driverLimited].contains(result.verdict.outcome))
    #expect(result.settings.seconds < 600 && result.chainMatches == true)
    #expect(result.notices.contains { $0.en.contains("interrupted after") })
    #expect(folder.names.filter { !$0.hasPrefix("kept.store") } == ["out"])
  }

  @Test func helpNamesTheExitCodes() throws {
    let help = try LoadProgram.run(["load", "--help"]).out
    #expect(help.contains("2 a condition of --fail-if held") && help.contains("3 the driver"))
    #expect(help.contains("70 commands were lost"))
  }
}

/// The program beside the tests.
enum LoadProgram {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
  static let path = root + "/.build/release/huying"

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

  static func run(
    _ arguments: [String]
  ) throws -> (code: Int32, out: String, complaints: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    // Files take any amount: of two pipes one fills up while the other is read.
    let folder = try LoadFolderOfTest()
    let (out, complaints) = (folder.path + "/out", folder.path + "/complaints")
    for file in [out, complaints] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: complaints))
    try process.run()
    process.waitUntilExit()
    return (
      process.terminationStatus, try String(contentsOfFile: out, encoding: .utf8),
      try String(contentsOfFile: complaints, encoding: .utf8)
    )
  }
}

/// A new folder for one test, deleted with this value.
final class LoadFolderOfTest {
  let path: String

  init() throws {
    path = try FileManager.default.url(
      for: .itemReplacementDirectory, in: .userDomainMask,
      appropriateFor: URL(fileURLWithPath: NSTemporaryDirectory()), create: true
    ).path
  }

  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
