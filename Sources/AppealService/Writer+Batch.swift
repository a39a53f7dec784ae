import AppealCore
import CivicTime

/// One batch.
extension Writer {
  /// Applies the first `count` commands of the batch, commits, and answers them. After an error the
  /// clients have their answers too.
  mutating func carryOut(_ count: Int, _ opened: inout OpenedLog<Log>) throws {
    var answered = 0
    do {
      for position in 0..<count {
        let request = batch.commands[position].request
        let instant = max(request.at ?? clock.now ?? opened.core.now, opened.core.now)
        if outlives(instant, opened.core) {
          try close(answered..<position, &opened)
          answered = position
        }
        let begun = MonotonicTime.now()
        let outcome = try apply(request.command, at: instant, &opened)
        batch.answer(position, outcome, at: instant, begun: begun)
      }
      try close(answered..<count, &opened)
    } catch {
      batch.disown(answered..<count)
      deliver(answered..<count, committed: .now())
      throw error
    }
  }

  /// Whether the core could have forgotten by `instant` what is not yet committed: it would be found
  /// neither there nor in the log.
  private func outlives(_ instant: Instant, _ core: borrowing AppealCore) -> Bool {
    !journal.isEmpty && instant - journal[0].at > core.memory
  }

  private mutating func close(_ range: Range<Int>, _ opened: inout OpenedLog<Log>) throws {
    let committed = try commit(&opened, commands: range.count)
    deliver(range, committed: committed)
  }

  private func deliver(_ range: Range<Int>, committed: MonotonicTime) {
    guard !range.isEmpty else { return }
    board.answered(batch.replies + range.lowerBound, count: range.count)
    batch.deliver(range, committed: committed)
  }

  private mutating func apply(
    _ command: Command?, at instant: Instant, _ opened: inout OpenedLog<Log>
  ) throws -> Outcome {
    let start = journal.count
    // As the core itself: one absurd reading of a clock must not ring a hundred years of alarms.
    let isKnown = opened.core.covers(instant)
    guard let command else {
      guard isKnown || instant == opened.core.now else { return .refused(.outsideCalendar) }
      if isKnown { ring(upTo: instant, &opened.core) }
      return .done(Receipt(appeal: .none, entries: UInt32(journal.count - start)))
    }
    if case .submit(let submission, _) = command, opened.core.mayHaveForgotten(by: instant),
      let earlier = try opened.log.appeal(withReference: submission.reference)
    {
      if isKnown { ring(upTo: instant, &opened.core) }
      return .repeated(earlier)
    }
    do throws(Refusal) {
      try opened.core.apply(command, at: instant, into: &journal)
      return .done(command.receipt(opened.core, journal, from: start))
    } catch {
      if case .duplicateReference(let earlier) = error { return .repeated(earlier) }
      return .refused(error)
    }
  }

  private mutating func ring(upTo instant: Instant, _ core: inout AppealCore) {
    while core.advance(to: instant, into: &journal) {}
  }
}
