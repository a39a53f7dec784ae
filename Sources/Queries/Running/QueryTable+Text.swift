import Foundation
import ResultFiles

/// How people and programs read a table.
extension QueryTable {
  /// Cells as printed, for a terminal or a document.
  public struct Grid: Sendable, Equatable {
    public var head: [String]
    public var rows: [[String]]
    /// The first columns are names, the others numbers.
    public var names: Int
  }

  /// Headings and cells as printed: `93.4% (92.1–94.5; 1204)` is a share, its interval, its n. A
  /// table of one line without keys is turned, a line for each measure.
  public func grid(_ language: ReportLanguage) -> Grid { grid(language) { $0[language] } }

  func grid(_ language: ReportLanguage, _ title: (BilingualText) -> String) -> Grid {
    let keys = columns.count { $0.kind == .key }
    guard keys == 0, let row = rows.first else {
      return Grid(
        head: columns.map { title($0.title) },
        rows: rows.map { row in zip(columns, row).map { Self.text($1, $0, language) } },
        names: max(1, keys))
    }
    let step = columns.contains { if case .change = $0.kind { true } else { false } } ? 3 : 1
    let heads = step == 3 ? [Self.now, Self.before, Self.change] : [Self.now]
    let lines = stride(from: 0, to: columns.count, by: step).map { first in
      [title(columns[first].title)]
        + (first..<first + step).map { Self.text(row[$0], columns[$0], language) }
    }
    return Grid(head: [title(Self.measure)] + heads.map(title), rows: lines, names: 1)
  }

  private static let measure = BilingualText(zh: "指标", en: "Measure")
  private static let now = BilingualText(zh: "本期", en: "Now")
  private static let before = BilingualText(zh: "上期", en: "Before")
  private static let change = BilingualText(zh: "增减", en: "Change")

  static func text(
    _ cell: Cell, _ column: Column, _ language: ReportLanguage = .english
  ) -> String {
    switch column.kind {
    case .key:
      let text = cell.text ?? ""
      return text.isEmpty ? "–" : text
    case .measure(let unit):
      guard let value = cell.value else { return "–" }
      return NumberFormat.text(value, unit) + detail(cell, unit)
    case .change(let unit):
      guard let value = cell.value else { return "–" }
      var text = NumberFormat.text(abs(value), unit)
      if unit == .share {
        // A difference of percentages is in points.
        text = text.dropLast() + (language == .chinese ? "个百分点" : " pp")
      }
      return value == 0 ? text : (value > 0 ? "+" : "\u{2212}") + text
    }
  }

  private static func detail(_ cell: Cell, _ unit: MeasureUnit) -> String {
    guard let size = cell.size else { return "" }
    guard unit == .share, let interval = cell.interval else { return " (\(size))" }
    let bounds = [interval.low, interval.high].map { NumberFormat.decimal($0 * 100, 1) }
    return " (\(bounds.joined(separator: "–")); \(size))"
  }

  /// Comma-separated with a heading, as RFC 4180 with LF. Shares are 0…1; a measure that rests on
  /// observations is followed by their number, a share also by its 95 % interval.
  public func csv(header: Bool = true) -> String {
    var lines: [String] = []
    if header {
      lines.append((["arm"] + columns.flatMap(Self.fields)).map(CSV.quoted).joined(separator: ","))
    }
    for row in rows {
      let fields = zip(columns, row).flatMap { Self.values($1, $0) }
      lines.append(([arm ?? ""] + fields).map(CSV.quoted).joined(separator: ","))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func fields(_ column: Column) -> [String] {
    guard column.hasSize else { return [column.id] }
    guard column.kind == .measure(.share) else { return [column.id, column.id + "_n"] }
    return [column.id, column.id + "_n", column.id + "_low", column.id + "_high"]
  }

  private static func values(_ cell: Cell, _ column: Column) -> [String] {
    guard column.kind != .key else { return [cell.text ?? ""] }
    var fields = [number(cell.value)]
    guard column.hasSize else { return fields }
    fields.append(cell.size.map(String.init) ?? "")
    if column.kind == .measure(.share) {
      fields += [number(cell.interval?.low), number(cell.interval?.high)]
    }
    return fields
  }

  private static func number(_ value: Double?) -> String { value.map(NumberFormat.plain) ?? "" }

  /// One object with its rows; members as the columns of the CSV.
  package func json(_ language: ReportLanguage) -> JSONText {
    .object([
      ("query", .string(id)), ("meaning", .string(meaning[language])),
      ("arm", arm.map(JSONText.string) ?? .null), ("period", .string(period[language])),
      (
        "rows",
        .array(
          rows.map { row in
            .object(zip(columns, row).map { ($0.id, Self.json($1, $0)) })
          })
      ),
    ])
  }

  private static func json(_ cell: Cell, _ column: Column) -> JSONText {
    guard column.kind != .key else { return cell.text.map(JSONText.string) ?? .null }
    guard column.hasSize else { return .optional(cell.value) }
    var members: [(String, JSONText)] = [
      ("value", .optional(cell.value)), ("n", cell.size.map(JSONText.integer) ?? .null),
    ]
    if column.kind == .measure(.share) {
      members += [
        ("low", .optional(cell.interval?.low)), ("high", .optional(cell.interval?.high)),
      ]
    }
    return .object(members)
  }
}

/// Numbers as printed in tables.
enum NumberFormat {
  static func text(_ value: Double, _ unit: MeasureUnit) -> String {
    switch unit {
    case .count, .points: decimal(value, 0)
    case .share: decimal(value * 100, 1) + "%"
    case .hours: decimal(value, abs(value) < 1000 ? 1 : 0)
    case .days: decimal(value, 1)
    case .stars: decimal(value, 2)
    }
  }

  static func decimal(_ value: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", value)
  }

  /// Whole numbers without a point, others with at most six significant decimals.
  static func plain(_ value: Double) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    var text = String(format: "%.6f", value)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "-0" ? "0" : text
  }
}

enum CSV {
  static func quoted(_ field: String) -> String {
    let isSpecial = field.unicodeScalars.contains { [",", "\"", "\n", "\r"].contains($0) }
    return isSpecial ? "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : field
  }
}
