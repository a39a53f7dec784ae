import CivicTime
import Demand

/// The part of the trace that demand is calibrated on: from 2018-09-22 to 2018-10-31, without the
/// hours in which the export has a hole.
struct TraceWindow {
  static let firstDay = dayNumber(2018, 9, 22)
  static let dayCount = 40
  static let days = firstDay..<firstDay + dayCount

  let rows: [TraceRow]
  /// Day of the window × hour: whether the export covers all of the hour.
  let covered: [[Bool]]
  let classes: [DayClass]

  /// Holes of the export, first and last second, local.
  static let holes: [ClosedRange<Int>] = [
    (10, 24, 19, 7, 10, 25, 16, 1), (10, 26, 9, 12, 10, 26, 16, 57),
    (10, 27, 10, 50, 10, 28, 17, 22), (10, 30, 16, 22, 10, 31, 10, 42),
  ].map { start, day, hour, minute, endMonth, endDay, endHour, endMinute in
    let first = dayNumber(2018, start, day) * 86_400 + hour * 3_600 + minute * 60
    let last = dayNumber(2018, endMonth, endDay) * 86_400 + endHour * 3_600 + endMinute * 60
    return first...last
  }

  init(_ trace: PingshanTrace) {
    rows = trace.rows.filter { Self.days.contains($0.day) }
    covered = Self.days.map { day in
      (0..<24).map { hour in
        let first = day * 86_400 + hour * 3_600
        return !Self.holes.contains { $0.overlaps(first...first + 3_599) }
      }
    }
    classes = Self.days.map { Self.dayClass($0) }
  }

  static func dayClass(_ day: Int) -> DayClass {
    let date = CivilDate(daysSince1970: Int32(day))
    return DayClass(date, isWorkingDay: isWorkingDay(date))
  }

  /// Days of the window without any hole, as offsets.
  var fullDays: [Int] { covered.indices.filter { !covered[$0].contains(false) } }

  /// Appeals by day of the window and hour, of all channels but the hotline.
  var otherCounts: [[Double]] {
    var counts = Array(repeating: Array(repeating: 0.0, count: 24), count: Self.dayCount)
    for row in rows where row.channel != PingshanTrace.hotline {
      counts[row.day - Self.firstDay][row.hour] += 1
    }
    return counts
  }

  /// The hotline's batches in order: day of the window and size.
  var batches: [(day: Int, size: Int)] {
    let seconds = rows.filter { $0.channel == PingshanTrace.hotline }.map(\.second)
    return Batches.of(seconds).map { (day: $0.first / 86_400 - Self.firstDay, size: $0.size) }
  }
}

/// Appeals registered by one fetch of the polling job: no more than a minute apart.
enum Batches {
  static func of(_ seconds: [Int]) -> [(first: Int, size: Int)] {
    var batches: [(first: Int, size: Int)] = []
    var previous = Int.min / 2
    for second in seconds {
      if second - previous > 60 { batches.append((second, 0)) }
      batches[batches.count - 1].size += 1
      previous = second
    }
    return batches
  }
}

func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
  guard let date = try? CivilDate(year: year, month: month, day: day) else { return 0 }
  return Int(date.daysSince1970)
}

private let holidays = Set(ChineseWorkdays.holidays)
private let makeUpDays = Set(ChineseWorkdays.makeUpDays)

func isWorkingDay(_ date: CivilDate) -> Bool {
  date.isoWeekday > 5 ? makeUpDays.contains(date) : !holidays.contains(date)
}
