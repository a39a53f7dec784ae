import AppealCore
import CivicTime

/// Records in a dictionary: what a store keeps in a file.
struct RecordShelf {
  var records: [RecordKey: [UInt64]] = [:]

  /// Why a record was named: by a change with a tag, and whether the record is the entry's own.
  struct Rule: Hashable {
    var tag: UInt8
    var kind: RecordKind
    var isOwn: Bool
  }

  /// All records of a state.
  init(of core: borrowing AppealCore) {
    var keys: [RecordKey] = []
    core.forEachRecordKey { keys.append($0) }
    for key in keys {
      let words = Self.words(of: key, core)
      records[key] = words ?? []
    }
  }

  init() {}

  static func words(of key: RecordKey, _ core: borrowing AppealCore) -> [UInt64]? {
    var words = RecordWords()
    guard core.encode(key, into: &words) else { return nil }
    return (0..<words.count).map { words[$0] }
  }

  /// Writes what the entries say they touched.
  ///
  /// - Returns: by rule, how many records changed that no other rule named.
  mutating func write(
    _ entries: [JournalEntry], _ core: borrowing AppealCore
  ) -> [Rule: Int] {
    var named: [RecordKey: Set<Rule>] = [:]
    for entry in entries {
      var keys = RecordKeys()
      core.appendTouched(by: entry, to: &keys)
      let tag = EncodedEntry(entry).tag
      for position in 0..<keys.count {
        let key = keys[position]
        let number = key.kind == .sideTask ? key.id >> 16 : key.id
        let isOwn = number == UInt64(entry.appeal.rawValue)
        named[key, default: []].insert(Rule(tag: tag, kind: key.kind, isOwn: isOwn))
      }
    }
    var needed: [Rule: Int] = [:]
    for (key, rules) in named {
      let words = Self.words(of: key, core)
      if words != records[key], rules.count == 1, let rule = rules.first {
        needed[rule, default: 0] += 1
      }
      records[key] = words
    }
    return needed
  }

  /// Without what is forgotten by now: closed appeals and contacts that no entry names.
  func remembered(_ core: borrowing AppealCore) -> [RecordKey: [UInt64]] {
    let oldest = UInt64(core.oldestContact.rawValue)
    var kept: [RecordKey: [UInt64]] = [:]
    for (key, words) in records {
      let isForgotten =
        key.kind == .closed
        ? core.isForgotten(
          closedAt: Instant(milliseconds: Int64(bitPattern: words[3])),
          nature: Nature(rawValue: UInt8(truncatingIfNeeded: words[7] >> 8)) ?? .thanks)
        : key.kind == .contact && key.id < oldest
      if !isForgotten { kept[key] = words }
    }
    return kept
  }
}

/// Reads a shelf in the order of keys.
struct ShelfSource: RecordSource {
  var rows: [(key: RecordKey, words: [UInt64])]
  var position = 0

  init(_ shelf: RecordShelf) {
    rows = shelf.records.map { (key: $0.key, words: $0.value) }.sorted { $0.key < $1.key }
  }

  mutating func next(into words: inout RecordWords) throws(RestoreError) -> RecordKey? {
    guard position < rows.count else { return nil }
    defer { position += 1 }
    for word in rows[position].words { words.append(word) }
    return rows[position].key
  }
}

extension RandomPolicy {
  /// Random policies as snapshots need them: some learn, and some forget almost at once.
  static func forSnapshots(_ seed: Int) throws -> Policy {
    var policy = try make(seed: UInt64(seed))
    if seed % 2 == 0 {
      policy.measures.learnedRouting = LearnedRouting(leadsFrom: 60)
      for unit in policy.units.indices { policy.units[unit].name = "street \(unit % 2)team" }
    }
    if seed % 3 == 0 {
      policy.windows = Windows(
        appraisal: .minutes(Int64(seed % 7)), reopening: .minutes(20), idempotency: 0,
        adoption: .minutes(30))
      policy.measures.duplicates?.window = .minutes(15)
    }
    return policy
  }
}
