import ResultFiles

/// From no lever to all of them: two bars a lever, structure only above, with the assumed behaviour
/// below, each starting where the one before it ends.
struct WaterfallFigure {
  let model: AttributionModel
  let indicator: IndicatorRecord
  let explanation: ExplanationRecord

  private let left = 300.0
  private let numbersWidth = 150.0
  private let top = 78.0
  private let barHeight = 9.0

  private var levers: [LeverRecord] { model.levers }
  private var rowHeight: Double { model.hasBehaviour ? 38 : 24 }

  static func name(_ indicator: IndicatorRecord, _ explanation: ExplanationRecord) -> String {
    Figure.safe("waterfall-\(indicator.id)-\(explanation.id)")
  }

  var figure: Figure {
    let parts = model.parts.compactMap { part in
      Waterfall(model, indicator, explanation, part).map { (part, $0) }
    }
    let isWithheld = parts.contains { $0.1.isWithheld }
    let rows = levers.count + 1 + (isWithheld ? 1 : 0)
    let height = Double(rows) * rowHeight + 20
    var canvas = Canvas(width: FigureLayout.width, height: top + height + 30)
    let panel = Panel(
      x: left, y: top, width: FigureLayout.width - left - numbersWidth, height: height,
      xAxis: axis(parts.flatMap { $0.1.places }), yAxis: Axis(low: height, high: 0))
    drawFrame(panel, isWithheld: isWithheld, on: &canvas)
    canvas.xTicks(panel)
    for (part, waterfall) in parts {
      drawNumbers(waterfall, part, panel, isWithheld: isWithheld, on: &canvas)
    }
    canvas.plot(panel, parts.flatMap { layers($0.1, $0.0, isWithheld: isWithheld) })
    let title = model.say(
      .waterfallTitle,
      [
        "indicator": indicator.title[model.language],
        "explanation": explanation.title[model.language],
      ])
    return Figure(
      name: Self.name(indicator, explanation), title: title,
      description: title + (model.language == .chinese ? "。" : ". ")
        + model.say(.waterfallAlternative), canvas: canvas, isTitled: true)
  }

  private func axis(_ places: [Double]) -> Axis {
    Axis.covering(places, count: 6, isTight: true) { value in
      guard indicator.unit == .share else { return model.numbers.value(value, indicator.unit) }
      let digits = abs((value * 100).truncatingRemainder(dividingBy: 1)) > 1e-6 ? 1 : 0
      return model.numbers.decimal(value * 100, digits: digits) + "%"
    }
  }

  // MARK: Words

  private func drawFrame(_ panel: Panel, isWithheld: Bool, on canvas: inout Canvas) {
    let title = model.say(
      .waterfallTitle,
      [
        "indicator": indicator.title[model.language],
        "explanation": explanation.title[model.language],
      ])
    canvas.text(
      Canvas.fitted(title, into: FigureLayout.width - 20, size: 14), x: 0, y: 11, size: 14,
      bold: true)
    drawLegend(on: &canvas)
    drawGroups(panel, on: &canvas)
    for (row, lever) in levers.enumerated() {
      canvas.text(
        Canvas.fitted(lever.title[model.language], into: left - 30, size: 11), x: 10,
        y: panel.y + middle(row))
    }
    if isWithheld {
      canvas.text(
        model.say(.ownLimits), x: 10, y: panel.y + middle(levers.count), colour: Palette.muted)
    }
    canvas.text(
      model.say(.allLevers), x: 10, y: panel.y + middle(levers.count + (isWithheld ? 1 : 0)),
      bold: true)
  }

  /// A line to the left of the names that belong to one group.
  private func drawGroups(_ panel: Panel, on canvas: inout Canvas) {
    for group in model.result.groups {
      let rows = levers.indices.filter { group.contains(levers[$0].id) }
      guard let first = rows.first, let last = rows.last else { continue }
      canvas.line(
        3, panel.y + middle(first) - 10, 3, panel.y + middle(last) + 10, colour: Palette.muted,
        width: 2)
    }
  }

  private func drawLegend(on canvas: inout Canvas) {
    var x = 10.0
    let y = 36.0
    for part in model.parts {
      canvas.box(x, y - 4.5, 22, 9, colour: Self.colour(part))
      x = word(model.name(of: part), x + 28, y, on: &canvas)
    }
    canvas.line(x, y, x + 22, y, colour: Palette.ink, width: 2)
    let interval: AttributionPhrase =
      model.result.settings.orders == nil ? .intervalLegendExact : .intervalLegend
    x = word(model.say(interval, ["confidence": model.confidence]), x + 28, y, on: &canvas)
    guard model.hasBehaviour else { return }
    canvas.line(x, y, x + 22, y, colour: Palette.vermillion, width: 1.4)
    for end in [x, x + 22] {
      canvas.line(end, y - 3, end, y + 3, colour: Palette.vermillion, width: 1.4)
    }
    _ = word(model.say(.lowToHigh), x + 28, y, on: &canvas)
  }

  private func word(
    _ text: String, _ x: Double, _ y: Double, on canvas: inout Canvas
  ) -> Double {
    canvas.text(text, x: x, y: y)
    return x + DisplayWidth.pixels(text, size: 11) + 24
  }

