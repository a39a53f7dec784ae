import CivicTime
import ResultFiles

/// The wall clock of an arm: days and hours of instants in milliseconds UTC.
package struct LocalClock: Sendable {
  private let offsets: [JournalArm.Offset]

  /// - Parameter offsets: in order of time; at least one.
  package init(_ offsets: [JournalArm.Offset]) {
    precondition(!offsets.isEmpty, "a clock needs an offset")
    self.offsets = offsets
  }

  private func offset(at instant: Int64) -> Int64 {
    var index = offsets.count - 1
    while index > 0 && offsets[index].since > instant { index -= 1 }
    return Int64(offsets[index].seconds) * 1_000
  }

  /// Whole days since 1970-01-01 on the wall, and the hour 0…23.
  package func reading(_ instant: Int64) -> (day: Int, hour: Int) {
    let local = instant + offset(at: instant)
    let day = local >= 0 ? local / dayLength : (local - dayLength + 1) / dayLength
    return (Int(day), Int((local - day * dayLength) / 3_600_000))
  }

  /// The first instant of a day on the wall; where clocks go forward at midnight, that of the
  /// change.
  package func start(ofDay day: Int) -> Int64 {
    let local = Int64(day) * dayLength
    var start = local - Int64(offsets[0].seconds) * 1_000
    for next in offsets.dropFirst() where next.since <= start {
      // The change comes before the day has begun: it begins by the new clock, or with it.
      start = max(next.since, local - Int64(next.seconds) * 1_000)
    }
    return start
  }
}

/// Milliseconds of a day without a change of the clock.
let dayLength: Int64 = 86_400_000
/// How long a result is watched for coming back, and how far back a repeat is looked for.
let watchLength = 30 * dayLength

extension CivilDate {
  init(day: Int) { self.init(daysSince1970: Int32(clamping: day)) }

  /// `2018-10`
  var monthText: String { String(description.prefix(7)) }

  /// `2018-W40`, by ISO 8601: a week belongs to the year of its Thursday.
  package var weekText: String {
    let thursday = advanced(by: 4 - isoWeekday)
    let number = (thursday.dayOfYear - 1) / 7 + 1
    return String(thursday.description.prefix(4)) + (number < 10 ? "-W0" : "-W") + "\(number)"
  }

  private var dayOfYear: Int {
    let (year, _, _) = components
    guard let first = try? CivilDate(year: year, month: 1, day: 1) else { return 1 }
    return first.distance(to: self) + 1
  }

  var firstOfWeek: CivilDate { advanced(by: 1 - isoWeekday) }
  var firstOfMonth: CivilDate { advanced(by: 1 - day) }
  var firstOfNextMonth: CivilDate { firstOfMonth.advanced(by: 31).firstOfMonth }
}
