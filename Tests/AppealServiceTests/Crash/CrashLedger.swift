import AppealCore
import AppealStore
import CivicTime
import ServiceFixtures
import Testing

/// What the children that served one store have acknowledged, against what the store says.
struct CrashLedger {
  let path: String
  let policy: Policy
  let clients: Int
  private(set) var acknowledged: [CrashReference: UInt32] = [:]
  /// Appeals that the store holds.
  private(set) var appeals = 0
  /// Appeals that were durable though nobody had been told, and that a later child was told of.
  private(set) var toldLater = 0

  init(path: String, policy: Policy, clients: Int) {
    self.path = path
    self.policy = policy
    self.clients = clients
  }

  /// For each client the first position that was not acknowledged.
  var starts: [UInt64] {
    (0..<clients).map { client in
      UInt64(acknowledged.keys.filter { $0.client == UInt64(client) }.count)
    }
  }

  /// Takes up what a child told.
  mutating func add(_ child: CrashedChild) {
    let known = appeals
    for (reference, appeal) in child.acknowledged {
      #expect(acknowledged[reference] == nil, "\(reference) was acknowledged twice")
      acknowledged[reference] = appeal
      if Int(appeal) <= known { toldLater += 1 }
    }
  }

  /// The store is sound, holds each acknowledged submission once under its number, and nothing that
  /// no client could have submitted.
  mutating func compare() throws {
    let reader = try StoreReader(path: path)
    let findings = try reader.check(policy: policy)
    #expect(findings.problems == [])
    var found: [CrashReference: UInt32] = [:]
    var chain = JournalEntry.emptyChain
    try reader.forEachEntry { _, entry in
      chain = entry.folded(into: chain)
      guard case .submitted(let submission, _, _, _) = entry.change else { return }
      let reference = CrashReference(rawValue: submission.reference)
      #expect(found[reference] == nil, "\(reference) is there twice")
      found[reference] = entry.appeal.rawValue
    }
    let lost = acknowledged.filter { found[$0.key] != $0.value }
    #expect(lost.isEmpty, "acknowledged and not there under its number")
    for (client, start) in starts.enumerated() {
      let positions = found.keys.filter { $0.client == UInt64(client) }.map(\.position).sorted()
      // In the order in which the client sent them, so without a gap, and no further than it was.
      #expect(positions == Array(0..<UInt64(positions.count)), "client \(client) has a gap")
      #expect(UInt64(positions.count) <= start + 48)
    }
    #expect(Set(found.values).count == found.count)
    appeals = found.count
    try reopen(chain)
  }

  /// A writer finds the same: by the idempotency keys, and at the end of the same chain.
  private func reopen(_ chain: UInt64) throws {
    let opened = try AppealStore.open(path: path, policy: policy)
    #expect(opened.core.chain == chain)
    for (reference, appeal) in acknowledged {
      let known = try opened.store.appeal(withReference: reference.rawValue)
      #expect(known?.rawValue == appeal)
    }
    try opened.store.close()
  }
}
