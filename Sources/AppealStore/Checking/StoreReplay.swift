import AppealCore
import GRDB

/// Replays a store's journal, commit by commit, and remembers how the appeals that ended ended.
///
/// A commit's entries are evolved only after their chain was found to be the one stored with the
/// last of them: what was not journalled so never reaches the core.
struct StoreReplay: ~Copyable {
  var core: AppealCore
  private(set) var commits = 0
  /// By number, of appeals that have ended and not been reopened.
  private(set) var ended: [UInt32: RowFold] = [:]
  private var keys = RecordKeys()
  private var batch: [JournalEntry] = []

  init(policy: Policy) throws(PolicyError) { core = try AppealCore(policy: policy) }

  /// Takes one row of the journal.
  ///
  /// - Returns: what is wrong; the replay ends there.
  mutating func take(_ row: StoredEntries.Row) -> String? {
    batch.append(row.entry)
    guard let chain = row.chain else { return nil }
    var found = core.chain
    var instant = core.now
    for entry in batch {
      found = entry.folded(into: found)
      guard entry.at >= instant else { return "Entry \(row.seq) goes back in time." }
      instant = entry.at
    }
    guard found == chain else {
      return "The chain breaks between entries \(core.entryCount + 1) and \(row.seq)."
    }
    for entry in batch { core.evolve(entry) }
    note()
    batch.removeAll(keepingCapacity: true)
    commits += 1
    return nil
  }

  /// Entries at the end that no commit closes.
  var unfinished: Int { batch.count }

  private mutating func note() {
    keys.removeAll()
    for entry in batch { core.appendTouched(by: entry, to: &keys) }
    keys.sortAndUnique()
    for position in 0..<keys.count where keys[position].kind == .closed {
      let number = keys[position].appeal
      guard let view = core.view(of: number) else { continue }
      ended[number.rawValue] = view.isOpen ? nil : RowFold(view)
    }
  }
}
