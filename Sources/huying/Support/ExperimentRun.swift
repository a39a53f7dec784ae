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
      library: library, paths: paths,
      explanations: try ExplanationChoice.names(arguments.explanation, in: library))
    let folder = arguments.out ?? "out/" + (source.scenarios[0].first?.id ?? "results")
    try OutputFolder.precheck(folder)
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
          + OutputFolder.closing(folder, language) + "\n")
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
