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
    let (start, end): (Int64, Int64) = (row["window_start"], row["window_end"])
    guard start <= end else {
      throw StoreError.damaged(path: path, detail: "its window ends before it begins")
    }
    identity = StoreIdentity(
      scenario: row["scenario"], scenarioHash: row["scenario_hash"],
      explanation: row["explanation"],
      window: Instant(milliseconds: start)..<Instant(milliseconds: end), zone: row["zone"],
      seed: UInt64(bitPattern: row["seed"]))
    fingerprint = UInt64(bitPattern: row["policy"])
    seq = UInt64(bitPattern: head["seq"])
    chain = UInt64(bitPattern: head["chain"])
    try requireLastEntry(db, path: path)
  }

  /// The journal's last row must be the head's.
  private func requireLastEntry(_ db: Database, path: String) throws {
    let last = try Row.fetchOne(db, sql: "SELECT seq, chain FROM entry ORDER BY seq DESC LIMIT 1")
    let found = last.map { UInt64(bitPattern: $0["seq"]) } ?? 0
    guard found == seq else {
      throw StoreError.damaged(
        path: path, detail: "the journal ends at entry \(found), the state at entry \(seq)")
    }
    guard let last else { return }
    let foundChain: Int64? = last["chain"]
    guard foundChain.map({ UInt64(bitPattern: $0) }) == chain else {
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
