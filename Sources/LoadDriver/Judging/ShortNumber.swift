import Foundation

/// Numbers in sentences: `12`, `12.5`.
enum ShortNumber {
  static func text(_ value: Double) -> String {
    String(format: value == value.rounded() ? "%.0f" : "%.1f", value)
  }
}
