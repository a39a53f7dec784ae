/// The rule at the end of a TZif file: a POSIX `TZ` value, as extended by RFC 8536 section 3.3.1.
///
/// For example `CET-1CEST,M3.5.0,M10.5.0/3`. Offsets here are seconds ahead of UTC, so the sign is
/// the opposite of the text's.
struct PosixZone: Hashable, Sendable {
  var standardOffset: Int
  var daylight: Daylight?

  struct Daylight: Hashable, Sendable {
    var offset: Int
    var start: Change
    var end: Change
  }

  /// A day of the year, and seconds after its midnight on the clock in force before the change.
  struct Change: Hashable, Sendable {
    var day: YearDay
    var seconds: Int
  }

  enum YearDay: Hashable, Sendable {
    /// Day 1…365 of a year in which 29 February is never counted.
    case withoutLeapDay(Int)
    /// Day 0…365 of a year in which 29 February is counted.
    case withLeapDay(Int)
    /// The `week`-th (5: last) `weekday` (0: Sunday) of `month`.
    case weekday(month: Int, week: Int, weekday: Int)
  }
}

extension PosixZone.YearDay {
  /// The day in `year`, in days since 1970.
  func days(in year: Int) -> Int {
    switch self {
    case .withoutLeapDay(let number):
      let leap = CivilDate.isLeap(year) && number >= 60 ? 1 : 0
      return first(of: 1, year) + number - 1 + leap
    case .withLeapDay(let number):
      return first(of: 1, year) + number
    case .weekday(let month, let week, let weekday):
      let start = CivilDate(checkedYear: year, month: month, day: 1)
      let lead = (weekday - start.isoWeekday % 7 + 7) % 7
      var day = lead + 7 * (week - 1)
      if day >= CivilDate.daysIn(month: month, year: year) { day -= 7 }
      return Int(start.daysSince1970) + day
    }
  }

  private func first(of month: Int, _ year: Int) -> Int {
    Int(CivilDate(checkedYear: year, month: month, day: 1).daysSince1970)
  }
}

extension PosixZone {
  /// The offset in force at `second`, UTC since 1970.
  func offset(at second: Int64) -> Int {
    guard daylight != nil else { return standardOffset }
    let second = Self.bounded(second)
    return changes(around: second).last { $0.at <= second }?.offset ?? standardOffset
  }

  /// The next second after `second` at which the offset changes.
  func nextTransition(after second: Int64) -> Int64? {
    guard daylight != nil, second == Self.bounded(second) else { return nil }
    var current = offset(at: second)
    for change in changes(around: second) where change.at > second {
      if change.offset != current { return change.at }
      current = change.offset
    }
    return nil
  }

  /// `second`, moved inside the three million years for which days are counted.
  private static func bounded(_ second: Int64) -> Int64 {
    min(max(second, -100_000_000_000_000), 100_000_000_000_000)
  }

  /// The changes from a year before `second` to a year after, in order of time, one an instant.
  private func changes(around second: Int64) -> [(at: Int64, offset: Int)] {
    guard let daylight else { return [] }
    let day = CivilDate(daysSince1970: Int32(Self.bounded(second).flooredDivision(by: 86_400)))
    var changes: [(at: Int64, offset: Int)] = []
    for year in day.year - 1...day.year + 2 {
      let start = utc(daylight.start, in: year, before: standardOffset)
      let end = utc(daylight.end, in: year, before: daylight.offset)
      changes.append((start, daylight.offset))
      changes.append((end, standardOffset))
    }
    let ordered = changes.enumerated().sorted {
      ($0.element.at, rank($0.offset)) < ($1.element.at, rank($1.offset))
    }.map(\.element)
    // The very last may be taken back at once by the year that follows.
    return ordered.indices.dropLast().filter { ordered[$0].at != ordered[$0 + 1].at }
      .map { ordered[$0] }
  }

  /// Where one year's end meets the next one's start, daylight saving goes on all year.
  private func rank(_ index: Int) -> Int { index % 2 == 0 ? 1 : 0 }

  private func utc(_ change: Change, in year: Int, before offset: Int) -> Int64 {
    Int64(change.day.days(in: year)) * 86_400 + Int64(change.seconds - offset)
  }
}
