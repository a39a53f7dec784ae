import ArgumentParser
import Experiments
import Foundation

/// How an attribution is run and where its results go.
struct AttributionArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: "Indicators to attribute, with blanks or commas; the first leads the sentence.")
  var indicator = AttributionOptions.defaultIndicators

  @Option(help: "Replications of every set of levers.")
  var replications = 6

  @Option(
    help: """
      Orders of the levers drawn in each replication, an even number; all are counted instead \
      where that takes no longer.
      """)
  var permutations = 4

  @Option(
    help: """
      Days that are measured, the last ones of the scenario's window. By default 91, or its \
      own if they are fewer.
      """)
  var days: Int?

  @Option(
    help: "An explanation by name or path, 'all' for every shipped one, or 'none'.")
  var explanation = "all"

  @Option(help: "Seed of all random numbers: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "Threads; the results do not depend on it. By default one for each core.")
  var threads: Int?

  @Option(help: "Folder of the results; by default out/attribution-NAME of the scenario.")
  var out: String?

  @Flag(help: "Print one JSON document and nothing else on standard output.")
  var json = false

  @OptionGroup var language: LanguageArguments

  /// - Throws: `CommandError` for counts that no machine can serve.
  func options() throws -> AttributionOptions {
    try CountLimit.replications.check(replications, "--replications")
    try CountLimit.assumptionSets.check(permutations, "--permutations")
    if let threads { try CountLimit.threads.check(threads, "--threads") }
    var seen: Set<String> = []
    let chosen = indicator.flatMap { $0.split(separator: ",") }
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { seen.insert($0).inserted }
    return AttributionOptions(
      indicators: chosen, replications: replications, permutations: permutations, seed: seed,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
  }
}
