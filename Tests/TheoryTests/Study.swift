import Foundation

/// A row of the theory cases that is estimated by simulation.
struct TheoryRow: Sendable, CustomStringConvertible {
  /// The id in the table of cases, with a suffix where one id is asked several times.
  var id: String
  var expected: Double
  /// The relative half-width that the estimate must reach.
  var tolerance: Double

  var description: String { id }
}

/// One simulated system and the rows that it answers.
struct Study: Sendable {
  var name: String
  var rows: [TheoryRow]
  /// Cheap enough for every test run.
  var isShort: Bool
  /// The values of the rows, in order, in one replication.
  var replicate: @Sendable (_ replication: UInt32) -> [Double]

  init(
    _ name: String, short: Bool = false, rows: [TheoryRow],
    replicate: @escaping @Sendable (UInt32) -> [Double]
  ) {
    self.name = name
    self.rows = rows
    isShort = short
    self.replicate = replicate
  }

  /// A seed for each study, by FNV-1a: with one for all, their errors would go together.
  static func seed(of name: String) -> UInt64 {
    name.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// A study of a station: each row with the measure that answers it.
  static func station(
    _ name: String, short: Bool = false, _ plan: StationPlan,
    _ rows: [(id: String, metric: Metric, expected: Double, tolerance: Double)]
  ) -> Study {
    let metrics = rows.map(\.metric)
    let seed = seed(of: name)
    return Study(
      name, short: short,
      rows: rows.map { TheoryRow(id: $0.id, expected: $0.expected, tolerance: $0.tolerance) }
    ) { replication in
      let run = StationRun(plan, seed: seed, replication: replication)
      return metrics.map { $0(run) }
    }
  }
}

/// Mean and standard error over independent replications.
struct Estimate: Sendable {
  var mean = 0.0
  private var squares = 0.0
  var count = 0

  mutating func add(_ value: Double) {
    count += 1
    let step = value - mean
    mean += step / Double(count)
    squares += step * (value - mean)
  }

  var standardError: Double { (squares / Double(count - 1) / Double(count)).squareRoot() }
}

extension Study {
  /// The two-sided normal quantile of the pass rule, one in ten thousand.
  static let quantile = 3.89

  /// Replicates until every row is as precise as its tolerance asks, at least 50 times. The number
  /// needed is predicted from the errors so far.
  func estimate() -> [Estimate] {
    var estimates = [Estimate](repeating: Estimate(), count: rows.count)
    var (done, wanted) = (0, 50)
    while done < wanted {
      for replication in done..<wanted {
        for (index, value) in replicate(UInt32(replication)).enumerated() {
          estimates[index].add(value)
        }
      }
      done = wanted
      let excess =
        zip(estimates, rows).map { estimate, row in
          Self.quantile * estimate.standardError / (row.tolerance * abs(row.expected))
        }.max() ?? 0
      if excess <= 1 || excess.isNaN { break }
      wanted = min(4_000_000, max(done + 10, Int(Double(done) * min(8, 1.05 * excess * excess))))
    }
    return estimates
  }
}

/// Runs each study once, however many rows ask for it.
actor TheoryLab {
  static let shared = TheoryLab()

  private var running: [String: Task<[Estimate], Never>] = [:]

  func estimates(of study: Study) async -> [Estimate] {
    if let task = running[study.name] { return await task.value }
    let task = Task.detached { study.estimate() }
    running[study.name] = task
    return await task.value
  }
}

/// The long mode runs every row.
let isLong = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"
