import CivicTime
import Foundation
import Scenarios
import Testing
import Traces

@Suite("Mappings of traces")
struct MappingTests {
  private let bench: Workbench

  init() throws { bench = try Workbench() }

  private static let columns = "columns: {created: AT, unit: WHO}"

  private func complaints(_ text: String) throws -> (lines: [String], code: Int32) {
    let path = try bench.write("m.yaml", text)
    do throws(ScenarioError) {
      _ = try Shipped.library.traceMapping(path)
      return ([], 0)
    } catch {
      let lines = error.problems.map { problem in
        problem.description.components(separatedBy: "/").last ?? ""
      }
      return (lines, error.exitCode)
    }
  }

  @Test("The shipped mapping says what the columns of Pingshan mean")
  func shipped() throws {
    let mapping = try Shipped.library.traceMapping("huying:replays/pingshan.mapping.yaml")
    #expect(mapping.zone == (try TimeZoneRules.named("Asia/Shanghai")))
    #expect(mapping.nulls == ["-"])
    #expect(mapping.created.column == "CREATE_TIME")
    #expect(mapping.levels.map(\.key) == ["EVENT_TYPE_ID", "MAIN_TYPE_ID", "SUB_TYPE_ID"])
    #expect(mapping.places.map(\.name) == ["STREET_NAME", "COMMUNITY_NAME"])
    #expect(mapping.unit == .init(key: "DISPOSE_UNIT_ID", name: "DISPOSE_UNIT_NAME"))
    #expect(mapping.onTime == .init(column: "INTIME_ARCHIVE_NUM", yes: ["1"], no: ["0"]))
    #expect(mapping.holes.count == 4)
    #expect(mapping.holes[0].start.iso8601() == "2018-10-24T11:08:00Z")
  }

  @Test("Everything a mapping can say")
  func all() throws {
    let path = try bench.write(
      "m.yaml",
      """
      title: Kansas City
      zone: America/Chicago
      encoding: utf-8
      separator: tab
      nulls: ["", "NULL"]
      columns:
        created: {column: OPENED, format: "MM/dd/yyyy hh:mm a"}
        closed: {column: CLOSED, format: MM/dd/yyyy}
        deadline: DUE
        channel: SOURCE
        nature: KIND
        category: [GROUP, {key: TYPE}]
        place: AREA
        unit: {key: DEPT, name: DEPARTMENT}
        on_time: {column: LATE, yes: N, no: [Y, y]}
      filters:
        - {column: SOURCE, drop: [BULK]}
        - {column: AREA, keep: [north, south]}
      holes:
        - {from: "2010-01-13 00:00", to: "2010-01-16 00:00"}
      """)
    let mapping = try Shipped.library.traceMapping(path)
    #expect(mapping.separator == UInt8(ascii: "\t"))
    #expect(mapping.created.format.pattern == "MM/dd/yyyy hh:mm a")
    #expect(mapping.closed?.format.pattern == "MM/dd/yyyy")
    #expect(mapping.deadline?.format.pattern == "yyyy-MM-dd HH:mm:ss")
    #expect(mapping.channel == .init(key: "SOURCE") && mapping.nature == .init(key: "KIND"))
    #expect(mapping.levels == [.init(key: "GROUP"), .init(key: "TYPE")])
    #expect(mapping.places == [.init(key: "AREA")])
    #expect(mapping.onTime == .init(column: "LATE", yes: ["N"], no: ["Y", "y"]))
    #expect(mapping.filters.map(\.keeps) == [false, true])
    #expect(mapping.filters[1].values == ["north", "south"])
    #expect(mapping.holes[0].start.iso8601() == "2010-01-13T06:00:00Z")
  }

  @Test(
    "What is wrong is said with file, line, key and a way to mend it",
    arguments: [
      ("zone: UTC", "m.yaml:1: columns: the key is missing; say what the columns mean"),
      (
        "zone: UTC\ncolumns: {unit: WHO}",
        "m.yaml:2: columns.created: the key is missing; name the column"
      ),
      ("\(columns)", "m.yaml:1: zone: the key is missing; add it"),
      (
        "zone: Asia/Shangai\n\(columns)",
        "m.yaml:1: zone: 'Asia/Shangai' is no time zone; write one such as Asia/Shanghai"
      ),
      (
        "zone: UTC\nnull: []\n\(columns)",
        "m.yaml:2: null: there is no such key; did you mean 'nulls'?"
      ),
      (
        "zone: UTC\ncolumns: {created: AT, chanel: X}",
        "m.yaml:2: columns.chanel: there is no such key; did you mean 'channel'?"
      ),
      (
        "zone: UTC\ncolumns:\n  created: {column: AT, format: YYYY-MM-DD}",
        "m.yaml:3: columns.created.format: 'YYYY-MM-DD' has 'Y' in a place or number that means "
          + "nothing; write it like yyyy-MM-dd HH:mm:ss or iso8601"
      ),
      (
        "zone: UTC\nencoding: GB18030\n\(columns)",
        "m.yaml:2: encoding: 'GB18030' cannot be read; convert the file to UTF-8 and write UTF-8"
      ),
      (
        "zone: UTC\nseparator: ', '\n\(columns)",
        "m.yaml:2: separator: ', ' is no separator; write one character such as \",\" or \";\", or tab"
      ),
      (
        "zone: UTC\n\(columns)\nfilters: [{column: A}]",
        "m.yaml:3: filters: a filter says either keep or drop; write one of the two"
      ),
      (
        "zone: UTC\n\(columns)\nholes:\n  - {from: '2018-10-02 00:00', to: '2018-10-01 00:00'}",
        "m.yaml:4: holes: the hole ends before it begins; put the later time last"
      ),
      (
        "zone: UTC\n\(columns)\nholes: [{from: soon, to: '2018-10-01 00:00'}]",
        "m.yaml:3: holes.from: 'soon' is no time; write it like 2018-10-24 19:07"
      ),
      (
        "zone: UTC\ncolumns: {created: AT, category: [A, B, C, D, E]}",
        "m.yaml:2: columns.category: there are 5 levels, but at most 4 fit; leave the finest or the "
          + "coarsest out"
      ),
      (
        "zone: UTC\ncolumns: {created: AT, on_time: {column: L, yes: ['1']}}",
        "m.yaml:2: columns.on_time.no: the key is missing; write a list of texts"
      ),
      (
        "zone: UTC\ncolumns: {created: AT, unit: [A]}",
        "m.yaml:2: columns.unit: this is a list, not a mapping; write the keys key, name"
      ),
    ])
  func wrong(text: String, complaint: String) throws {
    // The separator of a path stands in no zone but this: the last part is what counts.
    let (lines, code) = try complaints(text)
    let expected = complaint.components(separatedBy: "/").last ?? ""
    #expect(lines.contains(expected), "\(lines)")
    #expect(code == 78)
  }

  @Test("All that is wrong is said at once; no file and no YAML have codes of their own")
  func several() throws {
    let (lines, _) = try complaints("zone: Nowhere\nfoo: 1\ncolumns: {created: AT, bar: X}")
    #expect(lines.count == 3)
    #expect(try complaints("a: [").code == 65)
    let missing = #expect(throws: ScenarioError.self) {
      try Shipped.library.traceMapping(bench.path("none.yaml"))
    }
    #expect(missing?.exitCode == 66)
  }
}
