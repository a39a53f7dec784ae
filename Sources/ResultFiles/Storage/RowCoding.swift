import GRDB

/// Positions of ids, and ids of positions.
struct IdentifierLists {
  var scenarios: [String]
  var explanations: [String]
  var indicators: [String]
}

/// Positions by id, to write facts.
struct IdentifierIndex {
  var scenarios: [String: Int]
  var explanations: [String: Int]
  var indicators: [String: Int]

  init(_ result: ExperimentResult) throws {
    scenarios = try Self.index(result.scenarios.map(\.id), of: "scenario")
    explanations = try Self.index(result.explanations.map(\.id), of: "explanation")
    indicators = try Self.index(result.indicators.map(\.id), of: "indicator")
  }

  private static func index(_ ids: [String], of kind: String) throws -> [String: Int] {
    var positions: [String: Int] = [:]
    for (position, id) in ids.enumerated()
    where positions.updateValue(position, forKey: id) != nil {
      throw ResultFolderError.invalid(detail: "the \(kind) \"\(id)\" is listed twice")
    }
    return positions
  }
}

/// Collects the columns of one row.
struct RowWriter {
  let table: String
  let index: IdentifierIndex
  private(set) var values: [DatabaseValue] = []

  init(table: String, index: IdentifierIndex) {
    self.table = table
    self.index = index
  }

  mutating func reset() { values.removeAll(keepingCapacity: true) }
  mutating func add(_ value: Int) { values.append(Int64(value).databaseValue) }
  mutating func add(_ value: Int?) { values.append(value?.databaseValue ?? .null) }
  mutating func add(_ value: String) { values.append(value.databaseValue) }

  mutating func add(_ value: Double) throws {
    guard value.isFinite else {
      throw ResultFolderError.invalid(detail: "a number in table \(table) is not finite (\(value))")
    }
    // -0.0 and 0.0 are equal but print differently.
    values.append((value == 0 ? 0 : value).databaseValue)
  }

  mutating func add(_ value: Double?) throws {
    if let value { try add(value) } else { values.append(.null) }
  }

  mutating func add(_ value: Interval?) throws {
    try add(value?.low)
    try add(value?.high)
  }

  mutating func add(_ text: BilingualText) {
    add(text.zh)
    add(text.en)
  }

  mutating func add(scenario id: String) throws { try add(id, index.scenarios, "scenario") }
  mutating func add(explanation id: String) throws {
    try add(id, index.explanations, "explanation")
  }
  mutating func add(indicator id: String) throws { try add(id, index.indicators, "indicator") }

  private mutating func add(_ id: String, _ positions: [String: Int], _ kind: String) throws {
    guard let position = positions[id] else {
      throw ResultFolderError.invalid(
        detail: "table \(table) names the \(kind) \"\(id)\", which is not listed")
    }
    add(position)
  }
}

/// Hands out the columns of one row, in order. The tables are STRICT and their definition was
/// checked, so only ranges and names can still be wrong.
struct RowReader {
  struct Mistake: Error { var detail: String }

  let table: String
  let row: Row
  let ids: IdentifierLists
  private var column = 0

  init(table: String, row: Row, ids: IdentifierLists) {
    self.table = table
    self.row = row
    self.ids = ids
  }

  private mutating func next() -> DatabaseValue.Storage {
    defer { column += 1 }
    return (row[column] as DatabaseValue).storage
  }

  private func mistake(_ wanted: String) -> Mistake {
    Mistake(detail: "table \(table), column \(column): \(wanted) expected")
  }

  mutating func optionalInteger() throws -> Int? {
    switch next() {
    case .null: return nil
    case .int64(let value): return Int(value)
    default: throw mistake("an integer")
    }
  }

  mutating func integer() throws -> Int {
    guard let value = try optionalInteger() else { throw mistake("an integer") }
    return value
  }

  mutating func optionalReal() throws -> Double? {
    switch next() {
    case .null: return nil
    case .double(let value) where value.isFinite: return value
    case .int64(let value): return Double(value)
    default: throw mistake("a number")
    }
  }

  mutating func real() throws -> Double {
    guard let value = try optionalReal() else { throw mistake("a number") }
    return value
  }

  mutating func text() throws -> String {
    guard case .string(let value) = next() else { throw mistake("a text") }
    return value
  }

  mutating func bilingual() throws -> BilingualText {
    BilingualText(zh: try text(), en: try text())
  }

  mutating func interval() throws -> Interval? {
    let low = try optionalReal()
    let high = try optionalReal()
    guard let low, let high else { return nil }
    return Interval(low: low, high: high)
  }

  mutating func choice<Choice: RawRepresentable>(_: Choice.Type = Choice.self) throws -> Choice
  where Choice.RawValue == String {
    guard let value = Choice(rawValue: try text()) else { throw mistake("a known name") }
    return value
  }

  mutating func choice<Choice: RawRepresentable>(_: Choice.Type = Choice.self) throws -> Choice
  where Choice.RawValue == Int {
    guard let value = Choice(rawValue: try integer()) else { throw mistake("a known number") }
    return value
  }

  mutating func scenario() throws -> String { try id(in: ids.scenarios) }
  mutating func explanation() throws -> String { try id(in: ids.explanations) }
  mutating func indicator() throws -> String { try id(in: ids.indicators) }

  private mutating func id(in list: [String]) throws -> String {
    let position = try integer()
    guard list.indices.contains(position) else { throw mistake("a listed id") }
    return list[position]
  }
}
