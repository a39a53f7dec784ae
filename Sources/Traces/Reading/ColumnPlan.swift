import CivicTime

/// A mapping with its columns found in the header of one file.
struct ColumnPlan {
  struct Time {
    var column: String
    var field: Int
    var format: TraceTimeFormat
  }

  struct Name {
    var column: String
    var key: Int
    var name: Int?
  }

  struct Flag {
    var column: String
    var field: Int
    var yes: ByteTexts
    var no: ByteTexts
  }

  struct Filter {
    var field: Int
    var values: ByteTexts
    var keeps: Bool
  }

  let width: Int
  let zone: TimeZoneRules
  let nulls: ByteTexts
  let created: Time
  let closed: Time?
  let deadline: Time?
  let channel: Name?
  let nature: Name?
  let unit: Name?
  let levels: [Name]
  let places: [Name]
  let onTime: Flag?
  let filters: [Filter]
  let holes: [TraceMapping.Hole]

  /// - Throws: ``TraceError`` for the first column that the header does not have, or has twice.
  init(_ mapping: TraceMapping, header: [String], file: String) throws(TraceError) {
    let finder = ColumnFinder(header: header, file: file)
    width = header.count
    zone = mapping.zone
    nulls = ByteTexts(mapping.nulls + [""])
    created = try finder.time(mapping.created)
    closed = try mapping.closed.map { column throws(TraceError) in try finder.time(column) }
    deadline = try mapping.deadline.map { column throws(TraceError) in try finder.time(column) }
    channel = try mapping.channel.map { column throws(TraceError) in try finder.name(column) }
    nature = try mapping.nature.map { column throws(TraceError) in try finder.name(column) }
    unit = try mapping.unit.map { column throws(TraceError) in try finder.name(column) }
    levels = try mapping.levels.map { column throws(TraceError) in try finder.name(column) }
    places = try mapping.places.map { column throws(TraceError) in try finder.name(column) }
    onTime = try mapping.onTime.map { flag throws(TraceError) in
      Flag(
        column: flag.column, field: try finder.field(flag.column), yes: ByteTexts(flag.yes),
        no: ByteTexts(flag.no))
    }
    filters = try mapping.filters.map { filter throws(TraceError) in
      Filter(
        field: try finder.field(filter.column), values: ByteTexts(filter.values),
        keeps: filter.keeps)
    }
    holes = mapping.holes
  }
}

/// Finds columns by name.
private struct ColumnFinder {
  let header: [String]
  let file: String

  func field(_ column: String) throws(TraceError) -> Int {
    guard let field = header.firstIndex(of: column) else {
      let known = header.prefix(40).map { printable($0) }.joined(separator: ", ")
      throw TraceError(
        file: file, line: 1, what: "there is no column '\(printable(column))'",
        mend: "name one of these in the mapping: \(known)")
    }
    guard header.lastIndex(of: column) == field else {
      throw TraceError(
        file: file, line: 1, what: "the column '\(printable(column))' is there twice",
        mend: "rename one of them")
    }
    return field
  }

  func time(_ column: TraceMapping.TimeColumn) throws(TraceError) -> ColumnPlan.Time {
    ColumnPlan.Time(
      column: column.column, field: try field(column.column), format: column.format)
  }

  func name(_ column: TraceMapping.NameColumn) throws(TraceError) -> ColumnPlan.Name {
    ColumnPlan.Name(
      column: column.key, key: try field(column.key),
      name: try column.name.map { name throws(TraceError) in try field(name) })
  }
}

/// A few short texts to compare raw fields with.
struct ByteTexts {
  private let texts: [[UInt8]]

  init(_ texts: [String]) { self.texts = texts.map { Array($0.utf8) } }

  func contains(bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    texts.contains { text in text.count == bytes.count && text.elementsEqual(bytes) }
  }
}
