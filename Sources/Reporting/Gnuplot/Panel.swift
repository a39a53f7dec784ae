import Foundation

/// One axis: its range and the places that are labelled.
package struct Axis {
  var low: Double
  var high: Double
  var isLogarithmic = false
  var ticks: [(value: Double, label: String)] = []

  package init(
    low: Double, high: Double, isLogarithmic: Bool = false,
    ticks: [(value: Double, label: String)] = []
  ) {
    self.low = low
    self.high = high
    self.isLogarithmic = isLogarithmic
    self.ticks = ticks
  }

  /// Place of a value, 0 at `low` and 1 at `high`.
  func position(_ value: Double) -> Double {
    isLogarithmic
      ? (log(value) - log(low)) / (log(high) - log(low)) : (value - low) / (high - low)
  }

  /// An axis around the values with about `count` labels at round places.
  ///
  /// It ends at round places too, or, when `isTight`, a little beyond the values.
  static func covering(
    _ values: [Double], count: Int = 4, isTight: Bool = false,
    limits: ClosedRange<Double>? = nil, label: (Double) -> String
  ) -> Axis {
    var low = values.min() ?? 0
    var high = values.max() ?? 1
    if high - low < 1e-12 {
      let margin = max(abs(high) * 0.1, 1e-3)
      low -= margin
      high += margin
    }
    let step = roundStep((high - low) / Double(count))
    let margin = (high - low) * 0.05
    low = isTight ? low - margin : (low / step).rounded(.down) * step
    high = isTight ? high + margin : (high / step).rounded(.up) * step
    if let limits {
      low = max(low, limits.lowerBound)
      high = min(high, limits.upperBound)
    }
    var ticks: [(Double, String)] = []
    var place = (low / step).rounded(.up)
    while place * step <= high + step * 1e-6 {
      ticks.append((place * step, label(place * step)))
      place += 1
    }
    return Axis(low: low, high: high, ticks: ticks)
  }

  /// The next of 1, 2, 5 times a power of ten.
  static func roundStep(_ raw: Double) -> Double {
    let power = pow(10, log10(raw).rounded(.down))
    let lead = raw / power
    return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power
  }
}

/// A rectangle of the canvas with two axes.
package struct Panel {
  var x: Double
  var y: Double
  var width: Double
  var height: Double
  var xAxis: Axis
  var yAxis: Axis

  package init(
    x: Double, y: Double, width: Double, height: Double, xAxis: Axis, yAxis: Axis
  ) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
    self.xAxis = xAxis
    self.yAxis = yAxis
  }

  func across(_ value: Double) -> Double { x + width * xAxis.position(value) }
  func down(_ value: Double) -> Double { y + height * (1 - yAxis.position(value)) }
}

extension Canvas {
  /// Vertical hair lines at the labels of the x axis, which stand below the panel.
  mutating func xTicks(_ panel: Panel, labels: Bool = true, lines: Bool = true) {
    let ticks = panel.xAxis.ticks
    let stride = Self.stride(of: ticks, on: panel)
    let anchor = ticks.firstIndex { $0.value == 0 } ?? 0
    for (place, (value, label)) in ticks.enumerated() {
      let x = panel.across(value)
      if lines { line(x, panel.y, x, panel.y + panel.height, colour: Palette.grid) }
      guard labels, (place - anchor).isMultiple(of: stride) else { continue }
      text(
        label, x: x, y: panel.y + panel.height + 11, align: .center, size: 10,
        colour: Palette.muted)
    }
  }

  /// Every how many-th label is written, so that none runs into the next.
  private static func stride(of ticks: [(value: Double, label: String)], on panel: Panel) -> Int {
    (1...max(1, ticks.count)).first { stride in
      zip(ticks.indices, ticks.indices.dropFirst(stride)).allSatisfy { left, right in
        let widths = [left, right].map { DisplayWidth.pixels(ticks[$0].label, size: 10) }
        let distance = panel.across(ticks[right].value) - panel.across(ticks[left].value)
        return distance > (widths[0] + widths[1]) / 2 + 6
      }
    } ?? 1
  }

  /// Horizontal hair lines at the labels of the y axis, which stand left of the panel.
  mutating func yTicks(_ panel: Panel, labels: Bool = true) {
    for (value, label) in panel.yAxis.ticks {
      let y = panel.down(value)
      line(panel.x, y, panel.x + panel.width, y, colour: Palette.grid)
      if labels {
        text(label, x: panel.x - 6, y: y, align: .right, size: 10, colour: Palette.muted)
      }
    }
  }
}
