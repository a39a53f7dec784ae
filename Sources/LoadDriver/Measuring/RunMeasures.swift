import ResultFiles

/// All that a run measures; one writer, the driver's thread.
struct RunMeasures {
  let stages: [StagePlan]
  /// By stage × kind; nil until the first command of a kind.
  private var tables: [OperationMeasures?]
  private(set) var seconds: SecondTable
  private(set) var windows: [WindowMeter]

  init(stages: [StagePlan], windows: [WindowMeter]) {
    self.stages = stages
    tables = Array(repeating: nil, count: stages.count * OperationKind.count)
    seconds = SecondTable(expected: Int(stages.seconds) + 2)
    self.windows = windows
  }

  private mutating func table(_ stage: Int, _ kind: OperationKind) -> OperationMeasures {
    let index = stage * OperationKind.count + kind.index
    if let known = tables[index] { return known }
    let table = OperationMeasures()
    tables[index] = table
    return table
  }

  /// A command is due.
  mutating func offer(_ stage: Int, _ kind: OperationKind, second: Int) {
    table(stage, kind).counts.offered += 1
    seconds.count(second, kind) { $0.offered += 1 }
  }

  mutating func drop(_ stage: Int, _ kind: OperationKind, second: Int) {
    table(stage, kind).counts.dropped += 1
    seconds.count(second, kind) { $0.dropped += 1 }
  }

  mutating func dispatch(_ stage: Int, _ kind: OperationKind, lateness: Int64) {
    table(stage, kind).lateness.record(nanoseconds: lateness)
  }

  /// The answer to a flight, right or wrong. The span to an unknown outcome is no latency.
  mutating func answer(_ flight: Flight, _ verdict: AnswerVerdict, _ reply: LoadReply, second: Int)
  {
    let table = table(Int(flight.stage), flight.kind)
    table.counts.add(verdict.counts)
    seconds.count(second, flight.kind) { $0.add(verdict.counts) }
    guard verdict != .unknown else { return }
    let span = reply.committed - flight.intended
    table.intended.record(nanoseconds: span)
    table.dispatch.record(nanoseconds: reply.committed - flight.dispatched)
    table.service.record(nanoseconds: reply.committed - reply.begun)
    seconds.record(nanoseconds: span)
    for index in windows.indices {
      windows[index].record(
        flight.kind, intended: span, dispatch: reply.committed - flight.dispatched,
        service: reply.committed - reply.begun)
    }
  }

  /// Ends the current second of the run.
  mutating func closeSecond(stage: Int, _ gauges: LoadGauges, residentBytes: Int) {
    seconds.close(stage: stage, gauges, residentBytes: residentBytes)
    let isCounted = stages[stage].kind != .warmUp
    for index in windows.indices { windows[index].close(isCounted: isCounted) }
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
    var sums: [OperationMeasures?] = Array(repeating: nil, count: OperationKind.count)
    for (stage, plan) in stages.enumerated() {
      let first = stage * OperationKind.count
      let kinds = Array(tables[first..<first + OperationKind.count])
      rows += Self.rows(of: kinds, stage: plan.name)
      guard plan.kind != .warmUp else { continue }
      for (kind, table) in kinds.enumerated() {
        guard let table else { continue }
        let sum = sums[kind] ?? OperationMeasures()
        sum.add(table)
        sums[kind] = sum
      }
    }
    return rows + Self.rows(of: sums, stage: LoadOperation.all)
  }

  private static func rows(of kinds: [OperationMeasures?], stage: String) -> [LoadOperation] {
    var rows: [LoadOperation] = []
    let all = OperationMeasures()
    for (kind, table) in zip(OperationKind.allCases, kinds) {
      guard let table else { continue }
      rows.append(table.result(stage: stage, operation: kind.name))
      all.add(table)
    }
    return rows + [all.result(stage: stage, operation: LoadOperation.all)]
  }
}
