import CivicTime
import Foundation

/// One appeal of the trace of 2018.
struct TraceRow {
  /// Local seconds since 1970-01-01 00:00, as on the clock in Pingshan.
  let second: Int
  let channel: String
  /// Nil where the trace has none of the five.
  let nature: Int?
  let leaf: LeafName
  let street: String?
  let community: String?
  let unit: String
  let unitName: String
  let isLate: Bool?

  var day: Int { second / 86_400 }
  var hour: Int { second % 86_400 / 3_600 }
}

struct LeafName: Hashable {
  let level1: String
  let level2: String
  let level3: String
}

/// The appeals of Pingshan of 2018, double registrations counted once, in order of registration.
struct PingshanTrace {
  let rows: [TraceRow]
  let doubleCount: Int
  let streets: [(id: String, name: String)]
  let communities: [(id: String, name: String, street: String)]

  static let natures = ["咨询", "建议", "投诉", "求决", "感谢"]
  static let hotline = "12345"

  init(gzipped file: URL) throws {
    let table = try CSVTable(parsing: Self.gunzip(file))
    var seen: Set<[String]> = []
    var parsed: [(row: TraceRow, record: Int)] = []
    var streets: [String: String] = [:]
    var communities: [String: (String, String)] = [:]
    var doubles = 0
    for fields in table.rows {
      func value(_ column: String) -> String { table[fields, column] }
      let identity = [
        "CREATE_TIME", "EVENT_TYPE_NAME", "MAIN_TYPE_NAME", "SUB_TYPE_NAME", "COMMUNITY_ID",
        "STREET_ID", "EVENT_SRC_NAME",
      ].map(value)
      guard seen.insert(identity).inserted else {
        doubles += 1
        continue
      }
      if value("STREET_NAME") != "-" { streets[value("STREET_ID")] = value("STREET_NAME") }
      if value("COMMUNITY_NAME") != "-" {
        communities[value("COMMUNITY_ID")] = (value("COMMUNITY_NAME"), value("STREET_NAME"))
      }
      parsed.append((try Self.row(value), Int(value("REC_ID")) ?? 0))
    }
    parsed.sort { ($0.row.second, $0.record) < ($1.row.second, $1.record) }
    rows = parsed.map(\.row)
    doubleCount = doubles
    self.streets = streets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    self.communities = communities.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value.0, $0.value.1)
    }
  }

  private static func row(_ value: (String) -> String) throws -> TraceRow {
    let parts = value("CREATE_TIME").split { "- :".contains($0) }.compactMap { Int($0) }
    guard parts.count == 6 else { throw TableFault("time \(value("CREATE_TIME"))") }
    let date = try CivilDate(year: parts[0], month: parts[1], day: parts[2])
    let second = Int(date.daysSince1970) * 86_400 + parts[3] * 3_600 + parts[4] * 60 + parts[5]
    // The first level for collections by staff is folded into the others: the form has 17.
    let moved = ["食药监问题": "食药市监", "综合事件采集": "治安维稳", "卫生问题": "教育卫生"]
    let level1 = value("EVENT_TYPE_NAME")
    let level2 = value("MAIN_TYPE_NAME")
    return TraceRow(
      second: second, channel: value("EVENT_SRC_NAME"),
      nature: natures.firstIndex(of: value("EVENT_PROPERTY_NAME")),
      leaf: LeafName(
        level1: level1 == "专业事件采集" ? moved[level2] ?? level1 : level1, level2: level2,
        level3: value("SUB_TYPE_NAME")),
      street: value("STREET_NAME") == "-" ? nil : value("STREET_NAME"),
      community: value("COMMUNITY_NAME") == "-" ? nil : value("COMMUNITY_NAME"),
      unit: value("DISPOSE_UNIT_ID"), unitName: value("DISPOSE_UNIT_NAME"),
      isLate: ["0": false, "1": true][value("OVERTIME_ARCHIVE_NUM")])
  }

  private static func gunzip(_ file: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let text = String(data: data, encoding: .utf8) else {
      throw TableFault("\(file.lastPathComponent) cannot be unpacked")
    }
    return text
  }
}