  /// Middle of a row below the panel's top.
  private func middle(_ row: Int) -> Double { 12 + (Double(row) + 0.5) * rowHeight }

  /// Middle of a bar of a part in a row, below the panel's top.
  private func bar(_ row: Int, _ part: ResponseCase) -> Double {
    guard model.hasBehaviour else { return middle(row) }
    return middle(row) + (part == .none ? -9.5 : 2)
  }

  private func drawNumbers(
    _ waterfall: Waterfall, _ part: ResponseCase, _ panel: Panel, isWithheld: Bool,
    on canvas: inout Canvas
  ) {
    let x = FigureLayout.width - 6
    for (row, bar) in waterfall.bars.enumerated() {
      let y = panel.y + self.bar(row, part)
      guard let bar else {
        if part == .none {
          canvas.text(
            model.say(.withheld), x: panel.x + 8, y: panel.y + middle(row), size: 10,
            colour: Palette.muted)
        }
        continue
      }
      canvas.text(
        model.text(bar.estimate, indicator), x: x, y: y, align: .right, size: 10,
        colour: Self.ink(part))
    }
    let last = levers.count + (isWithheld ? 1 : 0)
    canvas.text(
      model.text(waterfall.total.difference, indicator), x: x, y: panel.y + bar(last, part),
      align: .right, size: 10, colour: Self.ink(part), bold: true)
    if part == .none {
      canvas.text(
        model.say(.before) + " " + model.numbers.value(waterfall.before, indicator.unit),
        x: panel.across(waterfall.before), y: panel.y - 8, align: .center, size: 10,
        colour: Palette.muted)
    }
  }

  // MARK: Marks

  static func colour(_ part: ResponseCase) -> String {
    part == .none ? Palette.blue : "#e69f00"
  }

  /// A shade of the part's colour that can be read as text.
  private static func ink(_ part: ResponseCase) -> String {
    part == .none ? Palette.blue : "#9a6a00"
  }

  private func layers(
    _ waterfall: Waterfall, _ part: ResponseCase, isWithheld: Bool
  ) -> [Layer] {
    let height = middle(levers.count + (isWithheld ? 2 : 1))
    var layers =
      part == .none ? [line(waterfall.before, 0, waterfall.before, height, Palette.muted)] : []
    var previous = bar(0, part)
    for (row, bar) in waterfall.bars.enumerated() {
      guard let bar else { continue }
      let y = self.bar(row, part)
      layers.append(line(bar.start, previous, bar.start, y, Self.colour(part)))
      layers.append(box(bar.start, bar.end, y, Self.colour(part)))
      layers += marks(bar.start, bar.estimate.interval, bar.ends, y)
      previous = y
    }
    if isWithheld {
      let y = bar(levers.count, part)
      layers.append(line(waterfall.reached, previous, waterfall.reached, y, Self.colour(part)))
      layers.append(hollow(waterfall.reached, waterfall.after, y, Self.colour(part)))
      previous = y
    }
    let y = bar(levers.count + (isWithheld ? 1 : 0), part)
    layers.append(line(waterfall.after, previous, waterfall.after, y, Self.colour(part)))
    layers.append(box(waterfall.before, waterfall.after, y, Self.colour(part)))
    layers += marks(
      waterfall.before, waterfall.total.difference.interval, waterfall.totalEnds, y)
    return layers
  }

  /// The interval on the bar, and the ends of the assumptions below it.
  private func marks(
    _ start: Double, _ interval: Interval?, _ ends: Interval?, _ y: Double
  ) -> [Layer] {
    var layers: [Layer] = []
    if let interval {
      layers.append(
        line(start + interval.low, y, start + interval.high, y, Palette.ink, width: 2))
    }
    if let ends {
      let below = y + barHeight / 2 + 4
      layers.append(line(ends.low, below, ends.high, below, Palette.vermillion, width: 1.4))
      for end in [ends.low, ends.high] {
        layers.append(line(end, below - 3, end, below + 3, Palette.vermillion, width: 1.4))
      }
    }
    return layers
  }

  private func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ colour: String, width: Double = 0.8
  ) -> Layer {
    Layer("using 1:2 with lines lw \(width) lc rgb '\(colour)'", [[x1, y1], [x2, y2]])
  }

  private func box(_ start: Double, _ end: Double, _ y: Double, _ colour: String) -> Layer {
    Layer(
      "using 1:2:3:4:5:6 with boxxyerror fillstyle solid noborder lc rgb '\(colour)'",
      [corners(start, end, y)])
  }

  private func hollow(_ start: Double, _ end: Double, _ y: Double, _ colour: String) -> Layer {
    Layer(
      "using 1:2:3:4:5:6 with boxxyerror fillstyle empty lw 1.2 lc rgb '\(colour)'",
      [corners(start, end, y)])
  }

  private func corners(_ start: Double, _ end: Double, _ y: Double) -> [Double] {
    [
      (start + end) / 2, y, min(start, end), max(start, end), y - barHeight / 2,
      y + barHeight / 2,
    ]
  }
}
