import AppealCore
import AppealStore
import CivicTime

/// The rows that a store writes for a run of submissions, as plain numbers and bytes: what the bare
/// baseline writes too.
struct RowTape {
  enum Table: Int, CaseIterable {
    case entry, reference, open, record, head
  }

  struct Row {
    var table: Table
    var values: Range<Int>
    var bytes: Range<Int>
  }

  private(set) var rows: [Row] = []
  /// Where each commit ends among the rows.
  private(set) var commits: [Int] = []
  private(set) var values: [Int64] = []
  private(set) var bytes: [UInt8] = []
  /// Records of the core in which nothing has happened.
  private(set) var blank: Range<Int> = 0..<0

  /// Stands for NULL.
  static let null = Int64.min

  /// Notes what a fresh core holds.
  mutating func begin(_ core: borrowing AppealCore) {
    var keys = RecordKeys()
    core.forEachRecordKey { keys.append($0) }
    add(keys, core, after: 0)
    blank = 0..<rows.count
  }

  /// Notes one commit.
  mutating func commit(
    _ journal: borrowing JournalBuffer, _ core: borrowing AppealCore, _ keys: inout RecordKeys
  ) {
    let before = core.entryCount - UInt64(journal.count)
    keys.removeAll()
    for position in 0..<journal.count {
      let isLast = position == journal.count - 1
      add(EncodedEntry(journal[position]), before + UInt64(position) + 1, isLast ? core.chain : nil)
      core.appendTouched(by: journal[position], to: &keys)
    }
    keys.sortAndUnique()
    add(keys, core, after: before)
    commits.append(rows.count)
  }

  private mutating func add(_ entry: EncodedEntry, _ seq: UInt64, _ chain: UInt64?) {
    let isSubmission = entry.tag == EncodedEntry.submissionTag
    add(
      .entry,
      [
        Int64(seq), entry.at, Int64(entry.appeal), Int64(bitPattern: entry.meta),
        Int64(bitPattern: entry.first), Int64(bitPattern: entry.second),
        isSubmission ? Int64(bitPattern: entry.reference) : Self.null,
        isSubmission ? entry.contactAt : Self.null,
        isSubmission ? Int64(bitPattern: entry.packed) : Self.null,
        chain.map { Int64(bitPattern: $0) } ?? Self.null,
      ])
    guard isSubmission else { return }
    add(.reference, [Int64(bitPattern: entry.reference), Int64(entry.appeal)])
  }

  private mutating func add(
    _ keys: borrowing RecordKeys, _ core: borrowing AppealCore, after last: UInt64
  ) {
    var words = RecordWords()
    for position in 0..<keys.count {
      let key = keys[position]
      words.removeAll()
      guard core.encode(key, into: &words) else { continue }
      switch key.kind {
      case .system:
        add(
          .head,
          [Int64(core.entryCount), Int64(bitPattern: core.chain), Int64(last)], words)
      case .open:
        guard let view = core.view(of: AppealNumber(rawValue: UInt32(key.id))) else { continue }
        add(.open, Self.columns(view), words)
      default: add(.record, [Int64(bitPattern: key.word)], words)
      }
    }
  }

  private static func columns(_ view: AppealView) -> [Int64] {
    [
      Int64(view.number.rawValue), Int64(bitPattern: view.reference),
      Int64(view.channel.rawValue), Int64(view.nature.rawValue), Int64(view.community.rawValue),
      view.contactAt.milliseconds, view.submittedAt.milliseconds, Int64(view.leaf.rawValue),
      view.leadUnit == .none ? null : Int64(view.leadUnit.rawValue), Int64(view.node.rawValue),
      Int64(view.status.rawValue), view.list == .none ? null : Int64(view.list.rawValue),
      view.due == .distantFuture ? null : view.due.milliseconds,
    ]
  }

  private mutating func add(_ table: Table, _ row: [Int64]) {
    rows.append(
      Row(
        table: table, values: values.count..<values.count + row.count,
        bytes: bytes.count..<bytes.count))
    values += row
  }

  private mutating func add(_ table: Table, _ row: [Int64], _ words: borrowing RecordWords) {
    let start = bytes.count
    words.withUnsafeBytes { bytes.append(contentsOf: $0) }
    add(table, row)
    rows[rows.count - 1].bytes = start..<bytes.count
  }
}
