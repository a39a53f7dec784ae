import CivicTime

/// Reads a delimited file, gzip or plain, row by row as a mapping says.
///
///     var reader = try TraceReader(path: file, mapping: mapping)
///     while let row = try reader.next() { … }
///     reader.tally.bad
///
/// Memory does not depend on the number of rows, only on the number of different names.
public struct TraceReader: ~Copyable {
  private var csv: CSVReader
  private let plan: ColumnPlan
  private var clock: LocalClock
  public private(set) var names: TraceNames
  public private(set) var tally: TraceTally

  /// Opens the file and reads its header.
  ///
  /// - Throws: ``TraceError`` if it cannot be read, is empty, or lacks a column of the mapping.
  public init(path: String, mapping: TraceMapping) throws(TraceError) {
    var csv = CSVReader(try ByteSource(path: path), separator: mapping.separator)
    guard try csv.next() else {
      throw TraceError(file: path, what: "the file is empty", mend: "name a file with rows")
    }
    var header: [String] = []
    for field in 0..<csv.count { header.append(String(decoding: csv[field], as: UTF8.self)) }
    let plan = try ColumnPlan(mapping, header: header, file: path)
    self.csv = csv
    self.plan = plan
    clock = LocalClock(mapping.zone)
    names = TraceNames(
      levels: mapping.levels.map { _ in TraceDirectory() },
      places: mapping.places.map { _ in TraceDirectory() })
    tally = TraceTally()
  }

  /// The next row that is understood and wanted; nil at the end.
  ///
  /// - Throws: ``TraceError`` where the file itself cannot be read on.
  public mutating func next() throws(TraceError) -> TraceRow? {
    while try csv.next() {
      tally.rows += 1
      do throws(RowFault) {
        guard let row = try row() else {
          tally.filtered += 1
          continue
        }
        tally.used += 1
        if row.isInHole { tally.inHoles += 1 }
        return row
      } catch {
        reject(error)
      }
    }
    return nil
  }

  private mutating func reject(_ fault: RowFault) {
    tally.bad += 1
    guard tally.rejects.count < TraceTally.mostRejects else { return }
    tally.rejects.append(TraceReject(line: csv.line, reason: fault.reason))
  }
}

/// Why a row is not understood.
private struct RowFault: Error {
  var reason: String
}

extension TraceReader {
  /// Nil for a row that a filter leaves out.
  private mutating func row() throws(RowFault) -> TraceRow? {
    if let fault = csv.malformed { throw RowFault(reason: fault) }
    guard csv.count == plan.width else {
      throw RowFault(reason: "the row has \(csv.count) fields, the header \(plan.width)")
    }
    for filter in plan.filters
    where filter.values.contains(bytes: csv[filter.field]) != filter.keeps { return nil }
    guard let created = try instant(plan.created) else {
      throw RowFault(reason: "\(plan.created.column) is null, so the row has no time")
    }
    var row = TraceRow(line: csv.line, created: created)
    row.closed = try plan.closed.flatMap { column throws(RowFault) in try instant(column) }
    row.deadline = try plan.deadline.flatMap { column throws(RowFault) in try instant(column) }
    row.onTime = try plan.onTime.flatMap { column throws(RowFault) in try flag(column) }
    row.isInHole = plan.holes.contains { $0.start <= created && created < $0.end }
    try name(&row)
    return row
  }

  private mutating func name(_ row: inout TraceRow) throws(RowFault) {
    row.channel = try Self.number(csv, plan.channel, plan.nulls, in: &names.channels)
    row.nature = try Self.number(csv, plan.nature, plan.nulls, in: &names.natures)
    row.unit = try Self.number(csv, plan.unit, plan.nulls, in: &names.units)
    for (level, column) in plan.levels.enumerated() {
      row.levels[level] = try Self.number(csv, column, plan.nulls, in: &names.levels[level])
    }
    for (level, column) in plan.places.enumerated() {
      row.places[level] = try Self.number(csv, column, plan.nulls, in: &names.places[level])
    }
  }

  /// −1 for null, and where the mapping has no such column.
  private static func number(
    _ csv: borrowing CSVReader, _ column: ColumnPlan.Name?, _ nulls: ByteTexts,
    in directory: inout TraceDirectory
  ) throws(RowFault) -> Int32 {
    guard let column else { return -1 }
    let key = csv[column.key]
    if nulls.contains(bytes: key) { return -1 }
    let name = column.name.map { csv[$0] }
    guard let number = directory.number(of: key, name: name) else {
      throw RowFault(reason: "\(column.column) is not UTF-8")
    }
    return number
  }

  private mutating func instant(_ column: ColumnPlan.Time) throws(RowFault) -> Instant? {
    let field = csv[column.field]
    if plan.nulls.contains(bytes: field) { return nil }
    if column.format.pieces.isEmpty {
      let text = String(decoding: field, as: UTF8.self)
      if let instant = try? Instant(iso8601: text, zone: plan.zone) { return instant }
    } else if let reading = column.format.reading(of: field) {
      return clock.instant(of: reading)
    }
    throw RowFault(
      reason: "\(column.column) is \(shown(field)), no time written \(column.format.pattern)")
  }

  private func flag(_ column: ColumnPlan.Flag) throws(RowFault) -> Bool? {
    let field = csv[column.field]
    if plan.nulls.contains(bytes: field) { return nil }
    if column.yes.contains(bytes: field) { return true }
    if column.no.contains(bytes: field) { return false }
    throw RowFault(reason: "\(column.column) is \(shown(field)), neither yes nor no")
  }

  private func shown(_ field: UnsafeBufferPointer<UInt8>) -> String {
    "'\(printable(String(decoding: field.prefix(160), as: UTF8.self)))'"
  }
}
