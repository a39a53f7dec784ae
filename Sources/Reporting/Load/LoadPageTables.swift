import ResultFiles

/// The tables of the page of a load run.
struct LoadPageTables {
  let model: LoadModel

  private static let percentiles = [50.0, 90, 99, 99.9]

  // MARK: Operations

  /// Counts of the operations of a stage.
  func counts(_ stage: String, _ name: String) -> PageTable {
    let columns: [LoadPhrase] = [
      .offered, .achieved, .achievedRate, .refused, .dropped, .errors, .driverP99,
    ]
    let seconds = model.seconds(of: stage)
    let rows = model.operations(of: stage).map { row in
      PageTable.Row(
        head: model.name(ofOperation: row.operation), note: note(row),
        cells: [
          count(row.offered), count(row.achieved),
          PageTable.Cell(text: model.rate(seconds > 0 ? Double(row.achieved) / seconds : nil)),
          count(row.refused), count(row.dropped, isBad: true), count(row.errors, isBad: true),
          PageTable.Cell(text: model.latency(row.lateness.us(atPercent: 99))),
        ])
    }
    return PageTable(
      caption: model.say(.countsCaption, ["stage": name]), corner: model.say(.operation),
      columns: columns.map { model.say($0) }, groups: [(nil, rows)])
  }

  /// The three latencies of the operations of a stage.
  func latencies(_ stage: String, _ name: String) -> PageTable {
    let rows = model.operations(of: stage).map { row in
      PageTable.Row(
        head: model.name(ofOperation: row.operation), note: note(row),
        cells: Self.percentiles.map { percent in cell(row) { $0.us(atPercent: percent) } }
          + [cell(row) { $0.count > 0 ? $0.maxUs : nil }])
    }
    return PageTable(
      caption: model.say(.latenciesCaption, ["stage": name]), corner: model.say(.operation),
      columns: Self.percentiles.map { "p" + shortest($0) } + [model.say(.maximum)],
      groups: [(nil, rows)])
  }

  /// The name that thresholds and files use.
  private func note(_ row: LoadOperation) -> String? {
    model.name(ofOperation: row.operation) == row.operation ? nil : row.operation
  }

  private func count(_ value: Int, isBad: Bool = false) -> PageTable.Cell {
    PageTable.Cell(text: model.numbers.count(value), mark: isBad && value > 0 ? "worse" : "")
  }

  private func cell(_ row: LoadOperation, _ us: (Latency) -> Int?) -> PageTable.Cell {
    PageTable.Cell(
      text: model.latency(us(row.intended)),
      lines: [row.dispatch, row.service].map { model.latency(us($0)) })
  }

  // MARK: Thresholds

  var thresholds: PageTable {
    let hasWindow = model.result.thresholds.contains { $0.window != nil }
    let rows = model.result.thresholds.map { row in
      PageTable.Row(
        head: row.text,
        cells: [
          PageTable.Cell(text: model.measured(row)),
          PageTable.Cell(
            text: model.name(of: row.state), mark: row.state == .met ? "better" : "worse"),
        ] + (hasWindow ? [PageTable.Cell(text: row.window.map(model.span) ?? "")] : []))
    }
    return PageTable(
      caption: model.say(.thresholdsHead), corner: model.say(.threshold),
      columns: ([.measured, .outcome] + (hasWindow ? [LoadPhrase.worstWindow] : []))
        .map { model.say($0) }, groups: [(nil, rows)], mark: "words")
  }

  // MARK: Capacity

  func capacity(_ capacity: CapacityResult) -> PageTable {
    let rows = capacity.trials.enumerated().map { place, trial in
      PageTable.Row(
        head: "\(place + 1)", note: model.name(of: trial.phase),
        cells: [
          PageTable.Cell(text: model.rate(trial.rate)),
          PageTable.Cell(text: model.rate(trial.achievedPerSecond)),
          PageTable.Cell(text: model.latency(trial.p50Us)),
          PageTable.Cell(text: model.latency(trial.p99Us)),
          PageTable.Cell(
            text: model.outcome(of: trial),
            lines: [trial.reason[model.language]],
            mark: trial.passed ? "better" : "worse"),
        ])
    }
    return PageTable(
      caption: model.say(.capacityCaption), corner: model.say(.trial),
      columns: [
        model.say(.rate), model.say(.achievedRate), "p50", "p99", model.say(.outcome),
      ], groups: [(nil, rows)])
  }

  // MARK: Comparison

  func comparison(_ comparison: LoadComparison) -> PageTable {
    let names = comparison.rows.reduce(into: [String]()) { names, row in
      if !names.contains(row.operation) { names.append(row.operation) }
    }
    let groups = names.map { name in
      (
        heading: Optional(model.name(ofOperation: name)),
        rows: comparison.rows.filter { $0.operation == name }.map(row)
      )
    }
    return PageTable(
      caption: model.say(.comparisonCaption), corner: model.say(.figure),
      columns: [.earlier, .now, .difference, .ratio].map { model.say($0) }, groups: groups)
  }

  private func row(_ change: LoadChange) -> PageTable.Row {
    PageTable.Row(
      head: model.name(of: change.measure),
      cells: [
        model.text(change.earlier, change.measure), model.text(change.now, change.measure),
        model.signed(change), model.ratio(change.ratio),
      ].map { PageTable.Cell(text: $0) })
  }
}

extension LoadModel {
  func name(of measure: LoadChange.Measure) -> String {
    switch measure {
    case .p50: "p50"
    case .p99: "p99"
    case .throughput: say(.throughput)
    case .capacity: say(.capacityMeasure)
    }
  }

  func text(_ value: Double, _ measure: LoadChange.Measure) -> String {
    switch measure {
    case .p50, .p99: latency(value)
    case .throughput, .capacity: rate(value)
    }
  }

  func signed(_ change: LoadChange) -> String {
    let text = text(change.difference, change.measure)
    return change.difference > 0 ? "+" + text : text
  }

  func outcome(of trial: CapacityTrial) -> String {
    say(trial.passed ? .passed : trial.isVoid ? .voidTrial : .failed)
  }

  func name(of phase: CapacityTrial.Phase) -> String {
    switch phase {
    case .double: say(.phaseDouble)
    case .bisect: say(.phaseBisect)
    case .confirm: say(.phaseConfirm)
    }
  }

  /// `a, b`.
  func list(_ names: [String]) -> String {
    names.joined(separator: language == .chinese ? "、" : ", ")
  }
}
