import AppealCore
import GRDB

/// Retraces a store's journal, commit by commit, and remembers how the appeals that ended ended.
///
/// A commit's entries reach the core only after their chain was found to be the one stored with the
/// last of them, and only where the rules lead to them: whoever writes a file can compute a chain.
struct StoreReplay: ~Copyable {
  var core: AppealCore
  private(set) var commits = 0
  /// Entries that the rules led to.
  private(set) var entries: UInt64 = 0
  /// By number, of appeals that have ended and not been reopened.
  private(set) var ended: [UInt32: RowFold] = [:]
  private var keys = RecordKeys()
  private var batch = JournalBuffer()

  init(policy: Policy) throws(PolicyError) { core = try AppealCore(policy: policy) }

  /// Takes one row of the journal.
  ///
  /// - Returns: what is wrong; the replay ends there.
  mutating func take(_ row: StoredEntries.Row) -> String? {
    batch.append(row.entry)
    guard let chain = row.chain else { return nil }
    var found = core.chain
    for position in 0..<batch.count { found = batch[position].folded(into: found) }
    guard found == chain else {
      return "The chain breaks between entries \(entries + 1) and \(row.seq)."
    }
    if let misstep = core.retrace(batch) {
      entries += UInt64(misstep.position)
      return "Entry \(entries + 1) does not follow from those before it: \(misstep.reason)."
    }
    note()
    entries = row.seq
    batch.removeAll(keepingCapacity: batch.count <= 1 << 16)
    commits += 1
    return nil
  }

  /// Entries at the end that no commit closes.
  var unfinished: Int { batch.count }

  private mutating func note() {
    keys.removeAll()
    for position in 0..<batch.count { core.appendTouched(by: batch[position], to: &keys) }
    keys.sortAndUnique()
    for position in 0..<keys.count where keys[position].kind == .closed {
      let number = keys[position].appeal
      guard let view = core.view(of: number) else { continue }
      ended[number.rawValue] = view.isOpen ? nil : RowFold(view)
    }
  }
}
