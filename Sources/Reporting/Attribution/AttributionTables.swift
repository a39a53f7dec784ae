import ResultFiles

/// The tables of an attribution's page.
struct AttributionTables {
  private let model: AttributionModel

  init(_ model: AttributionModel) { self.model = model }

  // MARK: All explanations side by side

  func summary(_ indicator: IndicatorRecord) -> PageTable {
    let explanations = model.result.explanations
    let isSpread = explanations.count > 1
    let rows = model.levers.map { lever in
      PageTable.Row(
        head: lever.title[model.language], note: rowsNote(lever),
        cells: explanations.map { cell(lever, $0, indicator) }
          + (isSpread ? [spread(lever, indicator)] : []))
    }
    let all = PageTable.Row(
      head: model.say(.allLevers),
      cells: explanations.map { totalCell($0, indicator) }
        + (isSpread ? [totalSpread(indicator)] : []))
    return PageTable(
      caption: model.say(.summaryCaption, ["indicator": model.titled(indicator)]),
      corner: model.say(.lever),
      columns: explanations.map { $0.title[model.language] }
        + (isSpread ? [model.say(.spread)] : []),
      groups: [(nil, rows + [all])])
  }

  private func rowsNote(_ lever: LeverRecord) -> String? {
    lever.rows.isEmpty ? nil : lever.rows.map { "#\($0)" }.joined(separator: " ")
  }

  private func cell(
    _ lever: LeverRecord, _ explanation: ExplanationRecord, _ indicator: IndicatorRecord
  ) -> PageTable.Cell {
    guard let bare = model.estimate(lever, explanation, indicator, .none) else {
      return PageTable.Cell(text: "–", lines: [model.say(.withheld)], mark: "undecided")
    }
    var lines: [String] = []
    if let full = model.estimate(lever, explanation, indicator, .middle) {
      lines.append(model.say(.behaviourLine, ["value": model.text(full, indicator)]))
    }
    if !lever.effects.isEmpty, let ends = model.ends(lever, explanation, indicator) {
      lines.append(model.say(.endsLine, ["range": ends]))
    }
    return PageTable.Cell(text: model.text(bare, indicator), lines: lines)
  }

  private func totalCell(
    _ explanation: ExplanationRecord, _ indicator: IndicatorRecord
  ) -> PageTable.Cell {
    guard let bare = model.total(explanation, indicator, .none) else {
      return PageTable.Cell(text: "–")
    }
    var lines: [String] = []
    if let full = model.total(explanation, indicator, .middle) {
      lines.append(
        model.say(.behaviourLine, ["value": model.text(full.difference, indicator)]))
      if let low = model.total(explanation, indicator, .low),
        let high = model.total(explanation, indicator, .high)
      {
        let ends = model.range(
          low.difference.mean, high.difference.mean, model.writer(full.difference, indicator))
        lines.append(model.say(.endsLine, ["range": ends]))
      }
    }
    return PageTable.Cell(text: model.text(bare.difference, indicator), lines: lines)
  }

  private func spread(_ lever: LeverRecord, _ indicator: IndicatorRecord) -> PageTable.Cell {
    func means(_ part: ResponseCase) -> [AttributionEstimate] {
      model.result.explanations.compactMap { model.estimate(lever, $0, indicator, part) }
    }
    return spread(model.parts.map(means), indicator)
  }

  private func totalSpread(_ indicator: IndicatorRecord) -> PageTable.Cell {
    spread(
      model.parts.map { part in
        model.result.explanations.compactMap { model.total($0, indicator, part)?.difference }
      }, indicator)
  }

  /// Least to greatest over the explanations, for each part.
  private func spread(
    _ parts: [[AttributionEstimate]], _ indicator: IndicatorRecord
  ) -> PageTable.Cell {
    let texts = parts.map { estimates -> String in
      let means = estimates.map(\.mean)
      guard let low = means.min(), let high = means.max() else { return "–" }
      return model.range(low, high, model.writer(estimates[0], indicator))
    }
    return PageTable.Cell(text: texts.first ?? "–", lines: Array(texts.dropFirst()))
  }

