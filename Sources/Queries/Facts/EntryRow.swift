import GRDB

/// A row of the journal, column by column as `select` orders them.
struct EntryRow {
  let row: Row

  static let select = """
    SELECT appeal, at, change, reference, contact_at, channel, leaf, nature, community, node, list,
      unit, staff, due, node_due, ground, detail, kind, citizen, lane, tags, street, subject,
      traits
    FROM journal WHERE arm = ? ORDER BY appeal, seq
    """

  var appeal: Int64 { row[0] }
  var at: Int64 { row[1] }
  var change: String { row[2] }
  var reference: Int64? { row[3] }
  var contactAt: Int64? { row[4] }
  var channel: Int? { row[5] }
  var leaf: Int? { row[6] }
  var nature: String? { row[7] }
  var community: Int? { row[8] }
  var node: String? { row[9] }
  var list: Int? { row[10] }
  /// Nil also where the journal says that it is none.
  var unit: Int? { named(row[11], none: 0xFFFF) }
  var staff: Int? { named(row[12], none: 0xFFFF_FFFF) }
  var due: Int64? { row[13] }
  var nodeDue: Int64? { row[14] }
  var ground: String? { row[15] }
  var detail: Int64? { row[16] }
  var kind: String? { row[17] }
  var citizen: Int64? { row[18] }
  var lane: String? { row[19] }
  var tags: Int64? { row[20] }
  var street: Int? { row[21] }
  var subject: Int? { row[22] }
  var traits: Int64? { row[23] }

  /// Whatever is reckoned with must be a time that a calendar knows, and scores be scores: nothing
  /// behind this check can overflow.
  ///
  /// - Throws: `FactBuilder.Mistake`.
  func check() throws(FactBuilder.Mistake) {
    try check(at, "happens")
    if let contactAt { try check(contactAt, "was reported") }
    switch change {
    case "submitted", "deadlineChanged", "resumed", "reopened":
      if let due { try check(due, "is due") }
    case "appraised":
      guard let detail else { return }
      let scores = [detail / 1_000, detail / 100 % 10, detail / 10 % 10, detail % 10]
      guard scores.allSatisfy({ (1...5).contains($0) }) else {
        throw mistake("has no four scores of 1 to 5 but \(detail)")
      }
    default: break
    }
  }

  private func check(_ instant: Int64, _ what: String) throws(FactBuilder.Mistake) {
    guard Plausible.instants.contains(instant) else {
      throw mistake("\(what) at \(instant), before 1900 or after 2200")
    }
  }

  private func mistake(_ what: String) -> FactBuilder.Mistake {
    FactBuilder.Mistake(detail: "an entry '\(change)' of appeal \(appeal) \(what)")
  }

  private func named(_ value: Int?, none: Int) -> Int? { value == none ? nil : value }
}
