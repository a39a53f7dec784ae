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

  /// The query whose name shares most of its words with `id`; among equals, and where none shares a
  /// word, the one that fewest slips of the pen away. Nil where more than half would be wrong.
  private static func nearest(_ id: String) -> String? {
    let id = id.lowercased()
    let words = Set(id.split(separator: "-"))
    let scored = queries.map { query in
      let known = query.id.split(separator: "-")
      let common = known.filter { part in
        words.contains { $0 == part || (part.count > 3 && $0.hasPrefix(part.dropLast())) }
      }
      return (
        id: query.id, share: Double(common.count) / Double(max(known.count, words.count)),
        slips: slips(Array(id), Array(query.id))
      )
    }
    let best = scored.min { ($1.share, $0.slips) < ($0.share, $1.slips) }
    guard let best, best.share > 0 || best.slips <= max(2, id.count / 2) else { return nil }
    return best.id
  }

  /// Letters to add, drop or change to make one of the other (Levenshtein 1966).
  private static func slips(_ one: [Character], _ other: [Character]) -> Int {
    var row = Array(0...other.count)
    for (line, letter) in one.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for place in other.indices {
        let least = min(diagonal + (letter == other[place] ? 0 : 1), row[place] + 1)
        diagonal = row[place + 1]
        row[place + 1] = min(least, diagonal + 1)
      }
    }
    return row[other.count]
  }
}
