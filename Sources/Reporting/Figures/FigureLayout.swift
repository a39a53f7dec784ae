import ResultFiles

/// The common frame of the figures: a column of row names, then one column an explanation.
struct FigureLayout {
  static let width = 1080.0

  /// Where the row names end and the panels begin.
  var left: Double
  /// Space between a panel and the next, which holds tick labels or numbers.
  var gap: Double
  var right = 14.0
  var columns: Int

  var panelWidth: Double {
    (Self.width - left - right - gap * Double(columns - 1)) / Double(max(1, columns))
  }

  func x(_ column: Int) -> Double { left + Double(column) * (panelWidth + gap) }
}

extension Canvas {
  /// The titles of the explanations above their columns.
  mutating func columnHeads(_ model: ReportModel, _ layout: FigureLayout, y: Double) {
    for (column, explanation) in model.result.explanations.enumerated() {
      text(
        Self.fitted(explanation.title[model.language], into: layout.panelWidth, size: 12),
        x: layout.x(column), y: y, size: 12, bold: true)
    }
  }

  /// The text, cut where it would be wider than `pixels`.
  static func fitted(_ text: String, into pixels: Double, size: Double) -> String {
    DisplayWidth.cut(text, to: max(4, Int(pixels / (size * 0.53))))
  }
}

/// Names and looks of the scenarios, in lines that break where the figure ends.
struct FigureLegend {
  private struct Entry {
    var title: String
    var style: ScenarioStyle
    var x: Double
    var line: Int
  }

  private var entries: [Entry] = []
  private(set) var height = 0.0

  init(_ model: ReportModel, measured: Bool = false) {
    var keys = model.result.scenarios.map { ($0.title[model.language], model.style(of: $0.id)) }
    if measured { keys.append((model.say(.measured), Self.measuredStyle)) }
    var x = 6.0
    var line = 0
    for (title, style) in keys {
      let text = Canvas.fitted(title, into: 330, size: 11)
      let width = DisplayWidth.pixels(text, size: 11) + 34
      if x + width > FigureLayout.width && x > 6 {
        x = 6
        line += 1
      }
      entries.append(Entry(title: text, style: style, x: x, line: line))
      x += width
    }
    height = Double(line + 1) * 19 + 6
  }

  /// An open diamond, which no scenario has.
  static let measuredStyle = ScenarioStyle(colour: Palette.ink, symbol: 12)

  func draw(on canvas: inout Canvas, y: Double = 10) {
    for entry in entries {
      let middle = y + Double(entry.line) * 19
      canvas.symbol(entry.style.symbol, x: entry.x, y: middle, colour: entry.style.colour)
      canvas.text(entry.title, x: entry.x + 10, y: middle)
    }
  }
}
