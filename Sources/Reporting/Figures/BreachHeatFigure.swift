import ResultFiles

/// When deadlines are missed: hour by weekday, a row a scenario, a column an explanation.
struct BreachHeatFigure {
  let model: ReportModel
  private let rowHeight = 132.0
  private let top = 48.0

  var figure: Figure? {
    let panels = HeatPanels(model, .breach, colour: "#8f3b00")
    guard !panels.means.isEmpty else { return nil }
    let scenarios = model.result.scenarios
    let layout = FigureLayout(left: 44, gap: 32, columns: model.result.explanations.count)
    var canvas = Canvas(
      width: FigureLayout.width, height: top + Double(scenarios.count) * rowHeight)
    panels.drawScale(y: 10, on: &canvas)
    canvas.columnHeads(model, layout, y: 28)
    for (row, scenario) in scenarios.enumerated() {
      let y = top + Double(row) * rowHeight
      canvas.text(
        Canvas.fitted(scenario.title[model.language], into: 700, size: 11), x: layout.left, y: y,
        colour: Palette.muted)
      for (column, explanation) in model.result.explanations.enumerated() {
        panels.draw(
          Arm(scenario: scenario.id, explanation: explanation.id), x: layout.x(column), y: y + 11,
          width: layout.panelWidth, height: 90, names: column == 0, on: &canvas)
      }
    }
    return Figure(
      name: "breach-heat", title: model.say(.breachHeatTitle),
      description: model.say(.heatAlternative), canvas: canvas)
  }
}
