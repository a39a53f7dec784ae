/// `summary.csv`: every estimate and every paired difference, one a line (RFC 4180, LF).
package enum SummaryTable {
  static let header = [
    "kind", "scenario", "baseline", "explanation", "indicator", "unit", "n", "mean", "low",
    "high", "assumption_low", "assumption_high",
  ]

  package static func csv(of result: ExperimentResult) -> String {
    let index = ResultIndex(result)
    var lines = [header.joined(separator: ",")]
    for arm in index.arms {
      for indicator in result.indicators {
        guard let row = index.estimate(arm, indicator.id) else { continue }
        let exists = index.hasLevel(arm, indicator)
        lines.append(
          line(
            ["estimate", arm.scenario, "", arm.explanation, indicator.id, indicator.unit.rawValue],
            n: row.n, mean: exists ? row.mean : nil,
            intervals: exists ? [row.noise, row.assumptions] : [nil, nil]))
      }
    }
    for arm in index.arms {
      for baseline in index.baselines(of: arm) {
        for indicator in result.indicators {
          guard let row = index.difference(arm, from: baseline, indicator.id) else { continue }
          lines.append(
            line(
              [
                "difference", arm.scenario, baseline, arm.explanation, indicator.id,
                indicator.unit.rawValue,
              ],
              n: row.n, mean: row.mean, intervals: [row.noise, row.assumptions]))
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func line(
    _ names: [String], n: Int, mean: Double?, intervals: [Interval?]
  ) -> String {
    var fields = names + [String(n), mean.map(shortest) ?? ""]
    for interval in intervals {
      fields.append(interval.map { shortest($0.low) } ?? "")
      fields.append(interval.map { shortest($0.high) } ?? "")
    }
    return fields.map(quoted).joined(separator: ",")
  }

  static func quoted(_ field: String) -> String {
    let special: Set<Unicode.Scalar> = [",", "\"", "\n", "\r"]
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    return "\"" + field.replacingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
  }
}
