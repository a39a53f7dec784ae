extension WorkingClock {
  /// The date on the office's wall at `instant`.
  @inlinable
  public func localDay(of instant: Instant) -> CivilDate {
    CivilDate(daysSince1970: Int32(truncatingIfNeeded: localDayNumber(of: instant)))
  }

  /// The hour 0…23 on the office's clock at `instant`.
  @inlinable
  public func localHour(of instant: Instant) -> Int {
    Int(timeOfDay(at: instant) / 3_600_000)
  }

  /// The weekday on the office's wall at `instant`: 1 for Monday to 7 for Sunday.
  @inlinable
  public func isoWeekday(of instant: Instant) -> Int { localDay(of: instant).isoWeekday }

  /// Milliseconds after midnight on the office's clock at `instant`.
  @inlinable
  public func timeOfDay(at instant: Instant) -> Milliseconds {
    let local = instant.milliseconds &+ segment(at: instant).pointee.offset
    let remainder = local % 86_400_000
    return remainder < 0 ? remainder + 86_400_000 : remainder
  }

  /// Whether the local day of `instant` has any working time.
  @inlinable
  public func isWorkingDay(containing instant: Instant) -> Bool {
    let day = day(containing: instant)
    return day.pointee.open < day.pointee.close
  }

  @inlinable
  func localDayNumber(of instant: Instant) -> Int64 {
    (instant.milliseconds &+ segment(at: instant).pointee.offset)
      .flooredDivision(by: 86_400_000)
  }

  @inlinable
  func day(containing instant: Instant) -> UnsafePointer<DayEntry> {
    // The horizon's end falls on the day after the last, which has an empty entry.
    tables.pointee.days + Int(localDayNumber(of: instant) &- tables.pointee.dayOrigin)
  }

  @inlinable
  func segment(at instant: Instant) -> UnsafePointer<OffsetSegment> {
    let header = tables.pointee
    var segment = header.segments + Int(header.timeBuckets[bucket(of: instant)].segment)
    while segment.pointee.end <= instant.milliseconds { segment += 1 }
    return segment
  }
}
