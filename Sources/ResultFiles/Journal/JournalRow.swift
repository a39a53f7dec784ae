import GRDB

/// One entry of a journal as a row; what an entry does not say is nil.
///
/// Numbers name things of the table `label`; words are the cases of the core's vocabulary, such as
/// `complaint` or `notResponsible`. Instants are milliseconds UTC. An entry about the whole system
/// has the appeal 0.
public struct JournalRow: Sendable, Equatable {
  public var at: Int64
  public var appeal: Int64
  public var change: String
  public var reference: Int64?
  public var contactAt: Int64?
  public var channel: Int64?
  public var leaf: Int64?
  public var nature: String?
  public var community: Int64?
  public var node: String?
  public var nextNode: String?
  public var list: Int64?
  public var fromList: Int64?
  public var unit: Int64?
  public var staff: Int64?
  public var due: Int64?
  public var nodeDue: Int64?
  public var ground: String?
  /// Four scores as `5432`; the appeal merged into or duplicated; the outcome of a side task; points
  /// credited; 1 where an arbitrated return was upheld; the week of a bulletin; a workflow.
  public var detail: Int64?
  /// What kind of side task, rung, evidence, credit, alert, mode or state of adoption.
  public var kind: String?
  /// A key that stands for a citizen; 0 is unknown.
  public var citizen: Int64?
  public var textKey: Int64?
  /// Bits of what the channel said: 1 structured, 2 photos.
  public var traits: Int64?
  public var lane: String?
  /// The whole set of tags as bits, the bit being the tag's number.
  public var tags: Int64?
  public var street: Int64?
  /// The campaign joined, the answer given, or the oversight body written to.
  public var subject: Int64?

  public init(at: Int64, appeal: Int64, change: String) {
    self.at = at
    self.appeal = appeal
    self.change = change
  }
}

extension JournalRow {
  /// The table `journal`: the columns behind its key `(arm, seq)`, in the order of `columns`.
  static let definitions = [
    "at INTEGER NOT NULL", "appeal INTEGER NOT NULL", "change TEXT NOT NULL", "reference INTEGER",
    "contact_at INTEGER", "channel INTEGER", "leaf INTEGER", "nature TEXT", "community INTEGER",
    "node TEXT", "next_node TEXT", "list INTEGER", "from_list INTEGER", "unit INTEGER",
    "staff INTEGER", "due INTEGER", "node_due INTEGER", "ground TEXT", "detail INTEGER",
    "kind TEXT", "citizen INTEGER", "text_key INTEGER", "traits INTEGER", "lane TEXT",
    "tags INTEGER", "street INTEGER", "subject INTEGER",
  ]

  var columns: [(any DatabaseValueConvertible)?] {
    [
      at, appeal, change, reference, contactAt, channel, leaf, nature, community, node, nextNode,
      list, fromList, unit, staff, due, nodeDue, ground, detail, kind, citizen, textKey, traits,
      lane, tags, street, subject,
    ]
  }
}
