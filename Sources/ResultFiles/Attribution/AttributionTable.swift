/// `attribution.csv`: every value of an attribution, one a line (RFC 4180, LF).
package enum AttributionTable {
  static let header = [
    "lever", "rows", "explanation", "indicator", "unit", "response", "measure", "n", "mean",
    "low", "high", "noise_half_width", "orders_half_width",
  ]

  /// Withheld values are absent; `all` stands for the levers together.
  package static func csv(of result: AttributionResult) -> String {
    let units = Dictionary(
      result.indicators.map { ($0.id, $0.unit.rawValue) }, uniquingKeysWith: { first, _ in first })
    let rows = Dictionary(
      result.levers.map { ($0.id, $0.rows.map(String.init).joined(separator: " ")) },
      uniquingKeysWith: { first, _ in first })
    var lines = [header.joined(separator: ",")]
    for total in result.totals {
      lines.append(
        line(
          [
            "all", "", total.explanation, total.indicator, units[total.indicator] ?? "",
            total.response.rawValue, "total",
          ], total.difference))
    }
    for value in result.values {
      lines.append(
        line(
          [
            value.lever, rows[value.lever] ?? "", value.explanation, value.indicator,
            units[value.indicator] ?? "", value.response.rawValue, value.measure.rawValue,
          ], value.estimate))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(_ names: [String], _ estimate: AttributionEstimate) -> String {
    let numbers = [
      estimate.mean, estimate.interval?.low, estimate.interval?.high, estimate.noiseHalfWidth,
      estimate.ordersHalfWidth,
    ]
    let fields = names + [String(estimate.n)] + numbers.map { $0.map(shortest) ?? "" }
    return fields.map(SummaryTable.quoted).joined(separator: ",")
  }
}
