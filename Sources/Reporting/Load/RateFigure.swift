import ResultFiles

/// Offered and achieved commands, the submissions among the offered, the queue behind them, and the write-ahead log.
struct RateFigure {
  let model: LoadModel
  private let frame: TimeFrame

  init(_ model: LoadModel) {
    self.model = model
    // Where nothing is offered any more the lines would fall to nothing.
    frame = TimeFrame(model, rows: model.result.loadedSeconds)
  }

  var figure: Figure? {
    guard !frame.rows.isEmpty else { return nil }
    var canvas = Canvas(width: FigureLayout.width, height: 510)
    LineLegend(entries: [
      (model.say(.offered), Palette.muted), (model.say(.achieved), Palette.blue),
      (model.say(.submitted), Palette.vermillion),
    ]).draw(y: 14, on: &canvas)
    drawRates(on: &canvas)
    draw(
      .queuePanel, y: 278, Palette.vermillion,
      frame.points({ Double($0.queueDepth) }, join: TimeFrame.largest), on: &canvas)
    draw(
      .walPanel, y: 398, "#009e73",
      frame.points({ Double($0.walBytes) / 1e6 }, join: TimeFrame.largest), on: &canvas)
    return Figure(
      name: "rates", title: model.say(.rateTitle), description: model.say(.rateAlternative),
      canvas: canvas)
  }

  private func drawRates(on canvas: inout Canvas) {
    let offered = frame.points({ Double($0.offered) }, join: TimeFrame.mean)
    let achieved = frame.points({ Double($0.achieved) }, join: TimeFrame.mean)
    let submitted = frame.points({ Double($0.submitted) }, join: TimeFrame.mean)
    let panel = frame.panel(
      y: 64, height: 170, axis((offered + achieved).map { $0[1] }))
    canvas.yTicks(panel)
    canvas.xTicks(panel, lines: false)
    frame.drawStages(panel, on: &canvas)
    canvas.text(
      model.say(.ratePanel), x: FigureLayout.width - TimeFrame.right, y: 14, align: .right,
      size: 10, colour: Palette.muted)
    canvas.plot(
      panel,
      [
        line(offered, Palette.muted, 2.4), line(achieved, Palette.blue, 1.2),
        line(submitted, Palette.vermillion, 1.2),
      ])
  }

  private func draw(
    _ name: LoadPhrase, y: Double, _ colour: String, _ points: [[Double]],
    on canvas: inout Canvas
  ) {
    let panel = frame.panel(y: y, height: 78, axis(points.map { $0[1] }, count: 2))
    canvas.yTicks(panel)
    canvas.xTicks(panel, lines: false)
    frame.drawStages(panel, names: false, on: &canvas)
    canvas.text(model.say(name), x: panel.x, y: y - 12, size: 11, bold: true)
    canvas.plot(
      panel,
      [
        Layer(
          "using 1:2:3 with filledcurves fc rgb '\(colour)' fs transparent solid 0.2 noborder",
          points.map { [$0[0], 0, $0[1]] }),
        line(points, colour, 1.2),
      ])
  }

  private func axis(_ values: [Double], count: Int = 3) -> Axis {
    Axis.covering([0, max(1, values.max() ?? 1)], count: count) { value in
      model.numbers.decimal(value, digits: value == value.rounded() ? 0 : 1)
    }
  }

  private func line(_ points: [[Double]], _ colour: String, _ width: Double) -> Layer {
    Layer("using 1:2 with lines lw \(width) lc rgb '\(colour)'", points)
  }
}
