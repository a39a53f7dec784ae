import Foundation
import ResultFiles
import Statistics

extension RunOutcome {
  /// The run as a document, judged.
  public func result(
    _ settings: LoadSettings, plan: LoadPlan, thresholds: [Threshold]
  ) -> LoadResult {
    let operations = measures.operations()
    let stages = stages(plan)
    var settings = settings
    settings.seconds = drivenSeconds
    var result = LoadResult(
      settings: settings, stages: stages, operations: operations, timeline: timeline,
      verdict: LoadVerdict(outcome: .ok, reason: BilingualText(zh: "", en: "")),
      driver: use(plan.limits), chainMatches: chainMatches, notices: notices(plan),
      notes: notes(plan, operations.last))
    result.thresholds = thresholds.map {
      $0.outcome(
        operations, measures, seconds: result.measuredSeconds, driven: drivenSeconds,
        patience: plan.patience)
    }
    result.memory = Self.memory(result)
    let counted = measures.stages.filter { $0.kind != .warmUp }.map(\.name) + [LoadOperation.all]
    let sums = counted.compactMap { result.operation(LoadOperation.all, stage: $0) }
    let isShort = isTapeOver && drivenSeconds < 0.98 * measures.stages.seconds
    result.verdict = .judged(
      RunFindings(
        wrong: wrong(operations),
        fault: isShort
          ? result.notices.first
          : sums.lazy.compactMap { plan.limits.fault($0, processorShare: processorShare) }.first,
        thresholds: result.thresholds, isInterrupted: isInterrupted))
    return result
  }

  /// A schedule that was driven to its end took as long as it was planned: its last command starts
  /// a little before.
  private var drivenSeconds: Double {
    let planned = measures.stages.seconds
    return isTapeOver || isInterrupted ? min(seconds, planned) : planned
  }

  /// One row a second, with all that was counted late. Those after the load belong to no stage.
  public var timeline: [LoadSecond] {
    (0..<measures.seconds.closed).map { index in
      var second = measures.seconds.second(index, measures.stages)
      if Double(index) >= drivenSeconds { second.stage = LoadSecond.drain }
      return second
    }
  }

  private func use(_ limits: DriverLimits) -> LoadDriverUse {
    LoadDriverUse(
      processorShare: processorShare, processorShareLimit: limits.processorShare,
      latenessP99LimitUs: limits.latenessP99Us, latenessShareLimit: limits.latenessShare)
  }

  /// What no run may do, its warm-ups included.
  private func wrong(_ operations: [LoadOperation]) -> BilingualText? {
    let errors = operations.filter {
      $0.stage != LoadOperation.all && $0.operation == LoadOperation.all
    }.reduce(0) { $0 + $1.errors }
    var (zh, en): ([String], [String]) = ([], [])
    if errors > 0 {
      zh.append("\(errors) 条命令的答复有误或结果未知。")
      en.append(
        errors == 1
          ? "One command was answered wrongly or with an unknown outcome."
          : "\(errors) commands were answered wrongly or with an unknown outcome.")
    }
    if chainMatches == false {
      zh.append("存储的链式散列与参照内核不一致：命令有丢失、重复或次序错误。")
      en.append(
        "The chain hash of the store differs from that of the reference core: commands were lost, "
          + "doubled or out of order.")
    }
    guard !zh.isEmpty else { return nil }
    return BilingualText(zh: zh.joined(), en: en.joined(separator: " "))
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

  /// The trend of memory in the longest stage at one level, after the first tenth of the run, in
  /// which buffers grow to their size; nil for less than half a minute.
  private static func memory(_ result: LoadResult) -> MemoryTrend? {
    let level = result.stages.filter { $0.kind != .warmUp && $0.isLevel }
    guard let stage = level.max(by: { $0.seconds < $1.seconds }) else { return nil }
    let start = max(stage.from, 5, result.settings.seconds / 10)
    let end = stage.from + stage.seconds
    let rows = result.loadedSeconds.filter {
      Double($0.second) >= start && Double($0.second + 1) <= end
    }
    guard rows.count >= 30, rows.allSatisfy({ $0.uncachedBytes > 0 }), let first = rows.first,
      let trend = try? LinearTrend(rows.map { Double($0.uncachedBytes) })
    else { return nil }
    return MemoryTrend(
      bytesPerSecond: trend.slope,
      interval: .init(low: trend.interval.low, high: trend.interval.high), confidence: 0.95,
      window: LoadWindow(from: Double(first.second), to: Double(first.second + rows.count)))
  }

  private func notices(_ plan: LoadPlan) -> [BilingualText] {
    guard isTapeOver || isInterrupted else { return [] }
    let (driven, planned) = (ShortNumber.text(drivenSeconds), ShortNumber.text(plan.stages.seconds))
    if isInterrupted {
      return [
        BilingualText(
          zh: "压测在第 \(driven) 秒被中断，计划为 \(planned) 秒。",
          en: "The run was interrupted after \(driven) s of \(planned) s that were planned.")
      ]
    }
    return [
      BilingualText(
        zh: "情景的统计时段在第 \(driven) 秒用尽，先于计划的 \(planned) 秒；请加长时段或放大规模（--scale）。",
        en: "The scenario's window ended after \(driven) s of \(planned) s that were planned; "
          + "lengthen it, or raise --scale.")
    ]
  }

  /// - Parameter all: the sum of all stages and operations.
  private func notes(_ plan: LoadPlan, _ all: LoadOperation?) -> [BilingualText] {
    var notes: [BilingualText] = []
    if case .open = plan.model {
      notes.append(
        BilingualText(
          zh: "速率指每秒受理件数的平均；按泊松过程（或均匀）发出的是群众与工作人员的全部命令，其中提交按情景次序出现，"
            + "并非泊松。每秒提交数见时间序列。",
          en: "Rates are accepts per second on average. What is paced, Poisson or evenly, are all "
            + "commands of citizens and staff; submissions come among them where the scenario has "
            + "them and are not Poisson. The timeline counts them by the second."
        )
      )
    }
    if case .trace = plan.model {
      notes.append(
        BilingualText(
          zh: "仅到达时间取自真实数据；诉求内容由情景生成，并非逐条重放。",
          en:
            "Only arrival times come from the trace; the appeals are the scenario's, not its rows."
        ))
    }
    if missingAppeals > 0 {
      notes.append(
        BilingualText(
          zh: "\(missingAppeals) 件诉求未能进入系统，其后续命令也计为丢弃。",
          en: "\(missingAppeals) appeals never came into the system; what would have followed on "
            + "them counts as dropped too."))
    }
    if let all, all.dropped > 0 {
      let (done, patience) = (all.achieved - all.refused, ShortNumber.text(plan.patience))
      notes.append(
        BilingualText(
          zh: "\(all.dropped) 条命令被丢弃：阈值判定时，其自计划时刻的时延按无穷大计（至少 \(patience) 秒）；"
            + "表中分位数只含得到答复的命令。发出的命令中 \(done) 条办成。",
          en:
            "\(all.dropped) commands were dropped. Thresholds take their latency from the intended "
            + "start, which is \(patience) s at least, as endless; percentiles in tables are of the "
            + "answered alone. Of what was given, \(done) commands were carried out."))
    }
    if let failure {
      notes.append(
        BilingualText(zh: "一次提交失败：\(failure)。", en: "A commit failed: \(failure)."))
    }
    return notes
  }
}
