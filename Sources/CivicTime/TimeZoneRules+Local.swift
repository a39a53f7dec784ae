/// The instants at which a wall clock shows one reading.
public enum LocalOccurrences: Hashable, Sendable {
  case once(Instant)
  /// The clock is put back over the reading, so it is shown twice.
  case twice(first: Instant, second: Instant)
  /// The clock is put forward over the reading at `transition`, so it is never shown.
  /// `resolved` reads it by the offset before the change.
  case skipped(transition: Instant, resolved: Instant)
}

extension TimeZoneRules {
  /// Date and time of day on the wall clock at `instant`.
  ///
  /// The year must fit a `CivilDate`: `instant` within some five million years of 1970.
  public func localDateTime(at instant: Instant) -> LocalDateTime {
    let offset = Milliseconds.seconds(Int64(offsetSeconds(at: instant)))
    return LocalDateTime(localMilliseconds: instant.milliseconds + offset)
  }

  /// The instants at which the wall clock shows `local`.
  public func occurrences(of local: LocalDateTime) -> LocalOccurrences {
    // No offset, and no change of offset, is longer than a day.
    let reading = local.localMilliseconds
    let segments = segments(
      from: Instant(milliseconds: reading - .days(2)),
      to: Instant(milliseconds: reading + .days(2)))
    var shown: [Instant] = []
    var previous = segments[0]
    for segment in segments {
      let utc = reading - segment.offset
      if utc >= segment.start && utc < segment.end { shown.append(Instant(milliseconds: utc)) }
      if utc < segment.start && reading - previous.offset >= previous.end && shown.isEmpty {
        return .skipped(
          transition: Instant(milliseconds: segment.start),
          resolved: Instant(milliseconds: reading - previous.offset))
      }
      previous = segment
    }
    return shown.count > 1
      ? .twice(first: shown[0], second: shown[shown.count - 1]) : .once(shown[0])
  }

  /// The instant meant by a reading of the wall clock.
  ///
  /// As in RFC 5545, section 3.3.5: a reading shown twice means its first occurrence; a reading
  /// that is skipped is read by the offset before the change (02:30 skipped by an hour is 03:30).
  public func instant(of local: LocalDateTime) -> Instant {
    switch occurrences(of: local) {
    case .once(let instant): instant
    case .twice(let first, _): first
    case .skipped(_, let resolved): resolved
    }
  }

  /// The first instant at which the wall clock shows `date`, or a later date if it skips that one.
  public func startOfDay(_ date: CivilDate) -> Instant {
    switch occurrences(of: LocalDateTime(date)) {
    case .once(let instant): instant
    case .twice(let first, _): first
    case .skipped(let transition, _): transition
    }
  }

  /// The instant after which the wall clock shows `date` no more.
  func endOfDay(_ date: CivilDate) -> Instant {
    switch occurrences(of: LocalDateTime(date.advanced(by: 1))) {
    case .once(let instant): instant
    case .twice(_, let second): second
    case .skipped(let transition, _): transition
    }
  }
}
