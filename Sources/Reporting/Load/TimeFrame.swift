import Foundation
import ResultFiles

/// What the pictures over the time of a run share: their axis, the stages, and rows joined so that
/// a long run has no more points than pixels.
struct TimeFrame {
  static let left = 74.0
  static let right = 18.0
  /// Most points of a line.
  private static let mostPoints = 600

  let model: LoadModel
  /// The seconds that are shown.
  let rows: [LoadSecond]
  /// Seconds for which one point stands.
  let bin: Int

  /// - Parameter rows: by default all, those included in which only the last answers came.
  init(_ model: LoadModel, rows: [LoadSecond]? = nil) {
    self.model = model
    self.rows = rows ?? model.result.timeline
    bin = max(1, (self.rows.count + Self.mostPoints - 1) / Self.mostPoints)
  }

  private var seconds: Double { Double((rows.last?.second ?? 0) + 1) }

  /// Minutes from a few minutes on, hours from a few hours on.
  var axis: Axis {
    let (unit, name): (Double, String) =
      seconds > 7_200 ? (3_600, "h") : seconds > 180 ? (60, "min") : (1, "s")
    var axis = Axis.covering([0, seconds / unit], count: 8, isTight: true) {
      shortest(($0 * 1_000).rounded() / 1_000) + " " + name
    }
    axis.low = 0
    axis.high = seconds
    axis.ticks = axis.ticks.filter { $0.value >= 0 && $0.value * unit <= seconds }
      .map { ($0.value * unit, $0.value == 0 ? "0 " + name : $0.label) }
    return axis
  }

  func panel(y: Double, height: Double, _ values: Axis) -> Panel {
    Panel(
      x: Self.left, y: y, width: FigureLayout.width - Self.left - Self.right, height: height,
      xAxis: axis, yAxis: values)
  }

  /// The names of the stages above a panel, and a line where each begins.
  func drawStages(_ panel: Panel, names: Bool = true, on canvas: inout Canvas) {
    for (place, stage) in model.result.stages.enumerated() where stage.from <= panel.xAxis.high {
      let start = panel.across(stage.from)
      let end = min(panel.across(stage.from + stage.seconds), panel.x + panel.width)
      if place > 0 {
        canvas.line(
          start, panel.y - (names ? 16 : 0), start, panel.y + panel.height, colour: Palette.muted,
          width: 0.7)
      }
      guard names, end - start > 24 else { continue }
      canvas.text(
        Canvas.fitted(stage.name, into: end - start - 8, size: 10), x: start + 4, y: panel.y - 9,
        size: 10, colour: Palette.muted)
    }
  }

  /// One value a point: `join` makes it from those of its seconds, of which some have none.
  func points(
    _ value: (LoadSecond) -> Double?, join: ([Double]) -> Double
  ) -> [[Double]] {
    stride(from: 0, to: rows.count, by: bin).compactMap { start in
      let group = rows[start..<min(start + bin, rows.count)]
      let values = group.compactMap(value)
      guard !values.isEmpty, let first = group.first else { return nil }
      return [Double(first.second) + Double(group.count) / 2, join(values)]
    }
  }

  static func largest(_ values: [Double]) -> Double { values.max() ?? 0 }
  static func mean(_ values: [Double]) -> Double {
    values.reduce(0, +) / Double(max(1, values.count))
  }
  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// Lines with their names, above a picture.
struct LineLegend {
  var entries: [(text: String, colour: String)]
  /// Whether the last of them is a row of dots.
  var endsInDots = false

  func draw(x: Double = TimeFrame.left, y: Double, on canvas: inout Canvas) {
    var x = x
    for (place, entry) in entries.enumerated() {
      if endsInDots, place == entries.count - 1 {
        for dot in [3.0, 10, 17] {
          canvas.symbol(7, x: x + dot, y: y, colour: entry.colour, size: 0.3)
        }
      } else {
        canvas.line(x, y, x + 20, y, colour: entry.colour, width: 2)
      }
      canvas.text(entry.text, x: x + 26, y: y)
      x += 26 + DisplayWidth.pixels(entry.text, size: 11) + 22
    }
  }
}

extension LoadModel {
  /// A logarithmic axis of latencies in µs that covers the values, with round places.
  func latencyAxis(_ values: [Double]) -> Axis {
    let low = max(1, values.min() ?? 1)
    let high = max(low * 1.01, values.max() ?? 10)
    let places = (0...9).flatMap { power in [1.0, 2, 5].map { $0 * pow(10, Double(power)) } }
    let from = places.last { $0 <= low } ?? 1
    let to = places.first { $0 >= high * 1.1 } ?? high * 1.1
    let isLong = to / from > 500
    let shown = places.filter {
      $0 >= from && $0 <= to && (!isLong || log10($0).rounded() == log10($0))
    }
    return Axis(
      low: from, high: to, isLogarithmic: true, ticks: shown.map { ($0, roundLatency($0)) })
  }

  /// A round latency without needless decimals: `2 ms`.
  private func roundLatency(_ us: Double) -> String {
    us < 1_000
      ? shortest(us) + " µs" : us < 1e6 ? shortest(us / 1e3) + " ms" : shortest(us / 1e6) + " s"
  }
}
