import ArgumentParser
import Experiments
import Foundation

/// How an experiment is run and where its results go; the same for `compare` and `simulate`.
struct ExperimentArguments: ParsableArguments {
  @Option(
    help: "An explanation by name or path, 'all' for every shipped one, or 'none'.")
  var explanation = "all"

  @Option(help: "Replications of each scenario: a number, or 'auto' to stop when precise enough.")
  var replications = ReplicationsArgument.fixed(20)

  @Option(help: "With auto: wanted half-width of a paired difference of shares.")
  var precision = 0.005

  @Option(
    help: "Indicators that decide when to stop, with commas; the first leads the decision sentence."
  )
  var indicators: String?

  @Option(help: "Seed of all random numbers: the same seed gives the same bytes.")
  var seed: UInt64 = 1

  @Option(help: "Threads; the results do not depend on it. By default one for each core.")
  var threads: Int?

  @Option(help: "Sets of assumptions drawn for each explanation; 0 leaves their study out.")
  var assumptionSets = 8

  @Option(help: "Folder of the results; by default out/ and the first scenario's name.")
  var out: String?

  @Flag(help: "Keep the journal of the first replication of each scenario as journal.sqlite.")
  var journal = false

  @Flag(help: "Print one JSON document and nothing else on standard output.")
  var json = false

  @OptionGroup var language: LanguageArguments

  /// - Throws: `CommandError` for counts that no machine can serve.
  func options() throws -> ExperimentOptions {
    if case .fixed(let count) = replications {
      try CountLimit.replications.check(count, "--replications")
    }
    try CountLimit.assumptionSets.check(assumptionSets, "--assumption-sets")
    if let threads { try CountLimit.threads.check(threads, "--threads") }
    var seen: Set<String> = []
    let chosen = indicators?.split(separator: ",")
      .map { $0.trimmingCharacters(in: .whitespaces) }.filter { seen.insert($0).inserted }
    return ExperimentOptions(
      replications: replications.replications, precision: precision,
      indicators: chosen ?? ExperimentOptions.defaultIndicators, seed: seed,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount,
      assumptionDraws: assumptionSets)
  }
}
