import ResultFiles
import Statistics

extension RunOutcome {
  /// The run as a document, judged.
  public func result(
    _ settings: LoadSettings, plan: LoadPlan, thresholds: [Threshold]
  ) -> LoadResult {
    let operations = measures.operations()
    let outcomes = thresholds.map {
      $0.outcome(operations, measures, seconds: countedSeconds(plan.stages))
    }
    let all = operations.last { $0.operation == LoadOperation.all }
    let fault = all.flatMap { plan.limits.fault($0, processorShare: processorShare) }
    var settings = settings
    settings.seconds = seconds
    return LoadResult(
      settings: settings, stages: stages(plan), operations: operations, timeline: timeline,
      thresholds: outcomes, verdict: .judged(fault, outcomes), chainMatches: chainMatches,
      memory: memory, notes: notes(plan))
  }

  /// One row a second, with all that was counted late.
  public var timeline: [LoadSecond] {
    (0..<measures.seconds.closed).map { measures.seconds.second($0, measures.stages) }
  }

  /// Seconds of stages that count.
  private func countedSeconds(_ stages: [StagePlan]) -> Double {
    var start = 0.0
    var sum = 0.0
    for stage in stages {
      let end = start + stage.seconds
      if stage.kind != .warmUp { sum += max(0, min(end, seconds) - start) }
      start = end
    }
    return sum
  }

  private func stages(_ plan: LoadPlan) -> [LoadStage] {
    var start = 0.0
    return plan.stages.map { stage in
      defer { start += stage.seconds }
      let rates: (Double, Double)? =
        switch plan.model {
        case .open: (stage.from, stage.to)
        case .closed, .shaped, .trace: nil
        }
      return LoadStage(
        name: stage.name, kind: stage.kind, from: start, seconds: stage.seconds,
        offeredPerSecond: rates?.0, offeredPerSecondAtEnd: rates?.1)
    }
  }

  /// The trend of memory after the first tenth, in which buffers grow to their size; nil for less
  /// than half a minute.
  private var memory: MemoryTrend? {
    let sizes = timeline.map { Double($0.uncachedBytes) }
    let first = max(5, sizes.count / 10)
    guard sizes.count - first >= 30, sizes.allSatisfy({ $0 > 0 }),
      let trend = try? LinearTrend(Array(sizes[first...]))
    else { return nil }
    return MemoryTrend(
      bytesPerSecond: trend.slope,
      interval: .init(low: trend.interval.low, high: trend.interval.high), confidence: 0.95,
      window: LoadWindow(from: Double(first), to: Double(sizes.count)))
  }

  private func notes(_ plan: LoadPlan) -> [BilingualText] {
    var notes: [BilingualText] = []
    if case .open = plan.model {
      notes.append(
        BilingualText(
          zh: "速率指每秒受理件数；工作人员的命令按情景中的比例随行",
          en: "rates are accepts per second; staff commands ride along as often as in the scenario")
      )
    }
    if case .trace = plan.model {
      notes.append(
        BilingualText(
          zh: "仅到达时间取自真实数据；诉求内容由情景生成，并非逐条重放",
          en: "only arrival times come from the trace; the appeals are the scenario's, not its rows"
        ))
    }
    if isTapeOver {
      notes.append(
        BilingualText(
          zh: "情景的统计时段先于压测计划结束；请加长时段或放大规模",
          en: "the scenario's window ended before the schedule; lengthen it or raise the scale"))
    }
    if missingAppeals > 0 {
      notes.append(
        BilingualText(
          zh: "\(missingAppeals) 件诉求未能进入系统，其后续命令计为未发出",
          en: "\(missingAppeals) appeals never came into the system; what would have followed on "
            + "them counts as dropped"))
    }
    if let all = measures.operations().last, all.dropped > 0 {
      let done = all.achieved - all.refused
      notes.append(
        BilingualText(
          zh: "\(all.dropped) 条命令未发出：设定条件时，其自计划时刻的时延按无穷大计，至少为 "
            + "\(plan.patience) 秒；表中分位数只含得到答复的命令。发出的命令中 \(done) 条办成。",
          en:
            "\(all.dropped) commands were dropped: conditions take their latency from the intended "
            + "start, at least \(plan.patience) s, as endless; percentiles in tables are of the "
            + "answered alone. Of what was given, \(done) commands were carried out"))
    }
    if let failure {
      notes.append(
        BilingualText(zh: "提交失败：\(failure)", en: "a commit failed: \(failure)"))
    }
    return notes
  }
}
