import ResultFiles

extension Threshold {
  /// How the condition came out, from the sums over the run and the measures of its seconds.
  ///
  /// - Parameters:
  ///   - seconds: of the stages that count, as far as they were driven.
  ///   - driven: seconds in which the schedule was driven, warm-ups included.
  ///   - patience: what a dropped command waited for at least, in seconds.
  func outcome(
    _ operations: [LoadOperation], _ measures: RunMeasures, seconds: Double, driven: Double,
    patience: Double
  ) -> ThresholdOutcome {
    if let window { return windowed(measures, window, driven, patience) }
    let name = kind?.name ?? LoadOperation.all
    let row = operations.first { $0.stage == LoadOperation.all && $0.operation == name }
    let value: Double? =
      switch figure {
      case .latency(let latency): row.flatMap { Self.value(latency, $0) }
      case .lateness(let statistic): row.flatMap { Self.value(statistic, $0.lateness) }
      case .count(let count):
        // Of an operation that never fell due there were none.
        scaled(row.map { Self.value(count, $0) } ?? 0, offered: row?.offered ?? 0, seconds: seconds)
      case .size(let size): Self.value(size, measures)
      }
    return outcome(value, nil, patience)
  }

  /// What was not measured is not met: a gate that cannot fire is none.
  private func outcome(
    _ value: Double?, _ window: LoadWindow?, _ patience: Double
  ) -> ThresholdOutcome {
    let isEndless = value == .infinity
    return ThresholdOutcome(
      text: text, unit: unit, measured: isEndless ? patience * 1e6 : value,
      passed: value.map { !comparison.holds($0, bound) } ?? false, isAtLeast: isEndless,
      window: window)
  }

  private func scaled(_ count: Int, offered: Int, seconds: Double) -> Double? {
    switch unit {
    case .share: offered > 0 ? Double(count) / Double(offered) : nil
    case .perSecond: seconds > 0 ? Double(count) / seconds : nil
    default: Double(count)
    }
  }

  private static func value(_ latency: LatencyFigure, _ row: LoadOperation) -> Double? {
    switch latency.span {
    case .intended: value(latency.statistic, row.intended, dropped: row.dropped)
    case .dispatch: value(latency.statistic, row.dispatch)
    case .service: value(latency.statistic, row.service)
    }
  }

  private static func value(
    _ statistic: LatencyFigure.Statistic, _ latency: Latency, dropped: Int = 0
  ) -> Double? {
    statistic.figure(
      of: latency.count, dropped: dropped, percentile: { latency.us(atPercent: $0) },
      mean: latency.meanUs, most: latency.maxUs)
  }

  private static func value(_ count: Count, _ row: LoadOperation) -> Int {
    switch count {
    case .achieved: row.achieved
    case .errors: row.errors
    case .dropped: row.dropped
    case .refused: row.refused
    }
  }

  private static func value(_ size: Size, _ measures: RunMeasures) -> Double? {
    let seconds = (0..<measures.seconds.closed).filter {
      measures.stages[measures.seconds.stage(of: $0)].kind != .warmUp
    }.map { measures.seconds.second($0, measures.stages) }
    return seconds.map { Double(size == .memory ? $0.residentBytes : $0.walBytes) }.max()
  }
}

// MARK: - Windows

extension [Threshold] {
  /// Whether every window has room in the stages that count.
  ///
  /// - Throws: ``LoadPlanError`` that names the condition whose window has not.
  public func check(fit stages: [StagePlan]) throws(LoadPlanError) {
    let longest = Self.longest(stages)
    for threshold in self {
      guard let window = threshold.window, window > longest else { continue }
      throw LoadPlanError(
        "the condition '\(threshold.text)' looks at \(window) s in a row, and the stages that count "
          + "have \(longest) whole seconds in a row; shorten its span, or lengthen the run")
    }
  }

  /// Whole seconds of the run without a warm-up in between.
  private static func longest(_ stages: [StagePlan]) -> Int {
    var (start, end, longest) = (0.0, 0.0, 0)
    for stage in stages {
      end += stage.seconds
      if stage.kind == .warmUp { start = end }
      longest = Swift.max(longest, Int(end.rounded(.down)) - Int(start.rounded(.up)))
    }
    return longest
  }
}

extension Threshold {
  /// The worst window of so many seconds without a warm-up in it.
  private func windowed(
    _ measures: RunMeasures, _ length: Int, _ driven: Double, _ patience: Double
  ) -> ThresholdOutcome {
    let values = values(measures, length, driven)
    let isWorseAbove = comparison == .above || comparison == .atLeast
    var worst: (value: Double, end: Int)?
    for (end, value) in values.enumerated() {
      guard let value else { continue }
      if let known = worst, isWorseAbove ? value <= known.value : value >= known.value { continue }
      worst = (value, end)
    }
    let window = worst.map { LoadWindow(from: Double($0.end + 1 - length), to: Double($0.end + 1)) }
    return outcome(worst?.value, window, patience)
  }

  /// The figure of the window that ends with each second.
  private func values(_ measures: RunMeasures, _ length: Int, _ driven: Double) -> [Double?] {
    if case .latency(let latency) = figure {
      let meter = measures.windows.first {
        $0.latency == latency && $0.kind == kind && $0.seconds == length
      }
      return meter?.values ?? []
    }
    guard case .count(let count) = figure else { return [] }
    let table = measures.seconds
    // The seconds after the last command, in which the last answers come, are no seconds of load.
    return (0..<min(table.closed, Int(driven))).map { end in
      let span = end + 1 - length...end
      guard span.lowerBound >= 0,
        span.allSatisfy({ measures.stages[table.stage(of: $0)].kind != .warmUp })
      else { return nil }
      let sum = span.reduce(into: OperationCounts()) { $0.add(table.counts($1, kind)) }
      return scaled(Self.value(count, sum), offered: sum.offered, seconds: Double(length))
    }
  }

  private static func value(_ count: Count, _ counts: OperationCounts) -> Int {
    switch count {
    case .achieved: counts.achieved
    case .errors: counts.errors
    case .dropped: counts.dropped
    case .refused: counts.refused
    }
  }
}
