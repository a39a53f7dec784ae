import Foundation

extension BenchmarkReport {
  /// The JSON document, keys sorted, one line a key.
  public func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }

  /// A table for people: millions per second, the yardstick's beside it.
  public func table() -> String {
    let heading = Self.row(["benchmark", "rate", "yardstick", "ratio", "peak", "bytes/event"])
    let rows = benchmarks.map { result in
      Self.row([
        result.name,
        Self.rate(result.rate, result.unit),
        result.yardstick.map { Self.rate($0, result.unit) } ?? "–",
        result.ratio.map { String(format: "%.2f", $0) } ?? "–",
        Self.bytes(result.peakBytes),
        result.bytesPerEvent.map { String(format: "%.0f", $0) } ?? "–",
      ])
    }
    return ([heading] + rows + (notes ?? [])).joined(separator: "\n")
  }

  private static let widths = [16, 18, 18, 6, 9, 11]

  private static func row(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { index, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 ? cell.0 + padding : padding + cell.0
    }.joined(separator: " ")
  }

  private static func rate(_ value: Double, _ unit: String) -> String {
    value >= 1e6
      ? String(format: "%.2f M %@", value / 1e6, unit) : String(format: "%.0f %@", value, unit)
  }

  private static func bytes(_ value: Int) -> String {
    value >= 1 << 20
      ? String(format: "%.1f MiB", Double(value) / 1_048_576)
      : String(format: "%.1f KiB", Double(value) / 1024)
  }
}
