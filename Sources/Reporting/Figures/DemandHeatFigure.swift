import ResultFiles

/// When people call: hour by weekday for every scenario, under the first explanation.
///
/// All scenarios meet the same needs; what differs is the channel and so the hour.
struct DemandHeatFigure {
  let model: ReportModel
  private let perRow = 3
  private let rowHeight = 138.0
  private let top = 38.0

  var figure: Figure? {
    let panels = HeatPanels(model, .demand, colour: "#004c7a")
    guard !panels.means.isEmpty, let explanation = model.result.explanations.first else {
      return nil
    }
    let scenarios = model.result.scenarios
    let rows = (scenarios.count + perRow - 1) / perRow
    var canvas = Canvas(width: FigureLayout.width, height: top + Double(rows) * rowHeight)
    panels.drawScale(y: 11, on: &canvas)
    let layout = FigureLayout(left: 44, gap: 32, columns: perRow)
    for (place, scenario) in scenarios.enumerated() {
      let x = layout.x(place % perRow)
      let y = top + Double(place / perRow) * rowHeight
      canvas.text(
        Canvas.fitted(scenario.title[model.language], into: layout.panelWidth, size: 11), x: x,
        y: y, bold: true)
      panels.draw(
        Arm(scenario: scenario.id, explanation: explanation.id), x: x, y: y + 12,
        width: layout.panelWidth, height: 94, names: place % perRow == 0, on: &canvas)
    }
    return Figure(
      name: "demand-heat", title: model.say(.demandHeatTitle),
      description: model.say(.heatAlternative), canvas: canvas)
  }
}
