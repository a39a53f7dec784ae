import CivicTime

/// What the columns of a delimited file mean. `Scenarios` reads one from YAML.
public struct TraceMapping: Sendable {
  /// Between two fields: a comma, a semicolon, a tab.
  public var separator: UInt8
  /// For times that do not say their zone.
  public var zone: TimeZoneRules
  /// What stands for "nothing", besides an empty field.
  public var nulls: [String]
  public var created: TimeColumn
  public var closed: TimeColumn?
  public var deadline: TimeColumn?
  public var channel: NameColumn?
  public var nature: NameColumn?
  /// The coarsest first; at most `TraceRow.mostLevels`.
  public var levels: [NameColumn]
  /// The coarsest first; at most `TraceRow.mostLevels`.
  public var places: [NameColumn]
  public var unit: NameColumn?
  public var onTime: FlagColumn?
  public var filters: [Filter]
  public var holes: [Hole]

  public init(
    separator: UInt8 = UInt8(ascii: ","), zone: TimeZoneRules = .utc, nulls: [String] = [],
    created: TimeColumn
  ) {
    self.separator = separator
    self.zone = zone
    self.nulls = nulls
    self.created = created
    levels = []
    places = []
    filters = []
    holes = []
  }

  public struct TimeColumn: Sendable, Hashable {
    public var column: String
    public var format: TraceTimeFormat

    public init(column: String, format: TraceTimeFormat) {
      self.column = column
      self.format = format
    }
  }

  /// A column that names something, and perhaps another with a name for people.
  public struct NameColumn: Sendable, Hashable {
    /// Two rows mean the same where this column is the same.
    public var key: String
    public var name: String?

    public init(key: String, name: String? = nil) {
      self.key = key
      self.name = name
    }
  }

  public struct FlagColumn: Sendable, Hashable {
    public var column: String
    public var yes: [String]
    public var no: [String]

    public init(column: String, yes: [String], no: [String]) {
      self.column = column
      self.yes = yes
      self.no = no
    }
  }

  /// Leaves out rows by the text of a column.
  public struct Filter: Sendable, Hashable {
    public var column: String
    public var values: [String]
    /// Whether rows with one of the values stay, or go.
    public var keeps: Bool

    public init(column: String, values: [String], keeps: Bool) {
      self.column = column
      self.values = values
      self.keeps = keeps
    }
  }

  /// A span in which rows are known to be missing: from `start` up to, without, `end`.
  public struct Hole: Sendable, Hashable {
    public var start: Instant
    public var end: Instant

    public init(start: Instant, end: Instant) {
      self.start = start
      self.end = end
    }
  }
}
