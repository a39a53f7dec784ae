import ResultFiles

/// Counts and latencies of a stage; of the run the sums are wider.
typealias StageMeasures = OperationMeasures<UInt32>

/// All that a run measures; one writer, the driver's thread.
///
/// What grows with the run is allocated and touched at its start, and so are the histograms of the
/// stage whose memory is judged: the driver's own growth must not pass for the service's.
struct RunMeasures {
  let stages: [StagePlan]
  /// By stage × kind; nil until the first command of a kind.
  private var tables: [StageMeasures?]
  private(set) var seconds: SecondTable
  private(set) var windows: [WindowMeter]
  /// By stage.
  private(set) var inTime: [StageCounts]

  init(stages: [StagePlan], thresholds: [Threshold]) {
    self.stages = stages
    tables = Array(repeating: nil, count: stages.count * OperationKind.count)
    seconds = SecondTable(seconds: stages.seconds, counted: thresholds)
    windows = thresholds.compactMap(\.meter)
    inTime = Array(repeating: StageCounts(), count: stages.count)
    let level = stages.indices.filter { stages[$0].isSteady }
    guard let steady = level.max(by: { stages[$0].seconds < stages[$1].seconds }) else { return }
    for kind in 0..<OperationKind.count {
      tables[steady * OperationKind.count + kind] = StageMeasures()
    }
  }

  private mutating func table(_ stage: Int, _ kind: OperationKind) -> StageMeasures {
    let index = stage * OperationKind.count + kind.index
    if let known = tables[index] { return known }
    let table = StageMeasures()
    tables[index] = table
    return table
  }

  /// Whether thresholds see what was meant to start in a stage.
  private func isCounted(_ stage: Int) -> Bool { stages[stage].kind != .warmUp }

  /// A command is due.
  mutating func offer(_ stage: Int, _ kind: OperationKind, second: Int) {
    table(stage, kind).counts.offered += 1
    inTime[stage].offered += 1
    seconds.offer(second, kind, isCounted: isCounted(stage))
  }

  /// It was not given. Whoever waits for it waits for ever.
  mutating func drop(_ stage: Int, _ kind: OperationKind, second: Int) {
    table(stage, kind).counts.dropped += 1
    seconds.count(second, kind, OperationCounts(dropped: 1), isCounted: isCounted(stage))
    guard isCounted(stage) else { return }
    for index in windows.indices { windows[index].drop(kind) }
  }

  /// The driver's own delay, when it first tried to give the command.
  mutating func late(_ stage: Int, _ kind: OperationKind, by lateness: Int64) {
    table(stage, kind).lateness.record(nanoseconds: lateness)
  }

  /// The answer to a flight, right or wrong. The span to an unknown outcome is no latency.
  ///
  /// - Parameter isInTime: whether it came before the flight's stage was over.
  mutating func answer(
    _ flight: Flight, _ verdict: AnswerVerdict, _ reply: LoadReply, second: Int, isInTime: Bool
  ) {
    let stage = Int(flight.stage)
    let table = table(stage, flight.kind)
    table.counts.add(verdict.counts)
    seconds.count(second, flight.kind, verdict.counts, isCounted: isCounted(stage))
    if isInTime {
      inTime[stage].answered += verdict.counts.achieved
      if flight.kind == .submit { inTime[stage].submissions += verdict.counts.achieved }
    }
    guard verdict != .unknown else { return }
    let span = reply.committed - flight.intended
    table.intended.record(nanoseconds: span)
    table.dispatch.record(nanoseconds: reply.committed - flight.dispatched)
    table.service.record(nanoseconds: reply.committed - reply.begun)
    seconds.record(nanoseconds: span)
    guard isCounted(stage) else { return }
    for index in windows.indices {
      windows[index].record(
        flight.kind, intended: span, dispatch: reply.committed - flight.dispatched,
        service: reply.committed - reply.begun)
    }
  }

  /// Ends the current second of the run.
  mutating func closeSecond(stage: Int, _ gauges: LoadGauges, residentBytes: Int) {
    seconds.close(stage: stage, gauges, residentBytes: residentBytes)
    for index in windows.indices { windows[index].close(isCounted: isCounted(stage)) }
  }
}

/// What an answer turned out to be.
enum AnswerVerdict: Equatable {
  /// As the trial's, or not to be compared: carried out, or refused by a rule.
  case done, refused
  /// Not as the trial's.
  case wrong
  case unknown

  var counts: OperationCounts {
    switch self {
    case .done: OperationCounts(achieved: 1)
    case .refused: OperationCounts(achieved: 1, refused: 1)
    case .wrong, .unknown: OperationCounts(errors: 1)
    }
  }
}

// MARK: - Results

extension RunMeasures {
  /// Rows by stage and kind, with their sums. What a warm-up counts stays out of the sums over
  /// stages.
  func operations() -> [LoadOperation] {
    var rows: [LoadOperation] = []
    var sums: [OperationMeasures<UInt64>?] = Array(repeating: nil, count: OperationKind.count)
    for (stage, plan) in stages.enumerated() {
      let first = stage * OperationKind.count
      let kinds = Array(tables[first..<first + OperationKind.count])
      rows += Self.rows(of: kinds, stage: plan.name)
      guard plan.kind != .warmUp else { continue }
      for (kind, table) in kinds.enumerated() {
        guard let table, table.counts.offered > 0 else { continue }
        let sum = sums[kind] ?? OperationMeasures<UInt64>()
        sum.add(table)
        sums[kind] = sum
      }
    }
    return rows + Self.rows(of: sums, stage: LoadOperation.all)
  }

  private static func rows<Count>(
    of kinds: [OperationMeasures<Count>?], stage: String
  ) -> [LoadOperation] {
    var rows: [LoadOperation] = []
    let all = OperationMeasures<UInt64>()
    for (kind, table) in zip(OperationKind.allCases, kinds) {
      guard let table, table.counts.offered > 0 else { continue }
      rows.append(table.result(stage: stage, operation: kind.name))
      all.add(table)
    }
    return rows + [all.result(stage: stage, operation: LoadOperation.all)]
  }
}
