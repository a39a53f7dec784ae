import AppealCore
import AppealService
import AppealStore
import ServiceFixtures
import Synchronization

/// A store on the disk whose commits fail as planned.
final class FaultyStore: DurableLog {
  /// Lives on over reopenings.
  final class Plan: Sendable {
    private let faults = Mutex<[MemoryDisk.Fault?]>([])

    func set(_ faults: [MemoryDisk.Fault?]) { self.faults.withLock { $0 = faults } }

    fileprivate func next() -> MemoryDisk.Fault? {
      faults.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }

  private let store: AppealStore
  private let plan: Plan

  private init(_ store: AppealStore, _ plan: Plan) {
    self.store = store
    self.plan = plan
  }

  static func open(
    _ path: String, _ policy: Policy, _ plan: Plan
  ) throws -> OpenedLog<FaultyStore> {
    let opened = try AppealStore.open(path: path, policy: policy)
    return OpenedLog(log: FaultyStore(opened.store, plan), core: opened.core)
  }

  func commit(_ journal: borrowing JournalBuffer, core: borrowing AppealCore) throws {
    let fault = plan.next()
    if fault != .nothingWritten { try store.commit(journal, core: core) }
    if fault != nil { throw MemoryDisk.Broken(description: "the disk failed") }
  }

  func appeal(withReference reference: UInt64) throws -> AppealNumber? {
    try store.appeal(withReference: reference)
  }
}
