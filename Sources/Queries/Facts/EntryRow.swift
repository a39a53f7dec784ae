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

  private func named(_ value: Int?, none: Int) -> Int? { value == none ? nil : value }
}
