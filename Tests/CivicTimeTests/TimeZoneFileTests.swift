import CivicTime
import Foundation
import Testing

/// Files and names that are not what they should be.
struct TimeZoneFileTests {
  @Test(arguments: [
    "", "/etc/passwd", "../../../etc/passwd", "Asia/../../../etc/passwd", ".", "..", "Asia/",
    "Asia//Shanghai", "/", "Asia/Shang hai", "Asia\\Shanghai", "Asia/Shanghai\0", "Asia/上海",
    "tzdata.zi", String(repeating: "a", count: 101),
  ])
  func namesCannotLeadOutOfTheFolder(_ name: String) {
    #expect(throws: TimeZoneError.badName(name)) { try TimeZoneRules.named(name) }
  }

  @Test(arguments: ["Asia", "Asia/Atlantis"])
  func saysWhatIsNotThere(_ name: String) {
    #expect(throws: TimeZoneError.notFound(name: name, folder: "/usr/share/zoneinfo")) {
      try TimeZoneRules.named(name)
    }
  }

  @Test func refusesFilesThatAreNoZone() {
    let broken = [
      (TZifBytes(version: 0), "it is of version 1"),
      (TZifBytes(offsets: []), "it has no local time type"),
      (TZifBytes(transitions: [(0, 1)]), "a type is out of range"),
      (TZifBytes(transitions: [(5, 0), (5, 0)]), "its transitions are out of order"),
      (TZifBytes(transitions: [(.max, 0)]), "its transitions are out of order"),
      (TZifBytes(leapSeconds: 1), "it counts leap seconds"),
      (TZifBytes(footer: nil), "it has no footer"),
      (TZifBytes(offsets: [100_000]), "an offset is out of range"),
      (TZifBytes(offsets: [.min]), "an offset is out of range"),
    ]
    for (file, reason) in broken {
      let expected = TimeZoneError.malformed(name: "Test/Zone", reason: reason)
      #expect(throws: expected) { try file.zone() }
    }
    #expect(throws: TimeZoneError.self) { try TimeZoneRules(tzif: [], name: "Empty") }
    #expect((try? TZifBytes().zone()) != nil)
  }

  @Test(arguments: [
    "CET", "CE-1", "CET-1CEST", "CET-1CEST,M3.5.0", "CET-1CEST,M13.5.0,M10.5.0", "CET-1x",
    "CET-1CEST,M3.6.0,M10.5.0", "CET-1CEST,M3.5.7,M10.5.0", "CET-1CEST,J0,J5", "CET-25",
    "CET-1CEST,M3.5.0,M10.5.0/168", "CET-1CEST,366,5", "<CET-1", "<>-1", "CET-1:60",
    "CET-1CEST,M3.5.0,M10.5.0,", "CET99999999999999999999",
  ])
  func refusesRulesItDoesNotUnderstand(_ rule: String) {
    let expected = TimeZoneError.malformed(
      name: "Test/Zone", reason: "its POSIX rule is not understood")
    #expect(throws: expected) { try TZifBytes(footer: rule).zone() }
  }

  @Test func survivesDamage() throws {
    let file = try Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/Europe/Berlin"))
    let bytes = [UInt8](file)
    for count in stride(from: 0, to: bytes.count, by: 7) {
      #expect(throws: TimeZoneError.self) {
        try TimeZoneRules(tzif: Array(bytes.prefix(count)), name: "Cut")
      }
    }
    var random = SplitMix64(seed: 13)
    for _ in 0..<(isLongMode ? 100_000 : 3_000) {
      var damaged = bytes
      damaged[random.int(0...bytes.count - 1)] = UInt8(random.int(0...255))
      guard let zone = try? TimeZoneRules(tzif: damaged, name: "Damaged") else { continue }
      let instant = Instant(milliseconds: Int64(random.int(-4_000_000_000...9_000_000_000)) * 1_000)
      #expect(abs(zone.offsetSeconds(at: instant)) < 93_600)
      let local = zone.localDateTime(at: instant)
      #expect(zone.startOfDay(local.date) < instant + .days(3))
    }
  }

  @Test func speaksPlainly() {
    let errors: [TimeZoneError] = [
      .badName("../x"), .notFound(name: "A/B", folder: "/zones"),
      .malformed(name: "A/B", reason: "it ends too early"), .offsetOutOfRange(seconds: 90_000),
    ]
    let messages = errors.map(\.description)
    #expect(zip(messages, ["../x", "A/B", "A/B", "90000"]).allSatisfy { $0.contains($1) })
    #expect(messages.allSatisfy { $0.hasSuffix(".") && $0.contains(";") })
  }
}