  // MARK: One explanation

  func under(_ explanation: ExplanationRecord, _ indicator: IndicatorRecord) -> PageTable {
    let measures: [AttributionValue.Measure] = [.shapley, .alone, .leftOut]
    let columns = model.parts.flatMap { part in
      measures.map { measure in
        model.say(
          .parts, ["part": model.name(of: part), "measure": model.say(Self.phrase(measure))])
      }
    }
    let rows = model.levers.map { lever in
      PageTable.Row(
        head: lever.title[model.language],
        cells: model.parts.flatMap { part in
          measures.map { cell(model.estimate(lever, explanation, indicator, part, $0), indicator) }
        })
    }
    return PageTable(
      caption: model.say(.tableUnder, ["explanation": explanation.title[model.language]]),
      corner: model.say(.lever), columns: columns, groups: [(nil, rows)])
  }

  static func phrase(_ measure: AttributionValue.Measure) -> AttributionPhrase {
    switch measure {
    case .shapley: .shapley
    case .alone: .alone
    case .leftOut: .leftOut
    }
  }

  private func cell(
    _ estimate: AttributionEstimate?, _ indicator: IndicatorRecord
  ) -> PageTable.Cell {
    guard let estimate else { return PageTable.Cell(text: "–", mark: "undecided") }
    var lines: [String] = []
    if let noise = estimate.noiseHalfWidth, let orders = estimate.ordersHalfWidth {
      lines.append(
        model.say(
          .noiseAndOrders,
          [
            "noise": model.unsigned(noise, estimate, indicator),
            "orders": model.unsigned(orders, estimate, indicator),
          ]))
    }
    return PageTable.Cell(text: model.text(estimate, indicator), lines: lines)
  }

  // MARK: The levers themselves

  var levers: PageTable {
    let rows = model.levers.map { lever in
      PageTable.Row(
        head: lever.title[model.language], note: lever.id,
        cells: [
          PageTable.Cell(text: lever.rows.map(String.init).joined(separator: ", ")),
          PageTable.Cell(text: model.joined(lever.needs.map(model.title(ofLever:)))),
          PageTable.Cell(
            text: lever.summary[model.language], lines: lever.structure + lever.uses.map(text)),
          PageTable.Cell(
            text: lever.effects.isEmpty ? model.say(.none) : "",
            lines: lever.effects.map(text)),
        ])
    }
    return PageTable(
      caption: model.say(.leversCaption), corner: model.say(.lever),
      columns: [.rows, .needs, .keys, .effects].map { model.say($0) }, groups: [(nil, rows)],
      mark: "words")
  }

  private func text(_ use: LeverUse) -> String {
    let low = model.numbers.value(use.low, use.indicator.unit)
    let high = model.numbers.value(use.high, use.indicator.unit)
    let range =
      low == high
      ? low
      : model.numbers.range(Interval(low: use.low, high: use.high)) {
        model.numbers.value($0, use.indicator.unit)
      }
    return model.say(
      .use, ["indicator": use.indicator.title[model.language], "range": range])
  }

  var assumptions: PageTable {
    let rows = model.result.assumptions.map { assumption in
      PageTable.Row(
        head: assumption.parameter,
        cells: [
          PageTable.Cell(text: assumption.value),
          PageTable.Cell(text: assumption.range.map { model.numbers.range($0, shortest) } ?? "–"),
          PageTable.Cell(text: assumption.note[model.language]),
        ])
    }
    return PageTable(
      caption: model.say(.assumptionsCaption, ["base": model.result.base.title[model.language]]),
      corner: Phrase.parameter.text(model.language),
      columns: [.value, .rangeColumn, .note].map { (phrase: Phrase) in
        phrase.text(model.language)
      },
      groups: [(nil, rows)], mark: "ledger")
  }

  private func text(_ effect: EffectRecord) -> String {
    model.say(
      .effect,
      [
        "parameter": effect.parameter, "without": shortest(effect.without),
        "middle": shortest(effect.middle), "low": shortest(effect.low),
        "high": shortest(effect.high),
      ])
  }
}
