import Foundation
import ResultFiles

/// Share of appeals closed within a time: a column an explanation, a line a scenario.
///
/// The symbols stand where a scenario's limits cut its curve; the baseline's are named.
struct CloseTimeFigure {
  static let measure = "close_hours"

  let model: ReportModel
  private let curves: [Arm: [(hours: Double, share: Double)]]
  private let height = 300.0
  /// Named limits, so that their labels do not run into each other.
  private let mostNames = 4
  private let nameHeight = 14.0

  init(_ model: ReportModel) {
    self.model = model
    var bins: [Arm: [HistogramBin]] = [:]
    for bin in model.result.histograms where bin.measure == Self.measure {
      bins[Arm(scenario: bin.scenario, explanation: bin.explanation), default: []].append(bin)
    }
    curves = bins.mapValues(Self.curve)
  }

  private static func curve(_ bins: [HistogramBin]) -> [(hours: Double, share: Double)] {
    let sorted = bins.sorted { $0.low < $1.low }
    let total = Double(sorted.reduce(0) { $0 + $1.count })
    guard total > 0 else { return [] }
    var below = 0
    return sorted.map { bin in
      below += bin.count
      return (bin.high, Double(below) / total)
    }
  }

  var figure: Figure? {
    guard curves.values.contains(where: { $0.count > 1 }) else { return nil }
    let legend = FigureLegend(model)
    let layout = FigureLayout(left: 52, gap: 34, columns: model.result.explanations.count)
    let top = legend.height + 26 + nameHeight * Double(mostNames)
    var canvas = Canvas(width: FigureLayout.width, height: top + height + 24)
    legend.draw(on: &canvas)
    canvas.columnHeads(model, layout, y: legend.height + 12)
    for column in model.result.explanations.indices {
      let panel = Panel(
        x: layout.x(column), y: top, width: layout.panelWidth, height: height, xAxis: hours,
        yAxis: shares)
      canvas.xTicks(panel)
      canvas.yTicks(panel, labels: column == 0)
      nameLimits(column, panel, on: &canvas)
      canvas.plot(panel, layers(column))
    }
    return Figure(
      name: "close-time", title: model.say(.closeTimeTitle),
      description: model.say(.closeTimeAlternative), canvas: canvas)
  }

  private var shares: Axis {
    Axis(low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1].map { ($0, "\(Int($0 * 100))%") })
  }

  /// From a quarter of an hour at the least to where nearly all is closed.
  private var hours: Axis {
    let nearlyAll =
      curves.values.compactMap { curve in
        curve.first { $0.share > 0.995 }?.hours ?? curve.last?.hours
      }.max() ?? 720
    let firstSome =
      curves.values.compactMap { curve in
        curve.first { $0.share > 0.005 }?.hours
      }.min() ?? 1
    let low = max(0.25, min(firstSome, 4))
    let high = max(low * 20, nearlyAll)
    let places = [0.25, 1, 4, 24, 72, 168, 720, 2160, 8760].filter { $0 >= low && $0 <= high }
    return Axis(
      low: low, high: high, isLogarithmic: true,
      ticks: places.map { ($0, model.numbers.span($0)) })
  }

  private func limits(_ arm: Arm) -> [DeadlineMark] {
    model.result.deadlines.filter {
      $0.measure == Self.measure && $0.scenario == arm.scenario
        && $0.explanation == arm.explanation
    }
  }

  private func arm(_ scenario: String, _ column: Int) -> Arm {
    Arm(scenario: scenario, explanation: model.result.explanations[column].id)
  }

  private func nameLimits(_ column: Int, _ panel: Panel, on canvas: inout Canvas) {
    let named = limits(arm(model.baseline, column)).sorted { $0.due > $1.due }.prefix(mostNames)
      .sorted { $0.value < $1.value }
    for (place, limit) in named.enumerated() {
      guard limit.value > panel.xAxis.low, limit.value < panel.xAxis.high else { continue }
      let x = panel.across(limit.value)
      // The longer the limit, the lower its name: no line crosses the name of another.
      let level = panel.y - 9 - Double(named.count - 1 - place) * nameHeight
      canvas.line(x, level - 4, x, panel.y + panel.height, colour: Palette.muted, width: 0.6)
      let words = limit.title[model.language] + " " + model.numbers.span(limit.value)
      canvas.text(
        Canvas.fitted(words, into: 110, size: 10), x: x + 4, y: level, size: 10,
        colour: Palette.muted)
    }
  }

  private func layers(_ column: Int) -> [Layer] {
    let axis = hours
    let scenarios = model.result.scenarios.map(\.id)
    let order = scenarios.filter { $0 != model.baseline } + [model.baseline]
    return order.flatMap { scenario -> [Layer] in
      let arm = arm(scenario, column)
      guard let curve = curves[arm] else { return [] }
      let style = model.style(of: scenario)
      let inside = curve.filter { $0.hours >= axis.low && $0.hours <= axis.high }
      let marks = limits(arm).filter { $0.value >= axis.low && $0.value <= axis.high }
      return [
        Layer(
          "using 1:2 with lines lw 1.6 lc rgb '\(style.colour)'",
          inside.map { [$0.hours, $0.share] }),
        Layer(
          "using 1:2 with points pt \(style.symbol) ps 0.75 lc rgb '\(style.colour)'",
          marks.compactMap { mark in share(curve, at: mark.value).map { [mark.value, $0] } }),
      ]
    }
  }

  /// The curve at a time, straight between bin ends in the logarithm of time.
  private func share(_ curve: [(hours: Double, share: Double)], at hours: Double) -> Double? {
    guard let after = curve.firstIndex(where: { $0.hours >= hours }) else {
      return curve.last?.share
    }
    guard after > 0 else { return curve[0].share }
    let (low, high) = (curve[after - 1], curve[after])
    guard low.hours > 0, high.hours > low.hours else { return high.share }
    let part = log(hours / low.hours) / log(high.hours / low.hours)
    return low.share + (high.share - low.share) * part
  }
}
