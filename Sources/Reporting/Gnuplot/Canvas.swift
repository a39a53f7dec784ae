import Foundation
import ResultFiles

/// Where a text stands against its point.
enum TextAlignment: String { case left, center, right }

/// A picture in pixels from the top left corner, written as commands for gnuplot.
///
/// Every text goes through `text`, which quotes it for gnuplot: single quotes, no enhanced markup,
/// no formats, no substitution. Numbers are written in their shortest form.
package struct Canvas: Sendable {
  let width: Double
  let height: Double
  private(set) var commands: [String] = []
  private var pending: [String] = []
  private var blocks = 0

  package init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  // MARK: Marks outside of panels

  mutating func text(
    _ string: String, x: Double, y: Double, align: TextAlignment = .left, size: Int = 11,
    colour: String = Palette.ink, bold: Bool = false
  ) {
    pending.append(
      "set label \(Self.quoted(string)) at screen \(across(x)),\(down(y)) \(align.rawValue) "
        + "front font '\(bold ? SVGDocument.boldName : SVGDocument.fontName),\(size)' "
        + "textcolor rgb '\(colour)'")
  }

  mutating func line(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, colour: String, width: Double = 1
  ) {
    pending.append(
      "set arrow from screen \(across(x1)),\(down(y1)) to screen \(across(x2)),\(down(y2)) "
        + "nohead back lw \(width) lc rgb '\(colour)'")
  }

  mutating func symbol(
    _ symbol: Int, x: Double, y: Double, colour: String, size: Double = 0.8
  ) {
    pending.append(
      "set label '' at screen \(across(x)),\(down(y)) front point pt \(symbol) ps \(size) "
        + "lc rgb '\(colour)'")
  }

  mutating func box(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, colour: String
  ) {
    pending.append(
      "set object rectangle from screen \(across(x)),\(down(y + height)) to screen "
        + "\(across(x + width)),\(down(y)) back fillcolor rgb '\(colour)' fillstyle solid noborder")
  }

  // MARK: Panels

  /// Plots `layers` in the panel, with all marks set since the last panel.
  package mutating func plot(_ panel: Panel, _ layers: [Layer]) {
    commands += pending
    pending.removeAll()
    commands += [
      "set lmargin at screen \(across(panel.x))",
      "set rmargin at screen \(across(panel.x + panel.width))",
      "set tmargin at screen \(down(panel.y))",
      "set bmargin at screen \(down(panel.y + panel.height))",
      "set xrange [\(panel.xAxis.low):\(panel.xAxis.high)]",
      "set yrange [\(panel.yAxis.low):\(panel.yAxis.high)]",
      panel.xAxis.isLogarithmic ? "set logscale x" : "unset logscale x",
      panel.yAxis.isLogarithmic ? "set logscale y" : "unset logscale y",
    ]
    var parts: [String] = []
    for layer in layers where !layer.rows.isEmpty {
      blocks += 1
      commands.append("$d\(blocks) << EOD")
      commands += layer.rows.map { $0.map(\.field).joined(separator: " ") }
      commands.append("EOD")
      parts.append("$d\(blocks) \(layer.style) notitle")
    }
    // gnuplot refuses to plot nothing: a line far outside of the panel shows nothing.
    if parts.isEmpty { parts.append("1e30 with lines notitle") }
    commands.append("plot " + parts.joined(separator: ", \\\n  "))
    commands += ["unset label", "unset arrow", "unset object"]
  }

  private func across(_ x: Double) -> String { fixed(x / width) }
  private func down(_ y: Double) -> String { fixed(1 - y / height) }
  private func fixed(_ value: Double) -> String { String(format: "%.6f", value) }

  /// A text as gnuplot reads it literally: nothing but the quote is special in single quotes.
  package static func quoted(_ text: String) -> String {
    let line = text.replacingScalars { scalar in
      if scalar == "'" { return "''" }
      return scalar.properties.generalCategory == .control ? " " : nil
    }
    return "'" + line + "'"
  }
}

/// Points and how gnuplot draws them.
package struct Layer {
  package enum Field {
    case number(Double)
    /// A colour `#rrggbb`, as the integer that `rgb variable` expects.
    case colour(String)

    var field: String {
      switch self {
      case .number(let value): "\(value)"
      case .colour(let colour): "0x" + colour.dropFirst()
      }
    }
  }

  var style: String
  var rows: [[Field]]

  package init(_ style: String, _ rows: [[Double]]) {
    self.style = style
    self.rows = rows.map { $0.map(Field.number) }
  }

  init(_ style: String, fields: [[Field]]) {
    self.style = style
    rows = fields
  }
}
