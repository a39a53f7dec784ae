/// The CSV files of a load result (RFC 4180, LF); times in microseconds.
package enum LoadTables {
  /// Percentiles that have a column of their own.
  package static let columns = [50.0, 90, 99, 99.9]

  /// `operations.csv`: one line a stage and operation.
  package static func operations(of result: LoadResult) -> String {
    let figures = ["mean"] + columns.map { "p" + shortest($0) } + ["max"]
    let head =
      ["stage", "operation", "offered", "achieved", "refused", "dropped", "errors"]
      + LatencyKind.allCases.flatMap { kind in figures.map { "\(kind.rawValue)_\($0)_us" } }
    let rows = result.operations.map { row -> [String] in
      let counts = [row.offered, row.achieved, row.refused, row.dropped, row.errors]
      return [row.stage, row.operation] + counts.map { String($0) }
        + LatencyKind.allCases.flatMap { fields(row[$0]) }
    }
    return text(head, rows)
  }

  private static func fields(_ latency: Latency) -> [String] {
    guard latency.count > 0 else { return Array(repeating: "", count: columns.count + 2) }
    return [shortest(latency.meanUs)] + columns.map { field(latency.us(atPercent: $0)) }
      + [String(latency.maxUs)]
  }

  /// `timeline.csv`: one line a second.
  package static func timeline(of result: LoadResult) -> String {
    let head = [
      "second", "stage", "offered", "submitted", "achieved", "errors", "dropped", "p50_us",
      "p99_us", "max_us",
      "queue_depth", "batch_mean", "resident_bytes", "cache_bytes",
      "wal_bytes",
    ]
    let rows = result.timeline.map { row -> [String] in
      let counts = [row.offered, row.submitted, row.achieved, row.errors, row.dropped].map {
        String($0)
      }
      let latencies = [field(row.p50Us), field(row.p99Us), field(row.maxUs)]
      let levels = [
        String(row.queueDepth), row.batchMean.map(shortest) ?? "", String(row.residentBytes),
        String(row.cacheBytes), String(row.walBytes),
      ]
      return [String(row.second), row.stage] + counts + latencies + levels
    }
    return text(head, rows)
  }

  /// `percentiles.csv`: one line a stage, operation, latency and percentile.
  package static func percentiles(of result: LoadResult) -> String {
    let head = ["stage", "operation", "latency", "count", "percentile", "us"]
    let rows = result.operations.flatMap { row in
      LatencyKind.allCases.flatMap { kind -> [[String]] in
        let latency = row[kind]
        guard latency.count > 0 else { return [] }
        let points =
          latency.percentiles.map { (shortest($0.percent), $0.us) } + [("100", latency.maxUs)]
        return points.map { percent, us in
          [row.stage, row.operation, kind.rawValue, String(latency.count), percent, String(us)]
        }
      }
    }
    return text(head, rows)
  }

  /// `capacity.csv`: one line a rate that was tried; on those that confirmed the found rate, how
  /// probable it is that a further run holds.
  package static func capacity(of result: CapacityResult) -> String {
    let head = [
      "trial", "phase", "rate", "achieved_per_second", "seconds", "passed", "void", "p50_us",
      "p99_us", "confidence_low", "confidence_high", "reason",
    ]
    let rows = result.trials.enumerated().map { place, trial -> [String] in
      let isFound = trial.phase == .confirm && trial.rate == result.found
      let bounds = [result.confidence?.low, result.confidence?.high].map {
        isFound ? $0.map(shortest) ?? "" : ""
      }
      let head = [
        String(place + 1), trial.phase.rawValue, shortest(trial.rate),
        shortest(trial.achievedPerSecond), shortest(trial.seconds), trial.passed ? "yes" : "no",
        trial.isVoid ? "yes" : "no", field(trial.p50Us), field(trial.p99Us),
      ]
      return head + bounds + [trial.reason.en]
    }
    return text(head, rows)
  }

  private static func field(_ value: Int?) -> String { value.map { String($0) } ?? "" }

  private static func text(_ head: [String], _ rows: [[String]]) -> String {
    ([head] + rows).map { $0.map(SummaryTable.quoted).joined(separator: ",") }
      .joined(separator: "\n") + "\n"
  }
}
