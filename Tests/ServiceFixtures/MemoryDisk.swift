import AppealCore
import AppealService
import Foundation

/// A disk in memory that outlives the logs opened on it, and misbehaves as told.
public final class MemoryDisk: @unchecked Sendable {
  // Unchecked: all below is touched under the condition's lock.
  public enum Fault: Sendable {
    /// Fails with nothing written.
    case nothingWritten
    /// Writes, and fails all the same.
    case writtenAllTheSame
  }

  public struct Broken: Error, CustomStringConvertible {
    public var description: String
    public init(description: String) { self.description = description }
  }

  private let condition = NSCondition()
  private var entries: [JournalEntry] = []
  private var appeals: [UInt64: AppealNumber] = [:]
  private var sizes: [Int] = []
  private var faults: [Fault?] = []
  private var isHeld = false
  private var commitsBegun = 0
  private var openings = 0
  private var openingFails = false
  private var commitsFail = false
  private let policy: Policy

  public init(_ policy: Policy) { self.policy = policy }

  /// The faults of the next commits, one after the other; nil is a good one.
  public func plan(_ faults: [Fault?]) { condition.withLock { self.faults = faults } }

  /// Commits that begin from now on write nothing.
  public func failCommits() { condition.withLock { commitsFail = true } }

  public func failOpenings() { condition.withLock { openingFails = true } }

  /// Commits wait from now on until `release`.
  public func hold() { condition.withLock { isHeld = true } }

  public func release() {
    condition.withLock {
      isHeld = false
      condition.broadcast()
    }
  }

  /// Waits until so many commits have begun since the disk was made.
  public func awaitCommits(_ count: Int) {
    condition.withLock { while commitsBegun < count { condition.wait() } }
  }

  public var journal: [JournalEntry] { condition.withLock { entries } }

  /// Entries in each commit that was written.
  public var commitSizes: [Int] { condition.withLock { sizes } }

  public var openCount: Int { condition.withLock { openings } }

  /// A log, and the core that the entries lead to.
  public func open() throws -> OpenedLog<MemoryLog> {
    let kept = try condition.withLock {
      if openingFails { throw Broken(description: "the disk is gone") }
      openings += 1
      return entries
    }
    return OpenedLog(log: MemoryLog(disk: self), core: try Self.replay(kept, policy))
  }

  public static func replay(_ entries: [JournalEntry], _ policy: Policy) throws -> AppealCore {
    var core = try AppealCore(policy: policy)
    for entry in entries { core.evolve(entry) }
    return core
  }

  fileprivate func write(_ added: [JournalEntry]) throws {
    try condition.withLock {
      commitsBegun += 1
      condition.broadcast()
      let planned = faults.isEmpty ? nil : faults.removeFirst()
      let fault = commitsFail ? .nothingWritten : planned
      while isHeld { condition.wait() }
      if fault != .nothingWritten { append(added) }
      if fault != nil { throw Broken(description: "the disk failed") }
    }
  }

  private func append(_ added: [JournalEntry]) {
    entries += added
    sizes.append(added.count)
    for entry in added {
      if case .submitted(let submission, _, _, _) = entry.change {
        precondition(appeals[submission.reference] == nil, "a reference twice")
        appeals[submission.reference] = entry.appeal
      }
    }
  }

  fileprivate func appeal(_ reference: UInt64) -> AppealNumber? {
    condition.withLock { appeals[reference] }
  }
}

/// A log on such a disk.
public final class MemoryLog: DurableLog {
  private let disk: MemoryDisk

  fileprivate init(disk: MemoryDisk) { self.disk = disk }

  public func commit(_ journal: borrowing JournalBuffer, core: borrowing AppealCore) throws {
    var added: [JournalEntry] = []
    for position in 0..<journal.count { added.append(journal[position]) }
    try disk.write(added)
  }

  public func appeal(withReference reference: UInt64) throws -> AppealNumber? {
    disk.appeal(reference)
  }
}

/// A log that keeps nothing: for the speed of all that is around it.
public final class NoLog: DurableLog {
  public init() {}
  public func commit(_ journal: borrowing JournalBuffer, core: borrowing AppealCore) {}
  public func appeal(withReference reference: UInt64) -> AppealNumber? { nil }
}
