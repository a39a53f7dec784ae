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

  /// Megabytes of 10⁶ bytes, or kilobytes.
  func bytes(_ value: Double) -> String {
    abs(value) < 999_500
      ? digits(value / 1_000) + " kB"
      : abs(value) < 9.995e8 ? digits(value / 1e6) + " MB" : digits(value / 1e9) + " GB"
  }
}
