import Experiments
import Foundation
import LoadDriver
import Reporting
import ResultFiles
import Scenarios

/// From a scenario to a folder of a load run and its page.
struct LoadSession {
  var path: String
  var arguments: LoadArguments
  private let library = ScenarioLibrary()

  init(path: String, arguments: LoadArguments) {
    self.path = path
    self.arguments = arguments
  }

  private var language: ReportLanguage { arguments.language.language }

  /// The verdict, for the exit code.
  func run() throws -> LoadVerdict {
    try arguments.check()
    let explanation = try ExplanationChoice.names(arguments.explanation, in: library)
    guard explanation.count < 2 else {
      throw CommandError(
        sentence: "--explanation all is no value here; name one explanation, or 'none'.", code: 64)
    }
    let scenario = try library.load(path, explanation: explanation.first)
    let folder = arguments.out ?? "out/load-" + scenario.id
    try LoadOutput.precheck(folder)
    let earlier = try arguments.baseline.map { try LoadFolder.read(from: $0) }
    var result = try drive(scenario, beside: folder)
    if let earlier { result.comparison = LoadComparison(of: result, with: earlier) }
    let report = try LoadReport(result, language: language)
    try LoadFolder.write(result, to: folder) { try report.write(into: $0) }
    if arguments.json {
      try writeOut(try LoadDocument.json(of: result, histograms: false))
    } else {
      try writeOut(
        LoadSummary.text(of: result, language: language) + "\n"
          + OutputFolder.closing(folder, language) + "\n")
    }
    return result.verdict
  }

  private func drive(_ scenario: Scenario, beside folder: String) throws -> LoadResult {
    let load = try arguments.load(library)
    let place = try StorePlace(arguments.store, beside: folder)
    let trap = LoadInterrupt(place)
    defer { withExtendedLifetime(trap) { place.remove() } }
    var host = LoadHost(
      scenario: scenario, document: path, path: place.path, provenance: .current)
    host.options = arguments.storeOptions
    host.limits = try arguments.limits
    host.leastScale = arguments.scale ?? 1
    host.preset = arguments.capacity || load.plan == nil ? nil : arguments.shownPreset
    var result: LoadResult
    if let plan = load.plan {
      let display = LoadDisplay(language: language, total: plan.stages.seconds)
      defer { display.end() }
      result = try host.run(plan, thresholds: load.thresholds) { display.show($0) }
    } else {
      result = try search(host, load.thresholds)
    }
    if place.isInMemory { result.notes.append(StorePlace.memoryNote) }
    return result
  }

  /// The highest rate, and the verdict that there is one.
  private func search(_ host: LoadHost, _ thresholds: [Threshold]) throws -> LoadResult {
    let display = LoadDisplay(language: language, total: nil)
    var result = try host.searchCapacity(
      try arguments.capacityPlan, seed: arguments.seed, thresholds: thresholds
    ) { display.show($0) }
    // What is shown is the last run that held; a search may fail all the same.
    if result.capacity?.found == nil, result.verdict.outcome == .ok {
      result.verdict = LoadVerdict(
        outcome: .thresholdFailed,
        reason: BilingualText(
          zh: "没有一个速率得到确认。", en: "No rate that was tried was confirmed."))
    }
    return result
  }
}

/// Refusals before the run.
enum LoadOutput {
  static func precheck(_ folder: String) throws {
    guard !folder.trimmingCharacters(in: .whitespaces).isEmpty else {
      throw CommandError(sentence: "--out is empty; name a folder for the results.", code: 64)
    }
    try LoadFolder.precheck(folder)
    guard Gnuplot.isAvailable() else { throw ReportError.gnuplotMissing }
  }
}
