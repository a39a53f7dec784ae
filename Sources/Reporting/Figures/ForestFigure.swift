import ResultFiles

/// Paired differences of one indicator: a row a scenario, a column an explanation.
///
/// The thick line is simulation noise, the thin one the assumptions. A filled disc in blue (better)
/// or vermillion (worse) is decided by the noise interval; an open grey one is not.
struct ForestFigure {
  private struct Mark {
    var row: Int
    var difference: Difference
  }

  let model: ReportModel
  let indicator: IndicatorRecord
  private let rowHeight = 20.0
  private let top = 52.0

  private var scenarios: [ScenarioRecord] { model.comparedScenarios }
  private var layout: FigureLayout {
    FigureLayout(left: 268, gap: 84, right: 70, columns: model.result.explanations.count)
  }

  /// Nil when there is nothing to draw.
  var figure: Figure? {
    let all = model.result.explanations.indices.flatMap { marks(column: $0) }
    guard !all.isEmpty else { return nil }
    let height = top + Double(scenarios.count) * rowHeight + 26
    var canvas = Canvas(width: FigureLayout.width, height: height)
    drawNames(on: &canvas)
    let axis = axis(covering: all)
    for column in model.result.explanations.indices {
      drawColumn(column, axis: axis, on: &canvas)
    }
    let title = model.say(.differenceOf, ["indicator": indicator.title[model.language]])
    return Figure(
      name: "difference-" + indicator.id, title: title,
      description: title + model.say(.forestAlternative), canvas: canvas, isTitled: true)
  }

  private func marks(column: Int) -> [Mark] {
    let explanation = model.result.explanations[column].id
    return scenarios.enumerated().compactMap { row, scenario in
      let arm = Arm(scenario: scenario.id, explanation: explanation)
      return exists(arm).flatMap { $0 ? difference(arm) : nil }
        .map { Mark(row: row, difference: $0) }
    }
  }

  private func difference(_ arm: Arm) -> Difference? {
    model.index.difference(arm, from: model.baseline, indicator.id)
  }

  /// Whether both sides have the level, nil without a difference.
  private func exists(_ arm: Arm) -> Bool? {
    guard difference(arm) != nil else { return nil }
    let base = Arm(scenario: model.baseline, explanation: arm.explanation)
    return model.index.hasLevel(arm, indicator) && model.index.hasLevel(base, indicator)
  }

  private func axis(covering marks: [Mark]) -> Axis {
    let ends = marks.flatMap { mark in
      [mark.difference.noise, mark.difference.assumptions].compactMap { $0 }
        .flatMap { [$0.low, $0.high] } + [mark.difference.mean]
    }
    let inPoints = indicator.unit == .share ? 100.0 : 1
    return Axis.covering(ends + [0], count: 5, isTight: true) { value in
      let digits = abs(value * inPoints).truncatingRemainder(dividingBy: 1) > 1e-6 ? 2 : 0
      let text = model.numbers.decimal(value * inPoints, digits: digits)
      return value > 0 ? "+" + text : text
    }
  }

  private func drawNames(on canvas: inout Canvas) {
    canvas.columnHeads(model, layout, y: 36)
    let unit = Phrase.unitOfDifference(indicator.unit).map { model.say($0) } ?? ""
    let name =
      indicator.title[model.language]
      + (unit.isEmpty ? "" : (model.language == .chinese ? "，" : ", ") + unit)
    canvas.text(Canvas.fitted(name, into: 1000, size: 14), x: 0, y: 11, size: 14, bold: true)
    for (row, scenario) in scenarios.enumerated() {
      canvas.text(
        Canvas.fitted(scenario.title[model.language], into: layout.left - 20, size: 11), x: 6,
        y: middle(row))
    }
  }

  private func middle(_ row: Int) -> Double { top + (Double(row) + 0.5) * rowHeight }

  private func drawColumn(_ column: Int, axis: Axis, on canvas: inout Canvas) {
    let panel = Panel(
      x: layout.x(column), y: top, width: layout.panelWidth,
      height: Double(scenarios.count) * rowHeight, xAxis: axis,
      yAxis: Axis(low: Double(scenarios.count), high: 0))
    canvas.xTicks(panel)
    let zero = panel.across(0)
    canvas.line(zero, panel.y, zero, panel.y + panel.height, colour: Palette.muted)
    let marks = marks(column: column)
    for mark in marks {
      canvas.text(
        model.numbers.difference(mark.difference, indicator.unit)(mark.difference.mean),
        x: panel.x + panel.width + 62, y: middle(mark.row), align: .right,
        colour: colour(mark.difference))
    }
    noteOverloaded(column, panel, on: &canvas)
    canvas.plot(panel, layers(marks))
  }

  private func noteOverloaded(_ column: Int, _ panel: Panel, on canvas: inout Canvas) {
    for (row, scenario) in scenarios.enumerated() {
      let explanation = model.result.explanations[column].id
      let arm = Arm(scenario: scenario.id, explanation: explanation)
      guard exists(arm) == false else { continue }
      canvas.text(
        model.say(.overloadedNoLevel), x: panel.x + panel.width + 62, y: middle(row),
        align: .right, colour: Palette.vermillion)
    }
  }

  private func layers(_ marks: [Mark]) -> [Layer] {
    var layers: [Layer] = []
    for mark in marks {
      let y = Double(mark.row) + 0.5
      let colour = colour(mark.difference)
      for (interval, width) in [(mark.difference.assumptions, 1.2), (mark.difference.noise, 4.5)] {
        guard let interval else { continue }
        layers.append(
          Layer(
            "using 1:2 with lines lw \(width) lc rgb '\(colour)'",
            [[interval.low, y], [interval.high, y]]))
      }
      let verdict = model.verdict(mark.difference, indicator.polarity)
      let symbol = verdict == .undecided ? 6 : 7
      for (symbol, colour) in [(7, Palette.paper), (symbol, colour)] {
        layers.append(
          Layer(
            "using 1:2 with points pt \(symbol) ps 0.62 lw 1.6 lc rgb '\(colour)'",
            [[mark.difference.mean, y]]))
      }
    }
    return layers
  }

  private func colour(_ difference: Difference) -> String {
    switch model.verdict(difference, indicator.polarity) {
    case .better: Palette.blue
    case .worse: Palette.vermillion
    case .undecided, .neutral: Palette.muted
    }
  }
}
