import ResultFiles

/// Resident memory over the run, with and without the store's cache, and the line that was laid
/// through the latter.
struct MemoryFigure {
  let model: LoadModel
  private let frame: TimeFrame
  private let top = 50.0
  private let height = 190.0

  init(_ model: LoadModel) {
    self.model = model
    frame = TimeFrame(model, rows: model.result.loadedSeconds)
  }

  var figure: Figure? {
    let points = frame.points(
      { $0.residentBytes > 0 ? Double($0.residentBytes) / 1e6 : nil }, join: TimeFrame.largest)
    let uncached = frame.points(
      { $0.residentBytes > 0 ? Double($0.uncachedBytes) / 1e6 : nil }, join: TimeFrame.largest)
    guard points.count > 1 else { return nil }
    var canvas = Canvas(width: FigureLayout.width, height: top + height + 30)
    // From zero: a scale around the values would make noise look like growth.
    let highest = points.map { $0[1] }.max() ?? 1
    let axis = Axis.covering([0, highest], count: 4) {
      model.numbers.decimal($0, digits: highest < 5 ? 1 : 0)
    }
    let panel = frame.panel(y: top, height: height, axis)
    var legend = [
      (text: model.say(.resident), colour: Palette.muted),
      (text: model.say(.uncached), colour: Palette.blue),
    ]
    if model.result.memory != nil { legend.append((model.say(.memoryTrend), Palette.vermillion)) }
    LineLegend(entries: legend).draw(y: 14, on: &canvas)
    canvas.yTicks(panel)
    canvas.xTicks(panel, lines: false)
    frame.drawStages(panel, on: &canvas)
    canvas.plot(
      panel,
      [
        Layer("using 1:2 with lines lw 1.4 lc rgb '\(Palette.muted)'", points),
        Layer("using 1:2 with lines lw 1.4 lc rgb '\(Palette.blue)'", uncached),
      ] + trend)
    return Figure(
      name: "memory", title: model.say(.memoryTitle), description: model.say(.memoryAlternative),
      canvas: canvas)
  }

  /// The slope through the middle of the values in its window.
  private var trend: [Layer] {
    guard let memory = model.result.memory else { return [] }
    let window = memory.window
    let rows = frame.rows.filter {
      Double($0.second) >= window.from && Double($0.second) < window.to && $0.residentBytes > 0
    }
    guard !rows.isEmpty else { return [] }
    let mean = TimeFrame.mean(rows.map { Double($0.uncachedBytes) })
    let centre = TimeFrame.mean(rows.map { Double($0.second) + 0.5 })
    let ends = [window.from, window.to].map { second in
      [second, (mean + memory.bytesPerSecond * (second - centre)) / 1e6]
    }
    return [Layer("using 1:2 with lines lw 1.4 lc rgb '\(Palette.vermillion)'", ends)]
  }
}
