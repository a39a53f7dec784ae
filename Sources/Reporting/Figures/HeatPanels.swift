import ResultFiles

/// Small tables of hour by weekday as colours, with one scale for all of a figure.
struct HeatPanels {
  let model: ReportModel
  let measure: HeatCell.Measure
  let colour: String
  /// Events per hour of the week in one average week, by arm, then weekday and hour.
  let means: [Arm: [[Double]]]
  let highest: Double

  static let pale = "#f5f5f5"

  init(_ model: ReportModel, _ measure: HeatCell.Measure, colour: String) {
    self.model = model
    self.measure = measure
    self.colour = colour
    let settings = model.result.settings
    let days = Self.days(model.result)
    let weeks = max(1, Double(settings.replications) * days / 7)
    var means: [Arm: [[Double]]] = [:]
    for cell in model.result.heat where cell.measure == measure {
      guard (1...7).contains(cell.weekday), (0..<24).contains(cell.hour) else { continue }
      let arm = Arm(scenario: cell.scenario, explanation: cell.explanation)
      let empty = Array(repeating: Array(repeating: 0.0, count: 24), count: 7)
      means[arm, default: empty][cell.weekday - 1][cell.hour] += Double(cell.count) / weeks
    }
    self.means = means
    highest = means.values.lazy.flatMap { $0.joined() }.max() ?? 0
  }

  /// Days of the window, by the daily series or a year without one.
  private static func days(_ result: ExperimentResult) -> Double {
    Double((result.daily.lazy.map(\.dayIndex).max() ?? 364) + 1)
  }

  /// Draws the arm's table into a rectangle; weekdays are named where asked.
  func draw(
    _ arm: Arm, x: Double, y: Double, width: Double, height: Double, names: Bool,
    on canvas: inout Canvas
  ) {
    let hours = [0, 6, 12, 18, 24].map { (value: Double($0), label: "\($0)") }
    let panel = Panel(
      x: x, y: y, width: width, height: height,
      xAxis: Axis(low: 0, high: 24, ticks: hours), yAxis: Axis(low: 7, high: 0))
    canvas.xTicks(panel, lines: false)
    if names {
      for (day, name) in model.say(.weekdays).split(separator: " ").enumerated() {
        canvas.text(
          String(name), x: x - 6, y: panel.down(Double(day) + 0.5), align: .right, size: 9,
          colour: Palette.muted)
      }
    }
    var fields: [[Layer.Field]] = []
    for (day, row) in (means[arm] ?? []).enumerated() {
      for (hour, mean) in row.enumerated() {
        let shade = Palette.mix(Self.pale, colour, highest > 0 ? mean / highest : 0)
        fields.append([
          .number(Double(hour) + 0.5), .number(Double(day) + 0.5), .number(0.5), .number(0.5),
          .colour(shade),
        ])
      }
    }
    canvas.plot(
      panel,
      [Layer("using 1:2:3:4:5 with boxxyerror fc rgb variable fs solid noborder", fields: fields)])
  }

  /// The colour scale, from nothing to the highest mean.
  func drawScale(y: Double, on canvas: inout Canvas) {
    let right = FigureLayout.width - 14
    let high = model.numbers.decimal(highest, digits: highest < 10 ? 1 : 0)
    let text = model.say(.perHour, ["number": high])
    let textWidth = DisplayWidth.pixels(text, size: 10)
    canvas.text(text, x: right, y: y, align: .right, size: 10, colour: Palette.muted)
    let start = right - textWidth - 130
    for step in 0..<20 {
      canvas.box(
        start + Double(step) * 6, y - 5, 6, 10,
        colour: Palette.mix(Self.pale, colour, Double(step) / 19))
    }
    canvas.text("0", x: start - 6, y: y, align: .right, size: 10, colour: Palette.muted)
  }
}
