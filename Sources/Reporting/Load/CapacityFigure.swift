import ResultFiles

/// The rates of a capacity search in their order: which held, and what was found.
struct CapacityFigure {
  let model: LoadModel
  private let top = 50.0
  private let height = 240.0
  private let right = 110.0

  var figure: Figure? {
    guard let capacity = model.result.capacity, !capacity.trials.isEmpty else { return nil }
    var canvas = Canvas(width: FigureLayout.width, height: top + height + 32)
    let panel = Panel(
      x: TimeFrame.left, y: top, width: FigureLayout.width - TimeFrame.left - right,
      height: height, xAxis: trials(capacity), yAxis: rates(capacity))
    drawLegend(on: &canvas)
    canvas.yTicks(panel)
    canvas.xTicks(panel, lines: false)
    drawFound(capacity, panel, on: &canvas)
    canvas.plot(panel, layers(capacity))
    return Figure(
      name: "capacity", title: model.say(.capacityTitle),
      description: model.say(.capacityAlternative), canvas: canvas)
  }

  private func trials(_ capacity: CapacityResult) -> Axis {
    let count = capacity.trials.count
    let letters = capacity.trials.enumerated().map { place, trial in
      (Double(place + 1), "\(place + 1) " + model.name(of: trial.phase))
    }
    return Axis(low: 0.5, high: Double(count) + 0.5, ticks: letters)
  }

  private func rates(_ capacity: CapacityResult) -> Axis {
    Axis.covering([0, capacity.trials.map(\.rate).max() ?? 1], count: 4) {
      model.numbers.decimal($0, digits: $0 == $0.rounded() ? 0 : 1)
    }
  }

  private func drawLegend(on canvas: inout Canvas) {
    var x = TimeFrame.left + 4
    for (phrase, style) in [(LoadPhrase.passed, Self.held), (.failed, Self.broken)] {
      canvas.symbol(style.symbol, x: x, y: 14, colour: style.colour)
      let text = model.say(phrase)
      canvas.text(text, x: x + 12, y: 14)
      x += 34 + DisplayWidth.pixels(text, size: 11)
    }
    canvas.text(
      model.say(.rate), x: FigureLayout.width - right, y: 14, align: .right, size: 10,
      colour: Palette.muted)
  }

  /// The found rate as a line, the bounds as a band.
  private func drawFound(
    _ capacity: CapacityResult, _ panel: Panel, on canvas: inout Canvas
  ) {
    if let low = capacity.lower, let high = capacity.upper, high > low {
      canvas.box(
        panel.x, panel.down(high), panel.width, panel.down(low) - panel.down(high),
        colour: Palette.mix(Palette.paper, Palette.blue, 0.12))
    }
    guard let found = capacity.found else { return }
    let y = panel.down(found)
    canvas.line(panel.x, y, panel.x + panel.width, y, colour: Palette.blue, width: 1.2)
    canvas.text(
      model.say(.foundLabel, ["n": model.rate(found)]), x: panel.x + panel.width + 6, y: y,
      size: 10, colour: Palette.blue)
  }

  private static let held = ScenarioStyle(colour: Palette.blue, symbol: 7)
  private static let broken = ScenarioStyle(colour: Palette.vermillion, symbol: 11)

  private func layers(_ capacity: CapacityResult) -> [Layer] {
    let points = capacity.trials.enumerated().map { ([Double($0 + 1), $1.rate], $1.passed) }
    let marks = [(true, Self.held), (false, Self.broken)].map { passed, style in
      Layer(
        "using 1:2 with points pt \(style.symbol) ps 1 lc rgb '\(style.colour)'",
        points.filter { $0.1 == passed }.map(\.0))
    }
    return [
      Layer("using 1:2 with lines lw 0.8 lc rgb '\(Palette.muted)'", points.map(\.0))
    ] + marks
  }
}
