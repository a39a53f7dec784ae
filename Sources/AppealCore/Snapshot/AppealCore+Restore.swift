import CivicTime

extension AppealCore {
  /// A core with exactly the state that the records of `source` tell.
  ///
  /// Records of appeals and contacts that are forgotten by now are left out. Every value is checked
  /// against the policy and the other records, so what is restored keeps all invariants.
  /// O(records), and O(n log n) for n closed appeals.
  ///
  /// - Parameter source: gives the records in ascending order of their keys.
  /// - Throws: `RestoreError`, what is wrong with which record.
  public init(
    policy: Policy, restoring source: inout some RecordSource & ~Copyable
  ) throws(RestoreError) {
    do { try policy.validate() } catch { throw .policy(error) }
    try self.init(validated: policy) { (core: inout AppealCore) throws(RestoreError) in
      try core.load(&source)
    }
  }

  /// What is known while records come in.
  struct Loading: ~Copyable {
    /// Tombstones with the instant of their close.
    var graves: [Grave] = []
    var units = 0
    var areas = 0
    var lastContact = Instant.distantPast
    var classes = LoadedClasses()
    /// For what was read, encoded again.
    var scratch = RecordWords()
  }

  struct Grave: BitwiseCopyable {
    var closedAt: Instant
    var index: UInt32
  }

  private mutating func load(
    _ source: inout some RecordSource & ~Copyable
  ) throws(RestoreError) {
    var words = RecordWords()
    var loading = Loading()
    var previous: RecordKey?
    while let key = try source.next(into: &words) {
      if let previous, key <= previous { throw .corrupt(key, "it comes twice, or out of order") }
      if previous == nil && key.kind != .system { throw .missing(RecordKey(.system)) }
      if let fault = try load(key, words, &loading) { throw .corrupt(key, fault) }
      previous = key
      words.removeAll()
    }
    guard previous != nil else { throw .missing(RecordKey(.system)) }
    try finishLoading(&loading)
  }

  /// - Returns: what is wrong with the record.
  private mutating func load(
    _ key: RecordKey, _ words: borrowing RecordWords, _ loading: inout Loading
  ) throws(RestoreError) -> String? {
    switch key.kind {
    case .system: return key.id == 0 ? loadSystem(words) : "there is one only"
    case .open: return loadOpen(key.id, words, &loading)
    case .closed: return loadClosed(key.id, words, &loading)
    case .sideTask: return loadOutliving(key.id, words, &loading)
    case .unit:
      if key.id > UInt64(loading.units) { throw .missing(RecordKey(.unit, UInt64(loading.units))) }
      return loadUnit(words, &loading)
    case .area:
      if key.id > UInt64(loading.areas) { throw .missing(RecordKey(.area, UInt64(loading.areas))) }
      return loadArea(words, &loading)
    case .burst: return loadBurst(key.id, words)
    case .contact: return loadContact(key.id, words, &loading)
    case .routing:
      let expected = UInt64(loading.classes.count)
      if key.id > expected { throw .missing(RecordKey(.routing, expected)) }
      return loadRouting(words, &loading.classes)
    }
  }

  private mutating func loadSystem(_ words: borrowing RecordWords) -> String? {
    guard words.count == 10 else { return "it has another length" }
    guard words[0] == Self.recordFormat else { return "it has another format" }
    let most = words[2]
    guard most < 1 << 62, words[3] <= min(most, UInt64(UInt32.max) - 1), words[4] <= most,
      words[5] <= most, words[6] <= words[3], words[7] >> 1 <= min(most, UInt64(UInt32.max) - 1)
    else { return "it counts more than was journalled" }
    now = words.instant(1)
    entryCount = most
    if (now == .distantPast) != (most == 0) { return "it has no time, or no entries" }
    if most > 0 && (!PackedInstant.holds(now) || now == .distantFuture) {
      return "an instant out of range"
    }
    acceptedAppeals = Int(words[3])
    closedAppeals = Int(words[4])
    cancelledAppeals = Int(words[5])
    mergedAppeals = Int(words[6])
    bulletins = UInt32(words[7] >> 1)
    isNextEditionInForce = words[7] & 1 == 1
    systemAlarm = words.instant(8)
    chain = words[9]
    if isNextEditionInForce && tables.measures.editionStart == tables.leafCount {
      return "an edition of the form that is not to come"
    }
    return bulletinFault
  }

  private var bulletinFault: String? {
    if bulletins == 0 { return nil }
    guard let rules = tables.measures.bulletin else { return "bulletins that nobody asked for" }
    let isOut = now >= rules.first && Int64(bulletins) - 1 <= (now - rules.first) / rules.every
    return isOut ? nil : "a bulletin went out before its time"
  }
}
