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
    let explanation = try ExplanationChoice.oneName(arguments.explanation, in: library)
    let scenario = try library.load(path, explanation: explanation)
    let folder = arguments.out ?? "out/load-" + scenario.id
    try LoadOutput.precheck(folder)
    try LoadOutput.check(store: arguments.store, outside: folder)
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
    let stop = LoadStop()
    let trap = LoadInterrupt(place, stop)
    defer { withExtendedLifetime(trap) { place.remove() } }
    var host = LoadHost(
      scenario: scenario, document: path, path: place.path, provenance: .current)
    host.stop = stop
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
    result.settings.trace = load.trace
    result.settings.store.isInMemory = place.isInMemory
    return result
  }

  private func search(_ host: LoadHost, _ thresholds: [Threshold]) throws -> LoadResult {
    let display = LoadDisplay(language: language, total: nil)
    defer { display.end() }
    return try host.searchCapacity(
      try arguments.capacityPlan, seed: arguments.seed, thresholds: thresholds,
      onTrial: { display.show($0) }, onSecond: { display.show($0) })
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

  /// The folder is replaced as a whole at the end, with all that lies in it.
  ///
  /// - Throws: `CommandError` with 64 where the store would be deleted so.
  static func check(store: String?, outside folder: String) throws {
    guard let store else { return }
    guard (resolved(store) + "/").hasPrefix(resolved(folder) + "/") else { return }
    throw CommandError(
      sentence: "\(store): it lies in the folder of --out, which is replaced as a whole; "
        + "name a --store outside of \(folder).",
      code: 64)
  }

  /// The path without links, also of what is not there yet.
  private static func resolved(_ path: String) -> String {
    var url = URL(fileURLWithPath: path).standardizedFileURL
    var missing: [String] = []
    while url.path != "/" {
      if let real = realpath(url.path, nil) {
        defer { free(real) }
        return ([String(cString: real)] + missing.reversed()).joined(separator: "/")
      }
      missing.append(url.lastPathComponent)
      url.deleteLastPathComponent()
    }
    return "/" + missing.reversed().joined(separator: "/")
  }
}
