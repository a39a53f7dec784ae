import ResultFiles

/// p50, p99 and maximum of the intended-start latency over the run.
struct LatencyTimeFigure {
  let model: LoadModel
  private let frame: TimeFrame
  private let top = 62.0
  private let height = 280.0

  init(_ model: LoadModel) {
    self.model = model
    frame = TimeFrame(model)
  }

  var figure: Figure? {
    let middle = frame.points({ $0.p50Us.map(Double.init) }, join: TimeFrame.median)
    let tail = frame.points({ $0.p99Us.map(Double.init) }, join: TimeFrame.largest)
    let most = frame.points({ $0.maxUs.map(Double.init) }, join: TimeFrame.largest)
    guard !middle.isEmpty else { return nil }
    var canvas = Canvas(width: FigureLayout.width, height: top + height + 30)
    let panel = frame.panel(
      y: top, height: height, model.latencyAxis((middle + tail + most).map { $0[1] }))
    LineLegend(
      entries: [
        (model.say(.median), Palette.blue), ("p99", Self.tailColour),
        (model.say(.maximum), Palette.vermillion),
      ], endsInDots: true
    ).draw(y: 14, on: &canvas)
    canvas.yTicks(panel)
    canvas.xTicks(panel, lines: false)
    frame.drawStages(panel, on: &canvas)
    canvas.plot(
      panel,
      [
        Layer(
          "using 1:2 with points pt 7 ps 0.22 lc rgb '\(Palette.vermillion)'", positive(most)),
        line(tail, Self.tailColour), line(middle, Palette.blue),
      ])
    return Figure(
      name: "latency-time", title: model.say(.latencyTitle),
      description: model.say(.latencyAlternative), canvas: canvas)
  }

  static let tailColour = "#e69f00"

  private func line(_ points: [[Double]], _ colour: String) -> Layer {
    // A blank row breaks the line where seconds had no answers.
    Layer("using 1:2 with lines lw 1.4 lc rgb '\(colour)'", gapped(positive(points)))
  }

  /// A logarithmic axis has no zero.
  private func positive(_ points: [[Double]]) -> [[Double]] {
    points.map { [$0[0], max($0[1], 1)] }
  }

  private func gapped(_ points: [[Double]]) -> [[Double]] {
    var rows: [[Double]] = []
    for point in points {
      if let last = rows.last, point[0] - last[0] > Double(frame.bin) + 0.5 { rows.append([]) }
      rows.append(point)
    }
    return rows
  }
}
