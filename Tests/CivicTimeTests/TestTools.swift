import CivicTime
import Foundation

/// Whether the long checks are asked for.
let isLongMode = ProcessInfo.processInfo.environment["HUYING_LONG"] == "1"

/// The folder of shared data beside the package.
let sharedData = URL(filePath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appending(path: "../shared/data").standardizedFileURL

func date(_ text: String) throws -> CivilDate { try CivilDate(parsing: text) }

func instant(_ text: String, in zone: TimeZoneRules = .utc) throws -> Instant {
  try Instant(iso8601: text, zone: zone)
}

/// A calendar over the years of `text`, its holidays the dates given.
func calendar(
  _ hours: String, zone: String = "UTC", holidays: [String] = [],
  from first: String, through last: String
) throws -> WorkingCalendar {
  let plan = CalendarPlan(
    zone: try .named(zone), hours: try OfficeHours(parsing: hours),
    holidays: try holidays.map { try date($0) })
  return try WorkingCalendar(plan, from: date(first), through: date(last))
}
