import ResultFiles

/// Open appeals over time: a row a scenario, a column an explanation.
///
/// The light band holds four fifths of the replications, the dark one is the interval of the mean;
/// the baseline's mean runs along in grey.
struct BacklogFigure {
  let model: ReportModel
  private let series: [Arm: BacklogSeries]
  private let rowHeight = 126.0
  private let top = 52.0

  init(_ model: ReportModel) {
    self.model = model
    series = BacklogSeries.all(model.result)
  }

  private var layout: FigureLayout {
    FigureLayout(left: 62, gap: 20, columns: model.result.explanations.count)
  }

  var figure: Figure? {
    guard !series.isEmpty else { return nil }
    let rows = model.result.scenarios.count
    var canvas = Canvas(width: FigureLayout.width, height: top + Double(rows) * rowHeight + 6)
    canvas.columnHeads(model, layout, y: 13)
    for row in 0..<rows {
      for column in model.result.explanations.indices {
        drawPanel(row: row, column: column, on: &canvas)
      }
    }
    return Figure(
      name: "backlog", title: model.say(.backlogTitle),
      description: model.say(.backlogAlternative), canvas: canvas)
  }

  private func arm(_ row: Int, _ column: Int) -> Arm {
    Arm(
      scenario: model.result.scenarios[row].id, explanation: model.result.explanations[column].id)
  }

  /// One scale a row, from zero to its highest band or the baseline's: the grey line is the yardstick.
  private func scale(of row: Int) -> Axis {
    let rows = [row, model.result.scenarios.firstIndex { $0.id == model.baseline } ?? row]
    let shown = rows.flatMap { row in
      model.result.explanations.indices.compactMap { series[arm(row, $0)] }
    }
    let top = shown.flatMap(\.high).max() ?? 1
    return Axis.covering([0, max(top, 1)], count: 3) { model.numbers.decimal($0, digits: 0) }
  }

  private func drawPanel(row: Int, column: Int, on canvas: inout Canvas) {
    let arm = arm(row, column)
    let y = top + Double(row) * rowHeight
    let panel = Panel(
      x: layout.x(column), y: y, width: layout.panelWidth, height: rowHeight - 46,
      xAxis: dates, yAxis: scale(of: row))
    canvas.yTicks(panel, labels: column == 0)
    canvas.xTicks(panel, lines: false)
    if column == 0 {
      let title = model.title(ofScenario: arm.scenario)
      canvas.text(
        Canvas.fitted(title, into: 500, size: 11), x: 6, y: y - 14,
        colour: model.style(of: arm.scenario).colour, bold: true)
    }
    if model.index.isOverloaded(arm) {
      canvas.text(
        model.say(.overloadedRising), x: panel.x + panel.width - 4, y: y - 14, align: .right,
        size: 10, colour: Palette.vermillion)
    }
    canvas.plot(panel, layers(arm))
  }

  private var dates: Axis {
    var ticks: [(Double, String)] = []
    var seen = Set<Int>()
    for row in model.result.daily where row.date.hasSuffix("-01") {
      guard seen.insert(row.dayIndex).inserted else { continue }
      ticks.append((Double(row.dayIndex), row.date))
    }
    ticks.sort { $0.0 < $1.0 }
    let stride = max(1, (ticks.count + 5) / 6)
    let shown = ticks.enumerated().filter { $0.offset % stride == 0 }.map { $0.element }
    let last = series.values.map(\.mean.count).max() ?? 1
    return Axis(
      low: 0, high: Double(max(1, last - 1)),
      ticks: shown.map { ($0.0, model.numbers.month($0.1)) })
  }

  private func layers(_ arm: Arm) -> [Layer] {
    guard let own = series[arm] else { return [] }
    let colour = model.style(of: arm.scenario).colour
    func band(_ low: [Double], _ high: [Double], _ opacity: Double) -> Layer {
      Layer(
        "using 1:2:3 with filledcurves fc rgb '\(colour)' fs transparent solid \(opacity) noborder",
        own.mean.indices.map { [Double($0), low[$0], high[$0]] })
    }
    func line(_ values: [Double], _ colour: String, _ width: Double) -> Layer {
      Layer(
        "using 1:2 with lines lw \(width) lc rgb '\(colour)'",
        values.indices.map { [Double($0), values[$0]] })
    }
    var layers: [Layer] = []
    if own.replications > 1 {
      layers.append(band(own.low, own.high, 0.16))
      layers.append(
        band(
          zip(own.mean, own.half).map { $0 - $1 }, zip(own.mean, own.half).map { $0 + $1 }, 0.38))
    }
    let base = Arm(scenario: model.baseline, explanation: arm.explanation)
    if arm != base, let other = series[base] {
      layers.append(line(other.mean, Palette.muted, 0.8))
    }
    layers.append(line(own.mean, colour, 1.4))
    return layers
  }
}
