import GRDB

/// The SQL of a query, put together from the fragments of its dimensions and measures. What comes
/// from outside (instants, numbers of units and streets, limits) is bound.
struct QueryStatement {
  let query: Query
  let window: Range<Int64>
  let subject: QueryOptions.Subject?
  var limit: Int?

  private var specs: [DimensionSpec] { query.by.map(\.spec) }
  private var measures: [MeasureSpec] { query.measures.map(\.spec) }

  var streams: [Stream] {
    var seen: Set<Stream> = []
    return measures.flatMap(\.streams).filter { seen.insert($0).inserted }
  }

  var usesBacklog: Bool { streams.contains(.open) }

  var sql: String {
    let keys = specs.indices.map { "k\($0)" }
    let names = zip(keys, specs).map { key, spec in
      switch spec.names {
      case .text: "\(key)"
      case .named(let kind):
        "(SELECT text FROM temp.name AS n WHERE n.kind = '\(kind)' AND n.id = \(key))"
      }
    }
    let columns = keys + names + query.measures.indices.flatMap { outer($0) }
    let least = query.least > 0 ? "\nWHERE n >= \(query.least)" : ""
    return """
      SELECT * FROM (
      SELECT \((columns + [leadSize]).joined(separator: ", "))
      FROM (\(grouped)))\(least)
      ORDER BY \(order)\(limit == nil ? "" : "\nLIMIT :limit")
      """
  }

  var arguments: StatementArguments {
    var values: [String: (any DatabaseValueConvertible)?] = [
      "from": window.lowerBound, "to": window.upperBound,
    ]
    switch subject {
    case .unit(let id), .street(let id): values["subject"] = id
    case nil: break
    }
    if let limit { values["limit"] = limit }
    return StatementArguments(values)
  }

  /// Value and size of a measure in the outer statement, where the whole column is at hand.
  private func outer(_ index: Int) -> [String] {
    guard query.measures[index] == .ofAll else {
      return ["m\(index) AS v\(index)", "s\(index) AS w\(index)"]
    }
    let all = "sum(m\(index)) OVER ()"
    return [
      "m\(index) * 1.0 / nullif(\(all), 0) AS v\(index)", "\(all) AS w\(index)",
    ]
  }

  /// On how much the first measure rests.
  private var leadSize: String { "coalesce(s0, m0) AS n" }

  private var order: String {
    let keys = specs.indices.map { "k\($0)" }
    var terms: [String]
    switch query.order {
    case .descending(let measure): terms = [column(measure) + " DESC NULLS LAST"]
    case .ascending(let measure): terms = [column(measure) + " ASC NULLS LAST"]
    case .key:
      terms = keys.first.map { [$0] } ?? []
      if specs.count > 1, !specs[1].isOrdered { terms.append("v0 DESC NULLS LAST") }
    }
    return (terms + keys + ["v0"]).joined(separator: ", ")
  }

  private func column(_ measure: Measure) -> String {
    "v\(query.measures.firstIndex(of: measure) ?? 0)"
  }

  private var grouped: String {
    var columns = specs.enumerated().map { "\($1.key) AS k\($0)" }
    for (index, measure) in measures.enumerated() {
      columns += ["\(measure.value) AS m\(index)", "\(measure.size ?? "NULL") AS s\(index)"]
    }
    let tags = query.by.contains(.tag) ? "\nJOIN temp.tagged AS t ON t.appeal = o.appeal" : ""
    let groups =
      specs.isEmpty
      ? "" : "\nGROUP BY " + (1...specs.count).map(String.init).joined(separator: ", ")
    return """
      SELECT \(columns.joined(separator: ", "))
      FROM \(source) AS o
      LEFT JOIN temp.fact AS f ON f.appeal = o.appeal
      LEFT JOIN temp.day AS d ON d.day = o.day\(tags)
      WHERE \(conditions.joined(separator: " AND "))\(groups)
      """
  }

  private var conditions: [String] {
    let list = streams.map { "\($0.rawValue)" }.joined(separator: ", ")
    var conditions = ["o.stream IN (\(list))", "o.at >= :from", "o.at < :to"]
    switch subject {
    case .unit: conditions.append("coalesce(o.unit, f.unit) = :subject")
    case .street: conditions.append("(\(Dimension.street.spec.key)) = :subject")
    case nil: break
    }
    if let only = query.only { conditions.append("(\(only.sql))") }
    for dimension in query.by where dimension.isPartial {
      conditions.append("(\(dimension.spec.key)) IS NOT NULL")
    }
    return conditions
  }

  /// The observations, with those that a backlog is made of at the ends of the periods.
  private var source: String {
    guard usesBacklog else { return "temp.observation" }
    return """
      (SELECT stream, at, day, hour, appeal, unit, staff, list, kind, value, flag, detail, subject
      FROM temp.observation WHERE at >= :from AND at < :to UNION ALL
      SELECT \(Stream.open.rawValue), m.at, m.day, NULL, s.appeal, NULL, NULL, NULL, NULL,
        (m.at + 1 - g.submitted) / \(dayLength).0, s.due <= m.at, NULL, NULL
      FROM temp.moment AS m
      JOIN temp.span AS s ON s.since <= m.at AND (s.until IS NULL OR s.until > m.at)
      JOIN temp.fact AS g ON g.appeal = s.appeal)
      """
  }
}

extension Dimension {
  /// Only some observations have it: those without are left out.
  var isPartial: Bool {
    switch self {
    case .lane, .campaign, .structured, .liable, .body, .answer, .staff, .tag: true
    default: false
    }
  }
}
