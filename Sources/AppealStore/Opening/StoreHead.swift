import AppealCore
import CivicTime
import GRDB

/// What the file says of itself.
struct StoreHead {
  var identity: StoreIdentity
  /// Of the policy it was made under.
  var fingerprint: UInt64
  var seq: UInt64
  var chain: UInt64

  /// - Throws: `StoreError`, or the library's error.
  init(_ db: Database, path: String) throws {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM identity"),
      let head = try Row.fetchOne(db, sql: "SELECT seq, chain FROM head")
    else { throw StoreError.damaged(path: path, detail: "it does not say what made it") }
    let (identities, heads) = (Columns(row, path), Columns(head, path))
    let window = try identities.window()
    identity = StoreIdentity(
      scenario: try identities.text("scenario"), scenarioHash: try identities.text("scenario_hash"),
      explanation: try identities.optionalText("explanation"),
      window: window, zone: try identities.text("zone"), seed: try identities.word("seed"))
    fingerprint = try identities.word("policy")
    seq = try heads.count("seq")
    chain = try heads.word("chain")
    try requireLastEntry(db, path: path)
  }

  /// The journal's last row must be the head's.
  private func requireLastEntry(_ db: Database, path: String) throws {
    let last = try Row.fetchOne(db, sql: "SELECT seq, chain FROM entry ORDER BY seq DESC LIMIT 1")
    let found = try last.map { try Columns($0, path).count("seq") } ?? 0
    guard found == seq else {
      throw StoreError.damaged(
        path: path, detail: "the journal ends at entry \(found), the state at entry \(seq)")
    }
    guard let last else { return }
    let closing: DatabaseValue? = last["chain"]
    guard closing == Int64(bitPattern: chain).databaseValue else {
      throw StoreError.damaged(path: path, detail: "the chain of its last entry is another")
    }
  }

  /// - Throws: `StoreError.otherPolicy` unless the core's policy made the store.
  func require(_ fingerprint: UInt64, path: String) throws(StoreError) {
    guard fingerprint == self.fingerprint else {
      throw .otherPolicy(
        path: path, scenario: identity.scenario, hash: identity.scenarioHash)
    }
  }

  static func insert(_ identity: StoreIdentity, fingerprint: UInt64, into db: Database) throws {
    try db.execute(
      sql: "INSERT INTO identity VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        identity.scenario, identity.scenarioHash, identity.explanation,
        identity.window.lowerBound.milliseconds, identity.window.upperBound.milliseconds,
        identity.zone, Int64(bitPattern: identity.seed), Int64(bitPattern: fingerprint),
      ])
  }
}

/// The columns of a row, which may hold anything.
private struct Columns {
  var row: Row
  var path: String

  init(_ row: Row, _ path: String) {
    self.row = row
    self.path = path
  }

  func integer(_ name: String) throws(StoreError) -> Int64 {
    let value: DatabaseValue? = row[name]
    guard let value, case .int64(let number) = value.storage else {
      throw .damaged(path: path, detail: "its \(name) is no number")
    }
    return number
  }

  func word(_ name: String) throws(StoreError) -> UInt64 {
    UInt64(bitPattern: try integer(name))
  }

  func count(_ name: String) throws(StoreError) -> UInt64 {
    guard let count = UInt64(exactly: try integer(name)) else {
      throw .damaged(path: path, detail: "its \(name) is negative")
    }
    return count
  }

  func text(_ name: String) throws(StoreError) -> String {
    let value: DatabaseValue? = row[name]
    guard let value, case .string(let text) = value.storage else {
      throw .damaged(path: path, detail: "its \(name) is no text")
    }
    return text
  }

  func optionalText(_ name: String) throws(StoreError) -> String? {
    let value: DatabaseValue? = row[name]
    return value.map(\.isNull) ?? true ? nil : try text(name)
  }

  func window() throws(StoreError) -> Range<Instant> {
    let start = Instant(milliseconds: try integer("window_start"))
    let end = Instant(milliseconds: try integer("window_end"))
    guard start <= end else {
      throw .damaged(path: path, detail: "its window ends before it begins")
    }
    guard StoredInstant.known.contains(start), StoredInstant.known.contains(end),
      end - start <= StoredInstant.longestWindow
    else { throw .damaged(path: path, detail: "its window lies beyond any calendar") }
    return start..<end
  }
}

/// What instants of a file are taken at all: beyond, calendars and sums are not made to reach.
enum StoredInstant {
  /// From 1900 up to, not including, 2500.
  static let known =
    Instant(milliseconds: -2_208_988_800_000)..<Instant(milliseconds: 16_725_225_600_000)

  /// 400 years.
  static let longestWindow = Milliseconds.days(146_097)

  /// Whether a citizen can have made contact then: as the core takes it.
  static func isContact(_ instant: Instant) -> Bool {
    instant.milliseconds > -(1 << 47) && instant < known.upperBound
  }
}
