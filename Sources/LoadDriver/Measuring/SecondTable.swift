import ResultFiles

/// What happened in each second of the run. Commands count in the second in which they were meant
/// to start, answers in the one in which they came.
///
/// Rows for the planned seconds, up to a day, and for the last answers are made at the start.
struct SecondTable {
  private var rows: [Row]
  /// Seconds that are over.
  private(set) var closed = 0
  /// The kinds of which windowed thresholds ask counts, nil for all; and per second and kind the
  /// counts of what was meant to start outside warm-ups.
  private let kinds: [OperationKind?]
  private var counted: [OperationCounts]
  private var current = ShortRecorder()
  private var gauges = LoadGauges()

  private struct Row {
    var stage = 0
    var counts = OperationCounts()
    var submitted = 0
    var p50Us: Int?
    var p99Us: Int?
    var maxUs: Int?
    var gauges = LoadGauges()
    var batchMean: Double?
    var residentBytes = 0
  }

  /// - Parameter thresholds: of which the windowed counts are kept.
  init(seconds: Double, counted thresholds: [Threshold]) {
    var kinds: [OperationKind?] = []
    for threshold in thresholds where threshold.isWindowedCount {
      if !kinds.contains(threshold.kind) { kinds.append(threshold.kind) }
    }
    let planned = Int(min(seconds, 86_400)) + 64
    self.kinds = kinds
    rows = Array(repeating: Row(), count: planned)
    counted = Array(repeating: OperationCounts(), count: planned * kinds.count)
  }

  private mutating func reach(_ second: Int) {
    while rows.count <= second {
      rows.append(Row())
      for _ in kinds { counted.append(OperationCounts()) }
    }
  }

  /// A command was meant to start in a second.
  mutating func offer(_ second: Int, _ kind: OperationKind, isCounted: Bool) {
    count(second, kind, OperationCounts(offered: 1), isCounted: isCounted)
    if kind == .submit { rows[second].submitted += 1 }
  }

  mutating func count(
    _ second: Int, _ kind: OperationKind, _ change: OperationCounts, isCounted: Bool
  ) {
    reach(second)
    rows[second].counts.add(change)
    guard isCounted else { return }
    for (place, wanted) in kinds.enumerated() where wanted == nil || wanted == kind {
      counted[second * kinds.count + place].add(change)
    }
  }

  mutating func record(nanoseconds: Int64) { current.record(nanoseconds: nanoseconds) }

  mutating func close(stage: Int, _ gauges: LoadGauges, residentBytes: Int) {
    reach(closed)
    let commits = gauges.commits - self.gauges.commits
    let commands = gauges.committedCommands - self.gauges.committedCommands
    rows[closed].stage = stage
    rows[closed].p50Us = current.us(atPercent: 50)
    rows[closed].p99Us = current.us(atPercent: 99)
    rows[closed].maxUs = current.count > 0 ? current.maxUs : nil
    rows[closed].gauges = gauges
    rows[closed].batchMean = commits > 0 ? Double(commands) / Double(commits) : nil
    rows[closed].residentBytes = residentBytes
    closed += 1
    self.gauges = gauges
    current.removeAll()
  }

  /// Counts of one kind, or of all, that thresholds see; none of a kind that no threshold asks for.
  func counts(_ second: Int, _ kind: OperationKind?) -> OperationCounts {
    guard second < rows.count, let place = kinds.firstIndex(of: kind) else {
      return OperationCounts()
    }
    return counted[second * kinds.count + place]
  }

  /// A second that is over; what was meant for it may still be counted later.
  func second(_ second: Int, _ stages: [StagePlan]) -> LoadSecond {
    let row = rows[second]
    return LoadSecond(
      second: second, stage: stages[row.stage].name, offered: row.counts.offered,
      submitted: row.submitted,
      achieved: row.counts.achieved, errors: row.counts.errors, dropped: row.counts.dropped,
      p50Us: row.p50Us, p99Us: row.p99Us, maxUs: row.maxUs, queueDepth: row.gauges.queueDepth,
      batchMean: row.batchMean, residentBytes: row.residentBytes,
      cacheBytes: row.gauges.cacheBytes, walBytes: row.gauges.walBytes)
  }

  func stage(of second: Int) -> Int { rows[second].stage }
}
