import AppealCore
import CivicTime
import Traces

/// The appeals of a trace as cases for routing, oldest first.
public struct RoutingTrace: Sendable {
  public struct Case: Sendable {
    public var line: Int
    public var created: Instant
    public var features: RoutingFeatures
    /// The final unit.
    public var unit: UnitID
  }

  public let cases: [Case]
  public let names: TraceNames
  public let tally: TraceTally
  /// Used rows whose unit is null: they can be neither learned nor judged.
  public let withoutUnit: Int
  public let zone: TimeZoneRules
  /// The role of each unit, from its name without the place.
  public let roles: [UInt16]

  /// Reads a whole trace; some 40 bytes stay for each row.
  ///
  /// - Throws: `TraceError` if the file cannot be read, or the mapping names no unit, category or
  ///   place.
  public init(path: String, mapping: TraceMapping, mappingPath: String) throws(TraceError) {
    try Self.check(mapping, mappingPath)
    var reader = try TraceReader(path: path, mapping: mapping)
    var cases: [Case] = []
    var withoutUnit = 0
    while let row = try reader.next() {
      guard row.unit >= 0 else {
        withoutUnit += 1
        continue
      }
      cases.append(
        Case(
          line: row.line, created: row.created,
          features: RoutingFeatures(
            row, levels: mapping.levels.count, places: mapping.places.count),
          unit: UnitID(rawValue: UInt16(truncatingIfNeeded: row.unit))))
    }
    names = reader.names
    tally = reader.tally
    self.withoutUnit = withoutUnit
    zone = mapping.zone
    // Equal times keep the order of the file.
    self.cases = cases.enumerated()
      .sorted { ($0.element.created, $0.offset) < ($1.element.created, $1.offset) }
      .map(\.element)
    try Self.checkSizes(names, path)
    roles = UnitRoles.roles(of: names.units.names, places: names.places.flatMap(\.names))
  }

  private static func check(_ mapping: TraceMapping, _ path: String) throws(TraceError) {
    let missing =
      mapping.unit == nil
      ? "unit" : mapping.levels.isEmpty ? "category" : mapping.places.isEmpty ? "place" : nil
    guard let missing else { return }
    throw TraceError(
      file: path, what: "columns.\(missing) is missing, and routing cannot be judged without it",
      mend: "name the column in the mapping", exitCode: 78)
  }

  private static func checkSizes(_ names: TraceNames, _ path: String) throws(TraceError) {
    let directories = [names.channels, names.natures, names.units] + names.levels + names.places
    guard let largest = directories.map(\.count).max(), largest >= Int(UInt16.max) else { return }
    throw TraceError(
      file: path, what: "a column names \(largest) different things, at most 65534 fit",
      mend: "map a coarser column")
  }
}

extension RoutingFeatures {
  /// The finest level of category and place, and the two above; 0 is null.
  init(_ row: TraceRow, levels: Int, places: Int) {
    func number(_ value: Int32) -> UInt16 { UInt16(truncatingIfNeeded: value + 1) }
    self.init(
      level1: number(row.levels[0]), level2: number(row.levels[max(0, levels - 2)]),
      leaf: number(row.levels[levels - 1]), street: number(row.places[0]),
      community: number(row.places[places - 1]), channel: number(row.channel),
      nature: number(row.nature))
  }
}
