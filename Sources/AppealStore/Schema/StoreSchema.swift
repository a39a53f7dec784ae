/// The tables of a store. A new file is made by all steps in order, so that a file brought forward
/// and a new one have the same schema, letter by letter.
///
/// What is published here is file format: never edit a step, add one.
enum StoreSchema {
  /// "HUYS": tells a store from any other database.
  static let applicationID = 0x4855_5953

  /// The version that this program reads and writes; step n leads to version n.
  static var version: Int { steps.count }

  static let steps: [[String]] = [first, second]

  /// Instants are milliseconds UTC; numbers of channels, leaves and so on are those of the policy.
  /// A deadline or unit that an appeal does not have is NULL. `state` is the core's record in
  /// canonical words, eight bytes each, the lowest first; `record` holds all other records, under
  /// `RecordKey.word`.
  private static let first = [
    """
    CREATE TABLE identity (
      id INTEGER PRIMARY KEY CHECK (id = 1), scenario TEXT NOT NULL, scenario_hash TEXT NOT NULL,
      explanation TEXT, window_start INTEGER NOT NULL, window_end INTEGER NOT NULL,
      zone TEXT NOT NULL, seed INTEGER NOT NULL, policy INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE head (
      id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, chain INTEGER NOT NULL,
      state BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE entry (
      seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, appeal INTEGER NOT NULL,
      meta INTEGER NOT NULL, first INTEGER NOT NULL, second INTEGER NOT NULL,
      reference INTEGER, contact_at INTEGER, packed INTEGER, chain INTEGER) STRICT
    """,
    """
    CREATE TABLE reference (reference INTEGER PRIMARY KEY, number INTEGER NOT NULL) STRICT
    """,
    """
    CREATE TABLE open_appeal (
      number INTEGER PRIMARY KEY, reference INTEGER NOT NULL REFERENCES reference (reference),
      channel INTEGER NOT NULL, nature INTEGER NOT NULL, community INTEGER NOT NULL,
      contact_at INTEGER NOT NULL, submitted_at INTEGER NOT NULL, leaf INTEGER NOT NULL,
      unit INTEGER, node INTEGER NOT NULL, status INTEGER NOT NULL, list INTEGER, due INTEGER,
      state BLOB NOT NULL) STRICT
    """,
    """
    CREATE TABLE closed_appeal (
      number INTEGER PRIMARY KEY, reference INTEGER NOT NULL REFERENCES reference (reference),
      channel INTEGER NOT NULL, nature INTEGER NOT NULL, community INTEGER NOT NULL,
      contact_at INTEGER NOT NULL, submitted_at INTEGER NOT NULL, leaf INTEGER NOT NULL,
      unit INTEGER, status INTEGER NOT NULL, closed_at INTEGER NOT NULL, due INTEGER,
      on_time INTEGER NOT NULL, returns INTEGER NOT NULL, redos INTEGER NOT NULL,
      reopenings INTEGER NOT NULL, extensions INTEGER NOT NULL, tags INTEGER NOT NULL,
      state BLOB) STRICT
    """,
    """
    CREATE INDEX closed_remembered ON closed_appeal (nature, closed_at) WHERE state IS NOT NULL
    """,
    """
    CREATE TABLE record (key INTEGER PRIMARY KEY, state BLOB NOT NULL) STRICT
    """,
  ]

  /// All appeals ever, for people who ask.
  private static let second = [
    """
    CREATE VIEW appeal AS
      SELECT number, reference, channel, nature, community, contact_at, submitted_at, leaf, unit,
        node, status, list, NULL AS closed_at, due, NULL AS on_time FROM open_appeal
      UNION ALL
      SELECT number, reference, channel, nature, community, contact_at, submitted_at, leaf, unit,
        NULL, status, NULL, closed_at, due, on_time FROM closed_appeal
    """
  ]

  /// Names and statements that a file of this version has, sorted.
  static func expected(version: Int) -> [String] {
    steps.prefix(version).joined().map(normal).sorted()
  }

  /// A statement with single spaces, as it is compared.
  static func normal(_ sql: String) -> String {
    sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
