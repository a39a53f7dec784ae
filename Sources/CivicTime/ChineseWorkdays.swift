/// Public holidays and make-up working days of mainland China, 2010 to 2026.
///
/// Source: the yearly notices of the General Office of the State Council on the arrangement of
/// holidays (国务院办公厅关于部分节假日安排的通知), as amended for 2015 (3 September), 2019 (1 May) and
/// 2020 (Spring Festival). National only: local closures are a plan's own.
public enum ChineseWorkdays {
  /// The days the notices cover.
  public static let published =
    CivilDate(
      checkedYear: 2010, month: 1, day: 1)...CivilDate(
      checkedYear: 2026, month: 12, day: 31)

  /// All days the notices give off, Saturdays and Sundays among them included. Where a notice only
  /// says that a holiday joins the weekend, the weekend is not listed.
  public static let holidays: [CivilDate] = years.flatMap { year in
    year.off.flatMap { Array(year.date($0.lowerBound)...year.date($0.upperBound)) }
  }

  /// The Saturdays and Sundays worked instead.
  public static let makeUpDays: [CivilDate] = years.flatMap { year in
    year.work.map(year.date)
  }

  /// A year's notice; days are written as month × 100 + day.
  private struct Year {
    var number: Int
    var off: [ClosedRange<Int>]
    var work: [Int]

    init(_ number: Int, off: [ClosedRange<Int>], work: [Int]) {
      self.number = number
      self.off = off
      self.work = work
    }

    func date(_ monthAndDay: Int) -> CivilDate {
      CivilDate(checkedYear: number, month: monthAndDay / 100, day: monthAndDay % 100)
    }
  }

  private static let years: [Year] = [
    Year(
      2010,
      off: [101...103, 213...219, 403...405, 501...503, 614...616, 922...924, 1001...1007],
      work: [220, 221, 612, 613, 919, 925, 926, 1009]),
    Year(
      2011,
      off: [101...103, 202...208, 403...405, 430...502, 604...606, 910...912, 1001...1007],
      work: [130, 212, 402, 1008, 1009, 1231]),
    Year(
      2012, off: [101...103, 122...128, 402...404, 429...501, 622...624, 930...1007],
      work: [121, 129, 331, 401, 428, 929]),
    Year(
      2013,
      off: [101...103, 209...215, 404...406, 429...501, 610...612, 919...921, 1001...1007],
      work: [105, 106, 216, 217, 407, 427, 428, 608, 609, 922, 929, 1012]),
    Year(
      2014,
      off: [
        101...101, 131...206, 405...405, 407...407, 501...503, 602...602, 908...908, 1001...1007,
      ],
      work: [126, 208, 504, 928, 1011]),
    Year(
      2015,
      off: [
        101...103, 218...224, 405...406, 501...501, 620...620, 622...622, 903...905, 927...927,
        1001...1007,
      ],
      work: [104, 215, 228, 906, 1010]),
    Year(
      2016,
      off: [101...101, 207...213, 404...404, 501...502, 609...611, 915...917, 1001...1007],
      work: [206, 214, 612, 918, 1008, 1009]),
    Year(
      2017, off: [101...102, 127...202, 402...404, 501...501, 528...530, 1001...1008],
      work: [122, 204, 401, 527, 930]),
    Year(
      2018,
      off: [
        101...101, 215...221, 405...407, 429...501, 618...618, 924...924, 1001...1007, 1230...1231,
      ],
      work: [211, 224, 408, 428, 929, 930, 1229]),
    Year(
      2019,
      off: [101...101, 204...210, 405...405, 501...504, 607...607, 913...913, 1001...1007],
      work: [202, 203, 428, 505, 929, 1012]),
    Year(
      2020, off: [101...101, 124...202, 404...406, 501...505, 625...627, 1001...1008],
      work: [119, 426, 509, 628, 927, 1010]),
    Year(
      2021,
      off: [101...103, 211...217, 403...405, 501...505, 612...614, 919...921, 1001...1007],
      work: [207, 220, 425, 508, 918, 926, 1009]),
    Year(
      2022,
      off: [
        101...103, 131...206, 403...405, 430...504, 603...605, 910...912, 1001...1007, 1231...1231,
      ],
      work: [129, 130, 402, 424, 507, 1008, 1009]),
    Year(
      2023, off: [101...102, 121...127, 405...405, 429...503, 622...624, 929...1006],
      work: [128, 129, 423, 506, 625, 1007, 1008]),
    Year(
      2024, off: [101...101, 210...217, 404...406, 501...505, 610...610, 915...917, 1001...1007],
      work: [204, 218, 407, 428, 511, 914, 929, 1012]),
    Year(
      2025, off: [101...101, 128...204, 404...406, 501...505, 531...602, 1001...1008],
      work: [126, 208, 427, 928, 1011]),
    Year(
      2026, off: [101...103, 215...223, 404...406, 501...505, 619...621, 925...927, 1001...1007],
      work: [104, 214, 228, 509, 920, 1010]),
  ]
}

extension CalendarPlan {
  /// Offices in mainland China: the national holidays; make-up days work like Mondays.
  public static func chinese(
    zone: TimeZoneRules, hours: OfficeHours, closures: [LocalClosure] = [],
    beyond: BeyondPublished = .fail
  ) -> CalendarPlan {
    CalendarPlan(
      zone: zone, hours: hours, holidays: ChineseWorkdays.holidays,
      makeUpDays: ChineseWorkdays.makeUpDays.map { MakeUpDay($0) }, closures: closures,
      published: ChineseWorkdays.published, beyond: beyond)
  }
}
