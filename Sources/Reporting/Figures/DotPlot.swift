import ResultFiles

/// Rows of names and dots: a column an explanation, a symbol a scenario.
struct DotPlot {
  struct Row {
    var title: String
    /// A second, grey word behind the title.
    var note: String
    /// Values by scenario, in the order of the scenarios, for each explanation.
    var values: [[Double?]]
    /// A value known from outside, for each explanation.
    var measured: [Double?]
  }

  let model: ReportModel
  var rows: [Row]
  /// Bounds that the axis never leaves.
  var limits: ClosedRange<Double>
  private let rowHeight = 19.0

  init(_ model: ReportModel, rows: [Row], limits: ClosedRange<Double>) {
    self.model = model
    self.rows = rows
    self.limits = limits
  }

  func canvas() -> Canvas {
    let layout = FigureLayout(
      left: 258, gap: 40, right: 24, columns: model.result.explanations.count)
    let legend = FigureLegend(model, measured: hasMeasured)
    let top = legend.height + 26
    let height = top + Double(rows.count) * rowHeight + 24
    var canvas = Canvas(width: FigureLayout.width, height: height)
    legend.draw(on: &canvas)
    canvas.columnHeads(model, layout, y: legend.height + 13)
    let axis = axis
    for (place, row) in rows.enumerated() {
      let y = top + (Double(place) + 0.5) * rowHeight
      let noteWidth = DisplayWidth.pixels(row.note, size: 10)
      canvas.text(
        row.note, x: layout.left - 12, y: y, align: .right, size: 10, colour: Palette.muted)
      canvas.text(
        Canvas.fitted(row.title, into: layout.left - noteWidth - 34, size: 11), x: 6, y: y)
    }
    for column in model.result.explanations.indices {
      let panel = Panel(
        x: layout.x(column), y: top, width: layout.panelWidth,
        height: Double(rows.count) * rowHeight, xAxis: axis,
        yAxis: Axis(low: Double(rows.count), high: 0))
      canvas.xTicks(panel)
      for place in rows.indices {
        let y = panel.down(Double(place) + 0.5)
        canvas.line(panel.x, y, panel.x + panel.width, y, colour: Palette.grid)
      }
      canvas.plot(panel, layers(column))
    }
    return canvas
  }

  private var hasMeasured: Bool { rows.contains { $0.measured.contains { $0 != nil } } }

  private var axis: Axis {
    let values = rows.flatMap { row in
      row.values.joined().compactMap { $0 } + row.measured.compactMap { $0 }
    }
    // A little beyond the bounds, so that a symbol at 100 % is not cut in half.
    let beyond = limits.lowerBound - 0.01...limits.upperBound + 0.01
    return Axis.covering(values, count: 4, isTight: true, limits: beyond) { value in
      let digits = abs((value * 100).truncatingRemainder(dividingBy: 1)) > 1e-6 ? 1 : 0
      return model.numbers.decimal(value * 100, digits: digits) + "%"
    }
  }

  /// The others first, so that the baseline and what was measured stay visible.
  private func layers(_ column: Int) -> [Layer] {
    let scenarios = model.result.scenarios
    let order =
      scenarios.indices.filter { scenarios[$0].id != model.baseline }
      + scenarios.indices.filter { scenarios[$0].id == model.baseline }
    var layers = order.map { scenario in
      let style = model.style(of: scenarios[scenario].id)
      return points(style, size: 0.72) { $0.values[column][scenario] }
    }
    layers.append(points(FigureLegend.measuredStyle, size: 1.15) { $0.measured[column] })
    return layers
  }

  private func points(
    _ style: ScenarioStyle, size: Double, _ value: (Row) -> Double?
  ) -> Layer {
    Layer(
      "using 1:2 with points pt \(style.symbol) ps \(size) lw 1.2 lc rgb '\(style.colour)'",
      rows.enumerated().compactMap { place, row in
        value(row).map { [$0, Double(place) + 0.5] }
      })
  }
}
