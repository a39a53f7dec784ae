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
  /// Failed commits since the last that succeeded.
  private var failuresInRow = 0

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
      pause()
      do {
        next = try reopen()
        queue.endRecovery()
      } catch {
        giveUp("\(error)")
      }
    }
  }

  /// Where the last attempt failed too, the disk is given time: an alarm that is due would have the
  /// store restored over and over.
  private mutating func pause() {
    failuresInRow += 1
    guard failuresInRow > 1 else { return }
    let doublings = min(failuresInRow - 2, 6)
    queue.rest(for: min(Self.firstPause << doublings, Self.longestPause))
  }

  /// In nanoseconds.
  private static var firstPause: Int64 { 50_000_000 }
  private static var longestPause: Int64 { 2_000_000_000 }

  private func discard(_ opened: consuming OpenedLog<Log>) {}

  private mutating func serve(_ opened: inout OpenedLog<Log>) throws {
    let wait = limits.batchWait.nanoseconds
    while true {
      switch queue.take(
        upTo: batch.limit, waiting: wait, until: wake(opened.core), into: batch.commands)
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

  /// When to look for alarms again.
  private func wake(_ core: borrowing AppealCore) -> MonotonicTime {
    if let now = clock.now, !core.covers(now) { return .now() + ServiceClock.longestWait }
    return clock.wake(for: core.nextAlarmOrDistantFuture)
  }

  /// Rings what is due by the clock, in commits of some thousand entries; nothing while the clock
  /// reads what the calendar does not know. No commit leaves an alarm behind that is past already: no
  /// state has one.
  private mutating func ringAlarms(_ opened: inout OpenedLog<Log>) throws {
    guard let now = clock.now, opened.core.covers(now) else { return }
    while opened.core.nextAlarmOrDistantFuture <= now {
      while journal.count < 4_096 || opened.core.nextAlarmOrDistantFuture < opened.core.now,
        opened.core.advance(to: now, into: &journal)
      {}
      _ = try commit(&opened, commands: 0)
    }
  }

  /// Makes the journal durable and empties it.
  /// - Returns: when it was durable.
  mutating func commit(_ opened: inout OpenedLog<Log>, commands: Int) throws -> MonotonicTime {
    let start = MonotonicTime.now()
    guard !journal.isEmpty else { return start }
    try opened.log.commit(journal, core: opened.core)
    failuresInRow = 0
    let end = MonotonicTime.now()
    board.committed(
      opened.core, entries: journal.count, commands: commands, nanoseconds: end - start,
      cacheBytes: opened.log.cacheBytes)
    journal.removeAll(keepingCapacity: journal.count <= 1 << 16)
    return end
  }
}
