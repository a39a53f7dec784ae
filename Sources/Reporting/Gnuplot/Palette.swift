/// Colours of the figures: Okabe and Ito's, which readers with any colour vision tell apart.
enum Palette {
  static let paper = "#ffffff"
  static let ink = "#222222"
  static let muted = "#6b6b6b"
  static let grid = "#e2e2e2"

  static let blue = "#0072b2"
  static let vermillion = "#d55e00"

  /// The baseline is ink; the others follow in this order, and begin again with another symbol.
  static let others = ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"]

  /// Symbols of gnuplot's svg terminal: disc, square, triangle, inverted triangle, diamond…
  static let symbols = [7, 5, 9, 11, 13, 6, 4, 8, 10, 12]

  /// `low` mixed with `high`, 0…1, as `#rrggbb`.
  static func mix(_ low: String, _ high: String, _ amount: Double) -> String {
    let share = min(1, max(0, amount))
    var out = "#"
    for (from, to) in zip(channels(low), channels(high)) {
      let mixed = Int((Double(from) + Double(to - from) * share).rounded())
      out += (mixed < 16 ? "0" : "") + String(mixed, radix: 16)
    }
    return out
  }

  /// Red, green and blue of `#rrggbb`.
  static func channels(_ colour: String) -> [Int] {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
  }
}

/// How one scenario looks in every figure.
struct ScenarioStyle: Sendable {
  var colour: String
  var symbol: Int
}
