/// Flattens a plan into the arrays behind a `WorkingCalendar`. O(days + transitions).
struct CalendarBuilder {
  let days: ClosedRange<CivilDate>
  let start: Instant
  let end: Instant
  var spans: [WorkSpan] = []
  var segments: [OffsetSegment]
  var entries: [DayEntry]
  var workingDays: [Int32] = []
  var totalWork: Milliseconds = 0

  /// The instant is working exactly when the wall clock then shows a moment inside a span of the
  /// day it shows. So where the clock is put back both passes count, and what it skips does not.
  init(_ plan: CalendarPlan, days: ClosedRange<CivilDate>) throws(CalendarError) {
    self.days = days
    start = plan.zone.startOfDay(days.lowerBound)
    end = plan.zone.endOfDay(days.upperBound)
    // One millisecond more, since the clock may change at the very end.
    segments = plan.zone.segments(from: start, to: end + 1)
    entries = Array(
      repeating: DayEntry(open: .max, close: .min, workingDaysBefore: 0), count: days.count + 2)
    var week = try DaySpans(plan)
    for segment in segments { append(segment, &week) }
    guard totalWork > 0 else {
      throw .noWorkingTime(first: days.lowerBound, last: days.upperBound)
    }
    segments[segments.count - 1].end = .max
    finishDays()
    spans.append(WorkSpan(open: .max, close: .max, workBefore: totalWork))
  }

  private mutating func append(_ segment: OffsetSegment, _ week: inout DaySpans) {
    let localStart = segment.start + segment.offset
    let localEnd = segment.end + segment.offset
    let first = max(localStart.flooredDivision(by: .days(1)), Int64(days.lowerBound.daysSince1970))
    let last = min(
      (localEnd - 1).flooredDivision(by: .days(1)), Int64(days.upperBound.daysSince1970))
    guard first <= last else { return }
    for day in first...last {
      let date = CivilDate(daysSince1970: Int32(day))
      for span in week.spans(of: date) {
        let open = max(.days(day) + Int64(span.open.millisecondsAfterMidnight), localStart)
        let close = min(.days(day) + Int64(span.close.millisecondsAfterMidnight), localEnd)
        if open < close { append(open - segment.offset, close - segment.offset, on: date) }
      }
    }
  }

  private mutating func append(_ open: Int64, _ close: Int64, on date: CivilDate) {
    let index = days.lowerBound.distance(to: date) + 1
    entries[index].open = min(entries[index].open, open)
    entries[index].close = max(entries[index].close, close)
    if let last = spans.indices.last, spans[last].close == open {
      spans[last].close = close
    } else {
      spans.append(WorkSpan(open: open, close: close, workBefore: totalWork))
    }
    totalWork += close - open
  }

  private mutating func finishDays() {
    for index in entries.indices {
      entries[index].workingDaysBefore = Int32(workingDays.count)
      if entries[index].open < entries[index].close {
        workingDays.append(Int32(index))
      } else {
        entries[index].open = 0
        entries[index].close = 0
      }
    }
  }
}

/// The spans of single days: the week, then holidays and make-up days, less closures.
private struct DaySpans {
  private let plan: CalendarPlan
  private var special: [CivilDate: [OfficeSpan]] = [:]
  /// Ascending by end, so that those past are left behind.
  private let closures: [LocalClosure]
  private var nextClosure = 0

  init(_ plan: CalendarPlan) throws(CalendarError) {
    self.plan = plan
    closures = plan.closures.sorted { $0.end < $1.end }
    for date in plan.holidays { special[date] = [] }
    var patterns: [CivilDate: Weekday] = [:]
    for day in plan.makeUpDays {
      if special[day.date]?.isEmpty == true && patterns[day.date] == nil {
        throw .conflictingDay(day.date)
      }
      guard patterns.updateValue(day.pattern, forKey: day.date) ?? day.pattern == day.pattern
      else {
        throw .conflictingDay(day.date)
      }
      special[day.date] = plan.hours[day.pattern]
    }
  }

  mutating func spans(of date: CivilDate) -> [OfficeSpan] {
    let day = LocalDateTime(date)
    var spans = special[date] ?? plan.hours[date.weekday]
    // A clock put back can show yesterday again, so one day of closures past is kept.
    while nextClosure < closures.count, closures[nextClosure].end.date.advanced(by: 2) < date {
      nextClosure += 1
    }
    for closure in closures[nextClosure...]
    where closure.start < LocalDateTime(date, .endOfDay) && day < closure.end {
      spans = spans.flatMap { $0.subtracting(closure, on: date) }
    }
    return spans
  }
}

extension OfficeSpan {
  /// What is left of the span on `date`, in order: nothing, one part or two.
  fileprivate func subtracting(_ closure: LocalClosure, on date: CivilDate) -> [OfficeSpan] {
    let shut = closure.start.date < date ? .startOfDay : closure.start.time
    let reopened = closure.end.date > date ? .endOfDay : closure.end.time
    let before = try? OfficeSpan(open: open, close: min(close, shut))
    let after = try? OfficeSpan(open: max(open, reopened), close: close)
    return [before, after].compactMap { $0 }
  }
}
