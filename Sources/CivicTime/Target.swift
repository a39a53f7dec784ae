/// A time limit, as tables of service levels state it.
///
/// Written, read and encoded as short text: `90min`, `1h`, `2d` in elapsed time; `4wh` in working
/// time; `3wd`, `3wd@clock`, `3wd@8h` in working days by the three rules; `none`.
public enum Target: BitwiseCopyable, Hashable, Sendable {
  case elapsed(Milliseconds)
  case working(Milliseconds)
  case workingDays(Int32, WorkingDayRule)
  /// No limit: never due.
  case none
}

extension WorkingClock {
  /// When something begun at `instant` is due under `target`; `.distantFuture` under `.none`, and
  /// where the horizon ends before it is due.
  @inlinable
  public func deadline(for target: Target, from instant: Instant) -> Instant {
    switch target {
    case .elapsed(let span): instant + span
    case .working(let work): add(work, to: instant)
    case .workingDays(let count, let rule): addWorkingDays(Int(count), to: instant, rule: rule)
    case .none: .distantFuture
    }
  }
}
