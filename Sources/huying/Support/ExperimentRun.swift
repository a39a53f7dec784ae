import Experiments
import Foundation
import Reporting
import ResultFiles
import Scenarios

/// From documents to a folder of results and a page.
struct ExperimentRun {
  var paths: [String]
  var arguments: ExperimentArguments
  private let library = ScenarioLibrary()

  init(paths: [String], arguments: ExperimentArguments) {
    self.paths = paths
    self.arguments = arguments
  }

  private var language: ReportLanguage { arguments.language.language }

  func run() throws {
    let options = try arguments.options()
    let source = try ScenarioSource(
      library: library, paths: paths, explanations: try explanations())
    let folder = arguments.out ?? "out/" + (source.scenarios[0].first?.id ?? "results")
    try precheck(folder)
    let measured = try measured(source)
    let cancellation = Cancellation()
    let trap = InterruptTrap(cancellation)
    defer { withExtendedLifetime(trap) {} }
    let experiment = try Experiment(
      source, options: options, cancellation: cancellation)
    let progress = Progress(language: language == .chinese ? .chinese : .english)
    let comparison = try experiment.compare(progress: progress)
    let study = try experiment.studyAssumptions(beside: comparison, progress: progress)
    let result = ResultAssembler(
      source: source, comparison: comparison, study: study, provenance: .current,
      measured: measured, freeParameters: freeParameters(source, measured)
    ).result()
    try write(result, source, to: folder, cancellation)
    if arguments.json {
      try writeOut(ComparisonDocument.json(of: result, language: language))
    } else {
      try writeOut(
        TerminalSummary.text(of: result, language: language) + "\n"
          + Self.closing(folder, language) + "\n")
    }
  }

  /// What would fail only after the simulation is refused before it.
  private func precheck(_ folder: String) throws {
    guard !folder.trimmingCharacters(in: .whitespaces).isEmpty else {
      throw CommandError(sentence: "--out is empty; name a folder for the results.", code: 64)
    }
    try ResultFolder.precheck(folder)
    guard Gnuplot.isAvailable() else { throw ReportError.gnuplotMissing }
  }

  private static func closing(_ folder: String, _ language: ReportLanguage) -> String {
    let page = URL(fileURLWithPath: folder).appending(path: "index.html").path
    return language == .chinese ? "请打开:\(page)" : "Open: \(page)"
  }

  /// Every shipped explanation for `all`, none for `none`, else the one named.
  private func explanations() throws -> [String] {
    let folder = (library.folder ?? "") + "/explanations"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let known = files.filter { $0.hasSuffix(".yaml") }.sorted().map { String($0.dropLast(5)) }
    let named = arguments.explanation
    switch named {
    case "none": return []
    case "all": return known
    case _ where named.contains("/") || named.contains(".") || named.contains(":"): return [named]
    case _ where known.contains(named): return [named]
    default:
      throw ExperimentError.unknownExplanation(
        named.isEmpty ? "''" : named, known: known + ["all", "none"])
    }
  }

  /// How many values each explanation was fitted with, where it was fitted to the measured table.
  private func freeParameters(
    _ source: ScenarioSource, _ measured: MeasuredTable?
  ) -> [String: Int] {
    guard let measured, let plan = source.scenarios[0].first?.plan else { return [:] }
    let groups = CalibrationGroup.groups(
      measured: measured.units, kinds: measured.kinds, names: plan.policy.units.map(\.name))
    let fitted = source.scenarios[0].compactMap { $0.explanation?.id }
      .filter { CalibratedParameter(explanation: $0) != nil }
    return Dictionary(fitted.map { ($0, groups.count) }) { first, _ in first }
  }

  /// What was measured stands beside the scenario that reproduces it.
  private func measured(_ source: ScenarioSource) throws -> MeasuredTable? {
    guard let folder = library.folder,
      source.scenarios.contains(where: { $0.first?.id == "pingshan-2018" })
    else { return nil }
    return try MeasuredTable(folder: folder + "/tables/pingshan")
  }

  private func write(
    _ result: ExperimentResult, _ source: ScenarioSource, to folder: String,
    _ cancellation: Cancellation
  ) throws {
    let report = try Reporting.Report(result, language: language)
    try ResultFolder.write(result, to: folder, language: language) { unfinished in
      try report.write(into: unfinished)
      guard arguments.journal else { return }
      let keeper = JournalKeeper(
        source: source, seed: arguments.seed, cancellation: cancellation)
      try keeper.write(to: unfinished.appending(path: "journal.sqlite").path)
    }
  }
}
