import Indicators
import RandomStreams
import ResultFiles
import Scenarios

/// What each of several levers is worth: runs the coalitions of levers that this takes, each with
/// the same needs, and keeps the figures of every trial.
///
/// The number of threads changes nothing.
public struct Attribution<Source: CoalitionSource>: Sendable {
  public let source: Source
  public let options: AttributionOptions
  public let players: Players
  public let cancellation: Cancellation

  /// - Throws: `ExperimentError` for options that make no sense, or no levers.
  public init(
    _ source: Source, options: AttributionOptions, cancellation: Cancellation = Cancellation()
  ) throws(ExperimentError) {
    try options.validate()
    guard !source.needs.isEmpty, source.explanationCount > 0 else { throw .nothingToRun }
    self.source = source
    self.options = options
    self.cancellation = cancellation
    players = try Players(direct: source.needs)
  }

  /// Whether every coalition is run: where this takes no more of them than drawn orders would.
  public var isExact: Bool {
    let n = Double(players.count)
    // Each order leads through n + 1 coalitions; ends, single levers and left-out ones are shared.
    let sampled = 2 + 2 * n + Double(options.permutations) * max(0, n - 3)
    return players.coalitionCount <= sampled
  }

  /// Responses that make a difference, with what is measured under them.
  var responses: [AssumedResponse] {
    source.behavioural.isEmpty ? [.none] : AssumedResponse.allCases
  }

  public func run(progress: Progress? = nil) throws -> AttributionOutcome {
    let steps = steps()
    let requests = requests(steps)
    var table: [CoalitionKey: [Int: [Double?]]] = [:]
    let (source, options, cancellation) = (source, options, cancellation)
    let recorded =
      options.indicators + LeverUse.indicators.filter { !options.indicators.contains($0) }
    let indicators = recorded.compactMap { Indicator.named($0) }
    progress?.begin(.coalitions, total: requests.reduce(0) { $0 + $1.replications.count })
    defer { progress?.end() }
    let workers = Workers(threads: options.threads, cancellation: cancellation)
    try workers.run(requests.count) { job -> [[Double?]] in
      let (key, replications) = requests[job]
      let setting = try source.setting(
        key.coalition, key.response, explanation: key.explanation)
      return try replications.map { replication in
        let measures = try source.run(
          setting, seed: options.seed, replication: UInt32(replication),
          cancellation: cancellation)
        return indicators.map { $0.value(measures) }
      }
    } receive: { job, values in
      let (key, replications) = requests[job]
      table[key] = Dictionary(uniqueKeysWithValues: zip(replications, values))
      progress?.step(replications.count)
    }
    return AttributionOutcome(
      options: options, recorded: recorded, players: players, behavioural: source.behavioural,
      explanationCount: source.explanationCount, responses: responses, isExact: isExact,
      steps: steps, table: table)
  }

  /// `[replication][pair of orders]`; one list that all replications share where it is exact.
  private func steps() -> [[[Step]]] {
    if isExact {
      let steps = players.exactSteps()
      return Array(repeating: [steps], count: options.replications)
    }
    return (0..<options.replications).map { replication in
      var stream = RandomStream(
        seed: options.seed, replication: UInt32(replication),
        key: StreamKey(StudyPurpose.orders))
      return players.sampledSteps(pairs: options.permutations / 2, &stream)
    }
  }

  /// Which coalition runs in which replications, in a fixed order.
  private func requests(
    _ steps: [[[Step]]]
  ) -> [(key: CoalitionKey, replications: [Int])] {
    var order: [CoalitionKey] = []
    var wanted: [CoalitionKey: Set<Int>] = [:]
    for explanation in 0..<source.explanationCount {
      for response in responses {
        func want(_ coalition: Coalition, _ replications: some Sequence<Int>) {
          let key = CoalitionKey(
            explanation: explanation, response: response, coalition: coalition,
            behavioural: source.behavioural)
          if wanted[key] == nil { order.append(key) }
          wanted[key, default: []].formUnion(replications)
        }
        let every = 0..<options.replications
        for coalition in ends(response) { want(coalition, every) }
        for replication in every {
          for step in steps[replication].joined() {
            want(step.before, [replication])
            want(step.before.with(step.player), [replication])
          }
        }
      }
    }
    return order.map { ($0, (wanted[$0] ?? []).sorted()) }
  }

  /// Coalitions that are run in all replications.
  private func ends(_ response: AssumedResponse) -> [Coalition] {
    let all = Coalition.all(players.count)
    // Levers alone and left out are shown at the middle only.
    guard response == .none || response == .middle else { return [Coalition(), all] }
    return [Coalition(), all]
      + (0..<players.count).flatMap { place in
        [
          players.needs[place], players.needs[place].with(place),
          all.subtracting(players.dependants(of: place)),
        ]
      }
  }
}
