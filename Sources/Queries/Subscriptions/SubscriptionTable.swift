/// Reads a table of subscriptions: a header, one row a subscription, `#` comments, quotes as in
/// RFC 4180 within a line.
struct SubscriptionTable {
  let path: String
  static let columns = ["subscriber", "query", "unit", "street", "cadence"]

  func subscriptions(_ text: String) throws(QueryError) -> [Subscription] {
    var places: [String: Int]?
    var found: [Subscription] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let isBlank = line.allSatisfy { $0.isWhitespace || $0 == "," }
      if isBlank || line.first == "#" { continue }
      let fields = try fields(line, number)
      guard let known = places else {
        places = try header(fields, number)
        continue
      }
      found.append(try subscription(fields, known, number))
    }
    guard !found.isEmpty else {
      throw .badSubscription(
        path: path, line: max(1, number),
        detail: "there is no subscription; write \(Self.columns.joined(separator: ",")) and rows")
    }
    return found
  }

  private func header(_ fields: [String], _ line: Int) throws(QueryError) -> [String: Int] {
    var places: [String: Int] = [:]
    for (place, name) in fields.enumerated() {
      guard Self.columns.contains(name), places.updateValue(place, forKey: name) == nil else {
        throw .badSubscription(
          path: path, line: line,
          detail: "'\(name)' is no column, or stands twice; the columns are "
            + Self.columns.joined(separator: ", "))
      }
    }
    for name in ["subscriber", "query", "cadence"] where places[name] == nil {
      throw .badSubscription(path: path, line: line, detail: "the column \(name) is missing")
    }
    return places
  }

  private func subscription(
    _ fields: [String], _ places: [String: Int], _ line: Int
  ) throws(QueryError) -> Subscription {
    guard fields.count == places.count else {
      throw .badSubscription(
        path: path, line: line,
        detail: "the row has \(fields.count) fields, the header \(places.count)")
    }
    let text = { (name: String) in places[name].map { fields[$0] } ?? "" }
    let subscriber = text("subscriber")
    guard Self.isFileName(subscriber) else {
      throw .badSubscription(
        path: path, line: line,
        detail: "'\(subscriber)' names no file; use letters, digits and hyphens")
    }
    guard let cadence = Subscription.Cadence(rawValue: text("cadence")) else {
      throw .badSubscription(
        path: path, line: line,
        detail: "'\(text("cadence"))' is no cadence; write daily, weekly or monthly")
    }
    guard text("unit").isEmpty || text("street").isEmpty else {
      throw .badSubscription(
        path: path, line: line, detail: "a subscription is for a unit or a street, not both")
    }
    return Subscription(
      subscriber: subscriber, query: try checked(text("query"), line),
      unit: text("unit").isEmpty ? nil : text("unit"),
      street: text("street").isEmpty ? nil : text("street"), cadence: cadence, line: line)
  }

  private func checked(_ query: String, _ line: Int) throws(QueryError) -> String {
    do {
      return try Catalogue.query(query).id
    } catch {
      let sentence = error.description
      throw .badSubscription(
        path: path, line: line,
        detail: sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence)
    }
  }

  private static func isFileName(_ text: String) -> Bool {
    (1...60).contains(text.count)
      && text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
  }

  private func fields(_ line: Substring, _ number: Int) throws(QueryError) -> [String] {
    var fields = [""]
    var isQuoted = false
    var rest = line[...]
    while let character = rest.popFirst() {
      switch (character, isQuoted) {
      case ("\"", true) where rest.first == "\"":
        fields[fields.count - 1].append(rest.removeFirst())
      case ("\"", _): isQuoted.toggle()
      case (",", false): fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    guard !isQuoted else {
      throw .badSubscription(path: path, line: number, detail: "a quote stays open")
    }
    return fields.map(Self.trimmed)
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
