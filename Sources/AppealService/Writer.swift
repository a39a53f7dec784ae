import AppealCore
import CivicTime

/// The one who changes the core: takes batches from the queue, applies them, commits, and only then
/// answers. Lives on a thread of its own.
struct Writer<Log: DurableLog>: ~Copyable {
  let queue: CommandQueue
  let board: StatisticsBoard
  let limits: ServiceLimits
  let clock: ServiceClock
  let reopen: @Sendable () throws -> OpenedLog<Log>
  let batch: Batch
  var journal = JournalBuffer(minimumCapacity: 1_024)

  init(
    queue: CommandQueue, board: StatisticsBoard, limits: ServiceLimits, clock: ServiceClock,
    reopen: @escaping @Sendable () throws -> OpenedLog<Log>
  ) {
    self.queue = queue
    self.board = board
    self.limits = limits
    self.clock = clock
    self.reopen = reopen
    batch = Batch(limit: limits.batchSize)
  }

  /// Serves until the queue is shut, or until the log cannot be reopened.
  mutating func run(_ opened: consuming OpenedLog<Log>) {
    var next: OpenedLog<Log>? = consume opened
    while var current = next.take() {
      board.opened(current.core)
      do {
        try serve(&current)
        return
      } catch {
        abandon("\(error)")
      }
      // Before the file is opened again, nobody may hold it.
      discard(current)
      do {
        next = try reopen()
        queue.endRecovery()
      } catch {
        giveUp("\(error)")
      }
    }
  }

  private func discard(_ opened: consuming OpenedLog<Log>) {}

  private mutating func serve(_ opened: inout OpenedLog<Log>) throws {
    let wait = limits.batchWait.nanoseconds
    while true {
      let wake = clock.wake(for: opened.core.nextAlarmOrDistantFuture)
      switch queue.take(
        upTo: batch.limit, waiting: wait, until: wake, into: batch.commands)
      {
      case .commands(let count): try carryOut(count, &opened)
      case .nothing: break
      case .inspections: look(opened.core)
      case .end: return
      }
      try ringAlarms(&opened)
    }
  }

  private func look(_ core: borrowing AppealCore) {
    let inspections = queue.takeInspections()
    for inspection in inspections { inspection.look(core) }
    queue.finish(inspections)
  }

  /// Rings what is due by the clock, in commits of some thousand entries.
  private mutating func ringAlarms(_ opened: inout OpenedLog<Log>) throws {
    guard let now = clock.now else { return }
    while opened.core.nextAlarmOrDistantFuture <= now {
      while journal.count < 4_096, opened.core.advance(to: now, into: &journal) {}
      _ = try commit(&opened, commands: 0)
    }
  }

  /// Makes the journal durable and empties it.
  /// - Returns: when it was durable.
  mutating func commit(_ opened: inout OpenedLog<Log>, commands: Int) throws -> MonotonicTime {
    let start = MonotonicTime.now()
    guard !journal.isEmpty else { return start }
    try opened.log.commit(journal, core: opened.core)
    let end = MonotonicTime.now()
    board.committed(
      opened.core, entries: journal.count, commands: commands, nanoseconds: end - start,
      cacheBytes: opened.log.cacheBytes)
    journal.removeAll(keepingCapacity: journal.count <= 1 << 16)
    return end
  }
}
