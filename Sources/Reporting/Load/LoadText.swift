import ResultFiles

/// Latencies and sizes as people read them, in three digits with their unit.
package struct LoadText: Sendable {
  private let numbers: NumberText

  package init(language: ReportLanguage) { numbers = NumberText(language: language) }

  /// `812 µs`, `3.17 ms`, `1.95 s`: three digits; a dash for nil.
  package func latency(_ us: Int?) -> String { us.map { latency(Double($0)) } ?? "–" }

  package func latency(_ us: Double) -> String {
    // A value that would be rounded up to the next unit is shown in it.
    switch abs(us) {
    case ..<999.5: numbers.decimal(us, digits: 0) + " µs"
    case ..<999_500: digits(us / 1_000) + " ms"
    default: digits(us / 1_000_000) + " s"
    }
  }

  /// Three digits, whole numbers from 100 on.
  private func digits(_ value: Double) -> String {
    let size = abs(value)
    return numbers.decimal(value, digits: size < 9.995 ? 2 : size < 99.95 ? 1 : 0)
  }

  /// Bytes, or decimal kilo-, mega- and gigabytes.
  func bytes(_ value: Double) -> String {
    switch abs(value) {
    case ..<999.5: numbers.decimal(value, digits: 0) + " B"
    case ..<999_500: digits(value / 1e3) + " kB"
    case ..<9.995e8: digits(value / 1e6) + " MB"
    default: digits(value / 1e9) + " GB"
    }
  }
}
