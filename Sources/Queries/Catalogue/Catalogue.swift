/// All named queries.
public enum Catalogue {
  /// In the order in which people see them.
  public static let queries: [Query] =
    types + places + times + units + flows + channels + repeats + tags + ladder + appraisal
    + answers + backlog + chief + changes

  /// - Throws: `QueryError.unknownQuery`, with the nearest name.
  public static func query(_ id: String) throws(QueryError) -> Query {
    guard let query = queries.first(where: { $0.id == id }) else {
      throw .unknownQuery(id, suggestion: nearest(id))
    }
    return query
  }

  /// The query whose name shares most of its words with `id`, or contains it.
  private static func nearest(_ id: String) -> String? {
    let words = Set(id.lowercased().split(separator: "-"))
    let scored = queries.map { query in
      let known = query.id.split(separator: "-")
      let common = known.filter { part in
        words.contains { $0 == part || (part.count > 3 && $0.hasPrefix(part.dropLast())) }
      }
      return (query.id, Double(common.count) / Double(max(known.count, words.count)))
    }
    guard let best = scored.max(by: { $0.1 < $1.1 }), best.1 > 0 else { return nil }
    return best.0
  }
}
