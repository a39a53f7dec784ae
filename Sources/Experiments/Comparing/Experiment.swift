import Indicators

/// Runs scenarios × explanations × replications, one trial a task, and reduces in a fixed order, so
/// that the number of threads changes nothing.
public struct Experiment<Source: TrialSource>: Sendable {
  public let source: Source
  public let options: ExperimentOptions
  public let cancellation: Cancellation

  /// - Throws: `ExperimentError` for options that make no sense.
  public init(
    _ source: Source, options: ExperimentOptions, cancellation: Cancellation = Cancellation()
  ) throws(ExperimentError) {
    try options.validate()
    guard source.scenarioCount > 0, source.explanationCount > 0 else { throw .nothingToRun }
    self.source = source
    self.options = options
    self.cancellation = cancellation
  }

  var workers: Workers { Workers(threads: options.threads, cancellation: cancellation) }

  /// Runs until the wanted number of replications, or precision, or the cap is reached.
  public func compare(progress: Progress? = nil) throws -> Comparison {
    var comparison = Comparison(
      options: options, scenarioCount: source.scenarioCount,
      explanationCount: source.explanationCount)
    let settings = try source.arms.map { try source.setting($0, at: nil) }
    for until in options.looks {
      try extend(&comparison, settings, to: until, progress)
      comparison.verdict = comparison.judged()
      if case .auto = options.replications, comparison.verdict.isReached { break }
    }
    return comparison
  }

  private func extend(
    _ comparison: inout Comparison, _ settings: [Source.Setting], to until: Int,
    _ progress: Progress?
  ) throws {
    let arms = source.arms
    let done = comparison.sample(arms[0]).replications
    let (source, seed, cancellation) = (source, options.seed, cancellation)
    let count = (until - done) * arms.count
    progress?.begin(.replications(done + 1, through: until), total: count)
    defer { progress?.end() }
    try workers.run(count) { job in
      let replication = UInt32(done + job / settings.count)
      return try source.run(
        settings[job % settings.count], seed: seed, replication: replication,
        cancellation: cancellation)
    } receive: { job, measures in
      comparison.add(measures, to: arms[job % arms.count])
      progress?.step()
    }
  }
}
