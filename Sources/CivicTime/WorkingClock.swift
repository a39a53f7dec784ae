/// Working-time arithmetic on a `WorkingCalendar`: a bare view of eight bytes, free to copy.
///
/// **Lifetime.** The clock points into its calendar's memory: keep the calendar alive for as long
/// as the clock is used.
///
/// **Horizon.** Instants passed in must lie in the calendar's horizon, its end included
/// (`covers(_:)`), and it is a programmer's error, which stops the process, if they do not. A
/// *result* past the last working instant is `Instant.distantFuture`, one before the first is
/// `Instant.distantPast`: the calendar does not guess.
///
/// **Ends.** Spans hold their opening and not their closing. Work counted forwards may land on a
/// closing, work counted backwards on an opening; each is left as it is.
///
/// No call allocates; each takes expected constant time.
@frozen
public struct WorkingClock: BitwiseCopyable {
  @usableFromInline let tables: UnsafePointer<CalendarTables>

  @usableFromInline
  init(tables: UnsafePointer<CalendarTables>) { self.tables = tables }
}

/// The memory behind a clock is never written after the calendar is built.
extension WorkingClock: @unchecked Sendable {}

extension WorkingClock {
  /// The start of the first day of the horizon.
  @inlinable public var start: Instant { Instant(milliseconds: tables.pointee.start) }

  /// The end of the last day of the horizon.
  @inlinable public var end: Instant { Instant(milliseconds: tables.pointee.end) }

  /// Whether `instant` lies in the horizon; its end, as the end of an interval, does.
  @inlinable
  public func covers(_ instant: Instant) -> Bool { instant >= start && instant <= end }

  /// Working time from `from` to `to`; 0 if `to` is earlier.
  @inlinable
  public func workingTime(from: Instant, to: Instant) -> Milliseconds {
    let work = workBefore(to) - workBefore(from)
    return work > 0 ? work : 0
  }

  /// The instant at which `work` has been done by those who begin at `instant`.
  ///
  /// Zero rolls forward to the next working instant. A negative amount is counted backwards, to
  /// the latest instant from which so much work lies before `instant`.
  @inlinable
  public func add(_ work: Milliseconds, to instant: Instant) -> Instant {
    let done = workBefore(instant)
    if work > 0 {
      guard work <= tables.pointee.totalWork &- done else { return .distantFuture }
      // The millisecond that finishes the work ends it.
      return self.instant(ofWork: done &+ work &- 1) + 1
    }
    if work == 0 { return nextOpening(atOrAfter: instant) }
    guard work >= 0 &- done else { return .distantPast }
    return self.instant(ofWork: done &+ work)
  }

  /// Whether the office is open at `instant`.
  @inlinable
  public func isWorking(at instant: Instant) -> Bool {
    span(closingAfter: instant).pointee.open <= instant.milliseconds
  }

  /// `instant` if the office is open then, otherwise its next opening.
  @inlinable
  public func nextOpening(atOrAfter instant: Instant) -> Instant {
    let open = span(closingAfter: instant).pointee.open
    return Instant(milliseconds: Swift.max(open, instant.milliseconds))
  }

  /// The first closing after `instant`. Spans that meet, as at midnight, have none between them.
  @inlinable
  public func nextClosing(after instant: Instant) -> Instant {
    Instant(milliseconds: span(closingAfter: instant).pointee.close)
  }
}

extension WorkingClock {
  /// Working time from the horizon's start to `instant`.
  @inlinable
  func workBefore(_ instant: Instant) -> Milliseconds {
    let span = span(closingAfter: instant)
    let inside = instant.milliseconds &- span.pointee.open
    return span.pointee.workBefore &+ (instant.milliseconds > span.pointee.open ? inside : 0)
  }

  /// The first span that closes after `instant`, or the sentinel.
  @inlinable
  func span(closingAfter instant: Instant) -> UnsafePointer<WorkSpan> {
    let header = tables.pointee
    var span = header.spans + Int(header.timeBuckets[bucket(of: instant)].span)
    while span.pointee.close <= instant.milliseconds { span += 1 }
    return span
  }

  /// The bucket of `instant`, which must lie in the horizon.
  @inlinable
  func bucket(of instant: Instant) -> Int {
    let header = tables.pointee
    let offset = UInt64(bitPattern: instant.milliseconds &- header.start)
    if offset > UInt64(bitPattern: header.end &- header.start) { instantOutsideHorizon() }
    return Int(offset &>> UInt64(bitPattern: header.timeShift))
  }

  /// The instant at which the millisecond number `work` of the horizon's working time begins.
  @inlinable
  func instant(ofWork work: Milliseconds) -> Instant {
    let header = tables.pointee
    var span = header.spans + Int(header.workBuckets[Int(work &>> header.workShift)])
    while span[1].workBefore <= work { span += 1 }
    return Instant(milliseconds: span.pointee.open &+ (work &- span.pointee.workBefore))
  }
}

@usableFromInline @inline(never)
func instantOutsideHorizon() -> Never {
  preconditionFailure("The instant lies outside the calendar's horizon; ask covers(_:) first.")
}
