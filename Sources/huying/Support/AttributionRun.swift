import AppealStore
import Experiments
import Foundation
import Reporting
import ResultFiles
import Scenarios

/// From a scenario and levers to a folder of an attribution and its page.
struct AttributionRun {
  var base: String
  var levers: [String]
  var arguments: AttributionArguments
  private let library = ScenarioLibrary()

  init(base: String, levers: [String], arguments: AttributionArguments) {
    self.base = base
    self.levers = levers
    self.arguments = arguments
  }

  private var language: ReportLanguage { arguments.language.language }

  func run() throws {
    let options = try arguments.options()
    try options.validate()
    let source = try LeverSource(
      library: library, base: base, levers: Self.files(levers),
      explanations: try ExplanationChoice.names(arguments.explanation, in: library),
      days: arguments.days)
    let folder = arguments.out ?? "out/attribution-" + (source.base.first?.id ?? "results")
    try OutputFolder.precheck(folder)
    for clash in source.levers.clashes where !arguments.json { warn(clash) }
    let cancellation = Cancellation()
    let trap = InterruptTrap(cancellation)
    defer { withExtendedLifetime(trap) {} }
    let attribution = try Attribution(source, options: options, cancellation: cancellation)
    let clock = ContinuousClock()
    let begun = clock.now
    let outcome = try attribution.run(
      progress: Progress(language: language == .chinese ? .chinese : .english))
    let spent = begun.duration(to: clock.now)
    let result = AttributionAssembler(
      source: source, outcome: outcome, provenance: .current
    ).result()
    let report = try AttributionReport(result, language: language)
    try AttributionFolder.write(result, to: folder) { unfinished in
      try report.write(into: unfinished)
      try CoalitionRows.csv(of: outcome, source)
        .write(to: unfinished.appending(path: "coalitions.csv"), atomically: false, encoding: .utf8)
    }
    guard !arguments.json else {
      try writeOut(try AttributionFolder.json(of: result))
      return
    }
    try writeOut(
      AttributionSummary.text(of: result, language: language) + "\n"
        + Self.cost(outcome, spent, language) + "\n"
        + OutputFolder.closing(folder, language) + "\n")
  }

  /// Of a folder all its documents, by name.
  private static func files(_ levers: [String]) -> [String] {
    levers.flatMap { path -> [String] in
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
        isFolder.boolValue,
        let names = try? FileManager.default.contentsOfDirectory(atPath: path)
      else { return [path] }
      let documents = names.filter { $0.hasSuffix(".yaml") }.sorted()
      let folder = StoreFile.withoutTrailingSlashes(path)
      return documents.isEmpty ? [path] : documents.map { "\(folder)/\($0)" }
    }
  }

  private func warn(_ clash: LeverSet.Clash) {
    let sentence =
      "huying: \(clash.later) and \(clash.earlier) set \(clash.key) to different values; where both "
      + "are in force \(clash.later) wins.\n"
    FileHandle.standardError.write(Data(sentence.utf8))
  }

  /// What was spent; in no file, because the same run must give the same bytes.
  private static func cost(
    _ outcome: AttributionOutcome, _ spent: Duration, _ language: ReportLanguage
  ) -> String {
    let seconds = max(1, Int(spent.components.seconds))
    return language == .chinese
      ? "用时 \(seconds) 秒，试验 \(outcome.trialsRun) 次，措施组合 \(outcome.coalitionsRun) 个。"
      : "Spent \(seconds) s on \(outcome.trialsRun) trials of \(outcome.coalitionsRun) sets of levers."
  }
}
