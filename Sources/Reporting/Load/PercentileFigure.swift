import Foundation
import ResultFiles

/// Latency by percentile, the axis stretched towards the tail: 1/(1−p), logarithmic.
struct PercentileFigure {
  let model: LoadModel
  private let top = 64.0
  private let height = 280.0

  private static let kinds: [(kind: LatencyKind, colour: String)] = [
    (.intended, Palette.blue), (.dispatch, "#e69f00"), (.service, "#009e73"),
    (.lateness, Palette.muted),
  ]

  /// All operations, and submissions beside them.
  private var rows: [LoadOperation] {
    [LoadOperation.all, "submit"].compactMap { model.result.operation($0) }
      .filter { !$0.intended.buckets.isEmpty }
  }

  var figure: Figure? {
    guard !rows.isEmpty else { return nil }
    let layout = FigureLayout(left: TimeFrame.left, gap: 76, right: 18, columns: rows.count)
    var canvas = Canvas(width: FigureLayout.width, height: top + height + 46)
    LineLegend(
      entries: Self.kinds.map { (model.say(Self.phrase($0.kind)), $0.colour) }
    ).draw(y: 14, on: &canvas)
    for (column, row) in rows.enumerated() {
      draw(row, layout, column, on: &canvas)
    }
    let title = model.say(
      .percentileTitle,
      ["operation": model.list(rows.map { model.name(ofOperation: $0.operation) })])
    return Figure(
      name: "percentiles", title: title, description: model.say(.percentileAlternative),
      canvas: canvas)
  }

  private func draw(
    _ row: LoadOperation, _ layout: FigureLayout, _ column: Int, on canvas: inout Canvas
  ) {
    let curves = Self.kinds.map { (points(row[$0.kind]), $0.colour) }
    let panel = Panel(
      x: layout.x(column), y: top, width: layout.panelWidth, height: height,
      xAxis: axis(row.intended.count),
      yAxis: model.latencyAxis(curves.flatMap { $0.0.map { $0[1] } }))
    canvas.text(
      model.name(ofOperation: row.operation), x: panel.x, y: top - 14, size: 12, bold: true)
    canvas.xTicks(panel)
    canvas.yTicks(panel)
    canvas.text(
      model.say(.percentileAxis), x: panel.x + panel.width, y: top + height + 30, align: .right,
      size: 10, colour: Palette.muted)
    canvas.plot(
      panel,
      curves.enumerated().map { place, curve in
        // The first is often hidden by the second, which is why it is wider.
        Layer("using 1:2 with lines lw \(place == 0 ? 3.6 : 1.4) lc rgb '\(curve.1)'", curve.0)
      })
  }

  /// Steps of the curve as far as the count carries it: the maximum stands at 1/n.
  private func points(_ latency: Latency) -> [[Double]] {
    let end = Double(max(2, latency.count))
    var points: [[Double]] = []
    for level in LatencyText.levels(of: latency) {
      let x = level.percent < 100 ? min(end, 1 / (1 - level.percent / 100)) : end
      points.append([x, max(1, Double(level.us))])
    }
    return points
  }

  private func axis(_ count: Int) -> Axis {
    let end = Double(max(10, count))
    var ticks: [(Double, String)] = [(1, "0%")]
    var nines = 1
    while pow(10, Double(nines)) <= end {
      let label = nines == 1 ? "90" : nines == 2 ? "99" : "99." + repeated("9", nines - 2)
      ticks.append((pow(10, Double(nines)), label + "%"))
      nines += 1
    }
    return Axis(low: 1, high: end, isLogarithmic: true, ticks: ticks)
  }

  private func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static func phrase(_ kind: LatencyKind) -> LoadPhrase {
    switch kind {
    case .intended: .intended
    case .dispatch: .dispatch
    case .service: .service
    case .lateness: .lateness
    }
  }
}
