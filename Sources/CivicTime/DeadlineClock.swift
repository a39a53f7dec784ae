/// A running or suspended time limit.
///
/// While it is suspended only its budget is kept, in the limit's own time: elapsed for an elapsed
/// target, working time for the others. Resuming derives the deadline anew, on whatever calendar
/// is in force by then. A budget overdrawn before the suspension stays so.
///
///     var limit = DeadlineClock(.working(.hours(4)), from: filed, on: clock)
///     limit.suspend(at: asked, on: clock)
///     limit.resume(at: answered, on: clock)
///     limit.due
public struct DeadlineClock: BitwiseCopyable, Hashable, Sendable {
  /// What is left from `since` on.
  public private(set) var budget: Target
  /// When the budget began to run, or was suspended.
  public private(set) var since: Instant
  /// `.distantFuture` while suspended.
  public private(set) var due: Instant
  public private(set) var isSuspended: Bool

  public init(_ target: Target, from instant: Instant, on clock: WorkingClock) {
    budget = target
    since = instant
    due = clock.deadline(for: target, from: instant)
    isSuspended = false
  }

  /// Stops the clock. Nothing happens if it is stopped already.
  ///
  /// A budget in working days becomes one of working time, the working time left before it is due;
  /// if it falls due past the horizon that is not known, and the days are kept whole.
  public mutating func suspend(at now: Instant, on clock: WorkingClock) {
    guard !isSuspended else { return }
    switch budget {
    case .elapsed(let span):
      budget = .elapsed(span - max(0, now - since))
    case .working(let work):
      budget = .working(work - clock.workingTime(from: since, to: now))
    case .workingDays where clock.covers(due):
      let left = clock.workingTime(from: now, to: due)
      budget = .working(left - clock.workingTime(from: due, to: now))
    case .workingDays, .none:
      break
    }
    since = now
    due = .distantFuture
    isSuspended = true
  }

  /// Starts the clock again. Nothing happens if it is running.
  public mutating func resume(at now: Instant, on clock: WorkingClock) {
    guard isSuspended else { return }
    since = now
    due = clock.deadline(for: budget, from: now)
    isSuspended = false
  }

  /// Derives the deadline of a running clock anew after a change of the calendar, as if that had
  /// been in force since the budget began to run. A suspended one needs nothing.
  public mutating func rederive(on clock: WorkingClock) {
    guard !isSuspended else { return }
    due = clock.deadline(for: budget, from: since)
  }
}
