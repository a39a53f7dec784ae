import ResultFiles

/// A load run for a terminal: the verdict, then tables.
public enum LoadSummary {
  /// East Asian characters count for two columns; control characters in names are left out.
  public static func text(of result: LoadResult, language: ReportLanguage) -> String {
    let model = LoadModel(result, language: language)
    let page = LoadPage(model: model, figures: [])
    var parts = [line(model.headline)]
    parts += page.notices.map(line)
    if !result.thresholds.isEmpty { parts.append(thresholds(model).text) }
    parts.append(line(model.say(.wholeRun)) + operations(model).text)
    parts.append(line(latencyTitle(model, .intended)) + latencies(model, .intended).text)
    if result.stages.count > 1 { parts.append(stages(model).text) }
    if let sum = result.operation(LoadOperation.all) {
      parts.append(kinds(model, sum).text)
    }
    if result.memory != nil { parts.append(line(model.memorySentence)) }
    if let capacity = result.capacity {
      parts.append(line(model.sentence(on: capacity)) + trials(model, capacity).text)
    }
    if let comparison = result.comparison { parts += compared(model, comparison) }
    parts += result.notes.map { line($0[language]) }
    return parts.joined(separator: "\n")
  }

  private static func line(_ text: String) -> String { DisplayWidth.printable(text) + "\n" }

  private static func latencyTitle(_ model: LoadModel, _ kind: LatencyKind) -> String {
    let comma = model.language == .chinese ? "，" : ", "
    return model.say(.latencyHead) + comma + model.say(PercentileFigure.phrase(kind))
  }

  private static let percents = [50.0, 90, 99, 99.9]

  private static func percentHeads(_ model: LoadModel) -> [String] {
    percents.map { "p" + shortest($0) } + [model.say(.maximum)]
  }

  private static func figures(_ model: LoadModel, _ latency: Latency) -> [String] {
    percents.map { model.latency(latency.us(atPercent: $0)) }
      + [latency.count > 0 ? model.latency(latency.maxUs) : "–"]
  }

  // MARK: Tables

  private static func thresholds(_ model: LoadModel) -> TextTable {
    let hasWindow = model.result.thresholds.contains { $0.window != nil }
    return TextTable(
      head: [model.say(.threshold), model.say(.outcome), model.say(.measured)]
        + (hasWindow ? [model.say(.worstWindow)] : []),
      rows: model.result.thresholds.map { row in
        [row.text, model.name(of: row.state), model.measured(row)]
          + (hasWindow ? [row.window.map(model.span) ?? "–"] : [])
      }, names: 2)
  }

  private static func operations(_ model: LoadModel) -> TextTable {
    let heads: [LoadPhrase] = [
      .operation, .offered, .achieved, .achievedRate, .refused, .dropped, .errors, .driverP99,
    ]
    let seconds = model.result.measuredSeconds
    return TextTable(
      head: heads.map { model.say($0) },
      rows: model.operations(of: LoadOperation.all).map { row in
        let rate = model.rate(seconds > 0 ? Double(row.achieved) / seconds : nil)
        let counts = [row.refused, row.dropped, row.errors].map { model.numbers.count($0) }
        return [
          model.name(ofOperation: row.operation), model.numbers.count(row.offered),
          model.numbers.count(row.achieved), rate,
        ] + counts + [model.latency(row.lateness.us(atPercent: 99))]
      })
  }

  private static func latencies(_ model: LoadModel, _ kind: LatencyKind) -> TextTable {
    TextTable(
      head: [model.say(.operation)] + percentHeads(model),
      rows: model.operations(of: LoadOperation.all).map { row in
        [model.name(ofOperation: row.operation)] + figures(model, row[kind])
      })
  }

  /// The sum of each stage.
  private static func stages(_ model: LoadModel) -> TextTable {
    TextTable(
      head: [model.say(.stage), model.say(.offeredRate), model.say(.achievedRate)]
        + percentHeads(model),
      rows: model.result.stages.compactMap { stage in
        let seconds = model.seconds(of: stage.name)
        guard let sum = model.result.operation(LoadOperation.all, stage: stage.name), seconds > 0
        else { return nil }
        let rates = [sum.offered, sum.achieved].map { model.rate(Double($0) / seconds) }
        return [stage.name] + rates + figures(model, sum.intended)
      })
  }

  /// All four latencies of all operations.
  private static func kinds(_ model: LoadModel, _ sum: LoadOperation) -> TextTable {
    TextTable(
      head: [model.say(.allOperations)] + percentHeads(model),
      rows: LatencyKind.allCases.map { kind in
        [model.say(PercentileFigure.phrase(kind))] + figures(model, sum[kind])
      })
  }

  private static func trials(_ model: LoadModel, _ capacity: CapacityResult) -> TextTable {
    TextTable(
      head: [
        model.say(.trial), model.say(.outcome), model.say(.rate), model.say(.achievedRate), "p99",
      ],
      rows: capacity.trials.enumerated().map { place, trial in
        [
          "\(place + 1) " + model.name(of: trial.phase),
          model.outcome(of: trial), model.rate(trial.rate),
          model.rate(trial.achievedPerSecond), model.latency(trial.p99Us),
        ]
      }, names: 2)
  }

  private static func compared(_ model: LoadModel, _ comparison: LoadComparison) -> [String] {
    let table = TextTable(
      head: [
        model.say(.operation), model.say(.figure), model.say(.earlier), model.say(.now),
        model.say(.difference), model.say(.ratio),
      ],
      rows: comparison.rows.map { row in
        [
          model.name(ofOperation: row.operation), model.name(of: row.measure),
          model.text(row.earlier, row.measure), model.text(row.now, row.measure),
          model.signed(row), model.ratio(row.ratio),
        ]
      }, names: 2)
    let intro = model.say(.comparisonIntro, ["time": comparison.earlierStarted])
    return model.warnings(on: comparison).map(line) + [line(intro) + table.text]
      + model.limits(of: comparison).map(line)
  }
}
