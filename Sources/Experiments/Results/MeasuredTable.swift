import Foundation
import ResultFiles

/// Shares on time as the trace has them, from `measured.csv` and `on_time_by_unit.csv`.
public struct MeasuredTable: Sendable, Equatable {
  public struct Share: Sendable, Equatable {
    public var value: Double
    /// Appeals it was computed from.
    public var count: Int
    /// Binomial.
    public var standardError: Double {
      count > 0 ? (value * (1 - value) / Double(count)).squareRoot() : 0
    }

    public init(value: Double, count: Int) {
      self.value = value
      self.count = count
    }
  }

  /// One unit: its place in the list of units, and what was measured.
  public struct Unit: Sendable, Equatable {
    public var unit: Int
    public var title: String
    public var share: Share
    /// Among the units with most rows, by which a reproduction is judged.
    public var isLarge: Bool

    public init(unit: Int, title: String, share: Share, isLarge: Bool) {
      self.unit = unit
      self.title = title
      self.share = share
      self.isLarge = isLarge
    }
  }

  public var overall: Share
  /// By the Chinese title.
  public var channels: [String: Share]
  public var natures: [String: Share]
  public var streets: [String: Share]
  /// In the order of the file: most rows first.
  public var units: [Unit]
  /// Kind of every unit, by its place: `district_department` and the like.
  public var kinds: [String]

  public init(
    overall: Share, channels: [String: Share] = [:], natures: [String: Share] = [:],
    streets: [String: Share] = [:], units: [Unit] = [], kinds: [String] = []
  ) {
    self.overall = overall
    self.channels = channels
    self.natures = natures
    self.streets = streets
    self.units = units
    self.kinds = kinds
  }

  /// The trace says `12345` where a scenario may say `12345热线`.
  func channel(_ title: String) -> Share? {
    channels[title]
      ?? channels.keys.sorted().first { title.contains($0) }.flatMap { channels[$0] }
  }

  func share(_ dimension: GroupCount.Dimension, _ title: String) -> Share? {
    switch dimension {
    case .channel: channel(title)
    case .street: streets[title]
    case .unit: units.first { $0.title == title }?.share
    case .category: nil
    }
  }
}

extension MeasuredTable {
  /// Reads `measured.csv`, `on_time_by_unit.csv` and `units.csv` of a folder.
  ///
  /// - Throws: `MeasuredTableError` that names the file and what is missing.
  public init(folder: String) throws(MeasuredTableError) {
    let figures = try Rows(folder + "/measured.csv", ["figure", "key", "value", "n"])
    func shares(_ figure: String) -> [String: Share] {
      var shares: [String: Share] = [:]
      for row in figures.rows where row[0] == figure {
        guard let value = Double(row[2]), let count = Int(row[3]) else { continue }
        shares[row[1]] = Share(value: value, count: count)
      }
      return shares
    }
    guard let overall = shares("on_time_share")["all"] else {
      throw .missing(file: figures.path, what: "the row on_time_share,all")
    }
    let units = try Rows(
      folder + "/on_time_by_unit.csv", ["unit", "zh", "rows", "on_time_share", "most_rows"])
    let directory = try Rows(folder + "/units.csv", ["unit", "kind"])
    self.init(
      overall: overall, channels: shares("on_time_share_by_channel"),
      natures: shares("on_time_share_by_nature"), streets: shares("on_time_share_by_street"),
      units: units.rows.compactMap { row in
        guard let unit = Int(row[0]), let count = Int(row[2]), let value = Double(row[3]) else {
          return nil
        }
        return Unit(
          unit: unit, title: row[1], share: Share(value: value, count: count),
          isLarge: row[4] == "yes")
      }, kinds: directory.rows.map { $0[1] })
  }

  /// The named columns of a plain CSV file without quoted fields.
  private struct Rows {
    let path: String
    let rows: [[String]]

    init(_ path: String, _ columns: [String]) throws(MeasuredTableError) {
      self.path = path
      guard let bytes = FileManager.default.contents(atPath: path),
        let text = String(data: bytes, encoding: .utf8)
      else { throw .unreadable(file: path) }
      let lines = text.split(whereSeparator: \.isNewline).map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      var places: [Int] = []
      for column in columns {
        guard let place = lines.first?.firstIndex(of: column) else {
          throw .missing(file: path, what: "the column \(column)")
        }
        places.append(place)
      }
      let last = places.max() ?? 0
      rows = lines.dropFirst().filter { $0.count > last }.map { line in places.map { line[$0] } }
    }
  }
}

/// Why the measured shares cannot be read.
public enum MeasuredTableError: Error, Equatable, CustomStringConvertible {
  case unreadable(file: String)
  case missing(file: String, what: String)

  public var description: String {
    switch self {
    case .unreadable(let file): "\(file) cannot be read; restore it, or record it anew."
    case .missing(let file, let what): "\(file) lacks \(what); record it anew."
    }
  }
}
