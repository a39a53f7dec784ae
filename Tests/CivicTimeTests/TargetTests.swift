import CivicTime
import Testing

struct TargetTests {
  @Test(arguments: [
    ("90min", Target.elapsed(.minutes(90)), "90min"), ("1h", .elapsed(.hours(1)), "1h"),
    ("2d", .elapsed(.days(2)), "2d"), ("60min", .elapsed(.hours(1)), "1h"),
    ("15s", .elapsed(.seconds(15)), "15s"), ("7ms", .elapsed(7), "7ms"),
    ("4wh", .working(.hours(4)), "4wh"), ("90wmin", .working(.minutes(90)), "90wmin"),
    ("48wh", .working(.hours(48)), "48wh"), ("5ws", .working(5_000), "5ws"),
    ("1wms", .working(1), "1wms"), ("3wd", .workingDays(3, .endOfDay), "3wd"),
    ("3wd@clock", .workingDays(3, .sameClockTime), "3wd@clock"),
    ("3wd@8h", .workingDays(3, .hoursPerDay(.hours(8))), "3wd@8h"),
    ("3wd@450min", .workingDays(3, .hoursPerDay(.minutes(450))), "3wd@450min"),
    ("-2wd", .workingDays(-2, .endOfDay), "-2wd"), ("-1h", .elapsed(-.hours(1)), "-1h"),
    ("0wd", .workingDays(0, .endOfDay), "0wd"), ("none", Target.none, "none"),
  ])
  func readsAndWritesText(_ text: String, _ target: Target, _ written: String) throws {
    #expect(try Target(parsing: text) == target)
    #expect(target.description == written)
    #expect(try Target(parsing: written) == target)
  }

  @Test(arguments: [
    ("", TargetFormatError.empty), ("h", .notANumber("h")), (" 1h", .notANumber(" 1h")),
    ("-", .notANumber("-")), ("1", .unknownUnit("1", unit: "")),
    ("1 h", .unknownUnit("1 h", unit: " h")), ("1.5h", .unknownUnit("1.5h", unit: ".5h")),
    ("3days", .unknownUnit("3days", unit: "days")), ("1H", .unknownUnit("1H", unit: "H")),
    ("3wd@", .unknownRule("3wd@", rule: "")), ("3wd@noon", .unknownRule("3wd@noon", rule: "noon")),
    ("3wd@4wh", .unknownRule("3wd@4wh", rule: "4wh")),
    ("3wd@0h", .unknownRule("3wd@0h", rule: "0h")),
    ("3wd@25h", .unknownRule("3wd@25h", rule: "25h")), ("1h@8h", .unknownRule("1h@8h", rule: "8h")),
    ("36526d", .outOfRange("36526d")), ("99999wd", .outOfRange("99999wd")),
    ("99999999999999999999h", .outOfRange("99999999999999999999h")), ("３h", .notANumber("３h")),
  ])
  func refusesWhatIsNoTarget(_ text: String, _ expected: TargetFormatError) {
    #expect(throws: expected) { try Target(parsing: text) }
    #expect(expected.description.contains("write it like") || expected == .outOfRange(text))
  }

  @Test func everyTargetReadsBack() throws {
    var random = SplitMix64(seed: 14)
    for _ in 0..<2_000 {
      let span = Int64(random.int(-1_000_000...1_000_000)) * [1, 1_000, 60_000][random.int(0...2)]
      let rules = [
        WorkingDayRule.endOfDay, .sameClockTime, .hoursPerDay(abs(span) % 86_400_000 + 1),
      ]
      let days = Target.workingDays(Int32(random.int(-999...999)), rules[random.int(0...2)])
      for target in [.elapsed(span), .working(span), days] {
        #expect(try Target(parsing: target.description) == target)
      }
    }
  }

  @Test func deadlinesFollowTheKindOfTarget() throws {
    let calendar = try calendar("Mon-Fri 9-17", from: "2018-10-01", through: "2018-10-31")
    let friday = try instant("2018-10-12T16:00")
    for (text, due) in [
      ("2h", "2018-10-12T18:00"), ("2wh", "2018-10-15T10:00"), ("1wd", "2018-10-15T17:00"),
      ("1wd@clock", "2018-10-15T16:00"), ("1wd@4h", "2018-10-15T12:00"),
    ] {
      let target = try Target(parsing: text)
      #expect(calendar.clock.deadline(for: target, from: friday) == (try instant(due)), "\(text)")
    }
    #expect(calendar.clock.deadline(for: .none, from: friday) == .distantFuture)
  }
}
