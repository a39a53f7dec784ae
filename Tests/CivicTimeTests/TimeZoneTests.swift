import CivicTime
import Foundation
import Testing

struct TimeZoneTests {
  private static let zones = [
    "Asia/Shanghai", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Asia/Tehran",
    "America/St_Johns", "Australia/Lord_Howe", "Antarctica/Troll", "Pacific/Apia",
    "Pacific/Auckland", "Asia/Kathmandu", "Europe/Dublin", "Asia/Hong_Kong", "America/Santiago",
  ]

  /// Another reader of other copies of the data: Foundation's.
  @Test(arguments: zones)
  func agreesWithFoundation(_ name: String) throws {
    let zone = try TimeZoneRules.named(name)
    let other = try #require(TimeZone(identifier: name))
    var random = SplitMix64(seed: 11)
    for _ in 0..<2_000 {
      // 1970 to 2022, whose rules no longer change.
      let second = random.int(0...1_640_995_200)
      let expected = other.secondsFromGMT(
        for: Foundation.Date(timeIntervalSince1970: Double(second)))
      let offset = zone.offsetSeconds(at: Instant(milliseconds: Int64(second) * 1_000))
      #expect(offset == expected, "\(second)")
    }
  }

  /// A file's rule, by itself, against the table of a zone that has long lived by it.
  @Test(arguments: [
    ("CET-1CEST,M3.5.0,M10.5.0/3", "Europe/Berlin", 2000),
    ("IST-1GMT0,M10.5.0,M3.5.0/1", "Europe/Dublin", 2000),
    ("NZST-12NZDT,M9.5.0,M4.1.0/3", "Pacific/Auckland", 2008),
    ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "Australia/Lord_Howe", 2009),
    ("EST5EDT,M3.2.0,M11.1.0", "America/New_York", 2008),
    ("<+00>0<+02>-2,M3.5.0/1,M10.5.0/3", "Antarctica/Troll", 2006),
    ("CST-8", "Asia/Shanghai", 1992),
  ])
  func readsTheRulePastTheTable(_ rule: String, _ name: String, _ since: Int) throws {
    let zone = try TZifBytes(offsets: [12_345], transitions: [(0, 0)], footer: rule).zone()
    let other = try TimeZoneRules.named(name)
    var random = SplitMix64(seed: 12)
    let first = try CivilDate(year: since, month: 1, day: 1).daysSince1970
    for _ in 0..<2_000 {
      let second = random.int(Int(first) * 86_400...2_114_380_800)
      let instant = Instant(milliseconds: Int64(second) * 1_000)
      #expect(zone.offsetSeconds(at: instant) == other.offsetSeconds(at: instant), "\(instant)")
    }
    var here = try instant("\(since)-01-02T00:00:00")
    while let next = other.nextTransition(after: here), next.milliseconds < 2_114_380_800_000 {
      #expect(zone.nextTransition(after: here) == next)
      here = next
    }
    #expect(zone.offsetSeconds(at: Instant(milliseconds: -1)) == 12_345)
  }

  @Test func followsTheRuleForEver() throws {
    let berlin = try TimeZoneRules.named("Europe/Berlin")
    let spring = try instant("2150-03-29T01:00:00Z")
    #expect(berlin.nextTransition(after: try instant("2150-01-01T00:00:00Z")) == spring)
    #expect(berlin.offsetSeconds(at: spring) == 7_200)
    #expect(berlin.offsetSeconds(at: spring - 1) == 3_600)
    #expect(berlin.offsetSeconds(at: .distantFuture) == 3_600)
    #expect(try TimeZoneRules.named("Asia/Shanghai").nextTransition(after: spring) == nil)
  }

  /// Days of the year with and without 29 February, and daylight saving all year round.
  @Test func readsEveryKindOfRule() throws {
    let julian = try TZifBytes(footer: "AAA0BBB,J60/0,J300/1").zone()
    #expect(
      julian.nextTransition(after: try instant("2024-01-01T00:00:00Z"))
        == (try instant("2024-03-01T00:00:00Z")))
    let counted = try TZifBytes(footer: "AAA0BBB,59/0,299/1").zone()
    #expect(
      counted.nextTransition(after: try instant("2024-01-01T00:00:00Z"))
        == (try instant("2024-02-29T00:00:00Z")))
    let always = try TZifBytes(footer: "EST5EDT,0/0,J365/25").zone()
    #expect(always.nextTransition(after: try instant("2024-06-01T00:00:00Z")) == nil)
    #expect(always.offsetSeconds(at: try instant("2025-01-01T04:30:00Z")) == -14_400)
    let early = try TZifBytes(footer: "<-02>2<-01>,M3.5.0/-1,M10.5.0/0").zone()
    #expect(
      early.nextTransition(after: try instant("2024-01-01T00:00:00Z"))
        == (try instant("2024-03-31T01:00:00Z")))
  }

  @Test func givesFixedOffsets() throws {
    let kathmandu = try TimeZoneRules.fixed(offsetSeconds: 20_700)
    #expect(kathmandu.name == "+05:45")
    #expect(kathmandu.offsetSeconds(at: .distantPast) == 20_700)
    #expect(kathmandu.nextTransition(after: .distantPast) == nil)
    for offset in [86_400, -86_400, Int.min, Int.max] {
      #expect(throws: TimeZoneError.offsetOutOfRange(seconds: offset)) {
        try TimeZoneRules.fixed(offsetSeconds: offset)
      }
    }
  }
}
