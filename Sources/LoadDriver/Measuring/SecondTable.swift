import ResultFiles

/// What happened in each second of the run. Commands count in the second in which they were meant
/// to start, answers in the one in which they came.
struct SecondTable {
  private var counts: [[OperationCounts]]
  private var rows: [Row] = []
  private var current = ShortRecorder()
  private var gauges = LoadGauges()

  private struct Row {
    var stage: Int
    var p50Us: Int?
    var p99Us: Int?
    var maxUs: Int?
    var gauges: LoadGauges
    var batchMean: Double?
    var residentBytes: Int
  }

  init(expected: Int) {
    counts = []
    counts.reserveCapacity(expected)
    rows.reserveCapacity(expected)
  }

  /// Seconds that are over.
  var closed: Int { rows.count }

  mutating func count(
    _ second: Int, _ kind: OperationKind, _ change: (inout OperationCounts) -> Void
  ) {
    while counts.count <= second {
      counts.append(Array(repeating: OperationCounts(), count: OperationKind.count))
    }
    change(&counts[second][kind.index])
  }

  mutating func record(nanoseconds: Int64) { current.record(nanoseconds: nanoseconds) }

  mutating func close(stage: Int, _ gauges: LoadGauges, residentBytes: Int) {
    let commits = gauges.commits - self.gauges.commits
    let commands = gauges.committedCommands - self.gauges.committedCommands
    rows.append(
      Row(
        stage: stage, p50Us: current.us(atPercent: 50), p99Us: current.us(atPercent: 99),
        maxUs: current.count > 0 ? current.maxUs : nil, gauges: gauges,
        batchMean: commits > 0 ? Double(commands) / Double(commits) : nil,
        residentBytes: residentBytes))
    self.gauges = gauges
    current.removeAll()
  }

  /// Counts of one kind, or of all, in a second.
  func counts(_ second: Int, _ kind: OperationKind?) -> OperationCounts {
    guard second < counts.count else { return OperationCounts() }
    if let kind { return counts[second][kind.index] }
    return counts[second].reduce(into: OperationCounts()) { $0.add($1) }
  }

  /// A second that is over; what was meant for it may still be counted later.
  func second(_ second: Int, _ stages: [StagePlan]) -> LoadSecond {
    let (row, counts) = (rows[second], counts(second, nil))
    return LoadSecond(
      second: second, stage: stages[row.stage].name, offered: counts.offered,
      achieved: counts.achieved, errors: counts.errors, dropped: counts.dropped,
      p50Us: row.p50Us, p99Us: row.p99Us, maxUs: row.maxUs, queueDepth: row.gauges.queueDepth,
      batchMean: row.batchMean, residentBytes: row.residentBytes,
      cacheBytes: row.gauges.cacheBytes, walBytes: row.gauges.walBytes)
  }

  func stage(of second: Int) -> Int { rows[second].stage }
}
