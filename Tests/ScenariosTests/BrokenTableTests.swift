import Foundation
import Scenarios
import Testing

/// A shipped table with one piece replaced, and the one line that it must give; `@` stands for the
/// number of the line replaced.
struct BrokenTable: Sendable, CustomTestStringConvertible {
  var table: String
  var key: String
  var old: String
  var new: String
  var line: String
  var code: Int32 = 78
  var testDescription: String { "\(table): \(new)" }

  static let all: [BrokenTable] = [
    .init(
      table: "baselines/roster-2018", key: "staff: {roster: t.csv}",
      old: "district-centre,early,",
      new: "district-centre,early,-",
      line: "t.csv:@: heads: '-1' is no whole number of 0 to 60000; write one such as 1"),
    .init(
      table: "baselines/roster-2018", key: "staff: {roster: t.csv}", old: "centre-biling,early",
      new: "centre-biling,erly",
      line: "t.csv:@: shift: there is no shift 'erly'; did you mean 'early'?"),
    .init(
      table: "baselines/roster-2018", key: "staff: {roster: t.csv}", old: "verify-shijing,daily,1",
      new: "verify-shijing,daily,0",
      line: "t.csv: post: nobody works at 'verify-shijing'; add a row with heads for it"),
    .init(
      table: "baselines/roster-2018", key: "staff: {roster: t.csv}", old: "heads,availability",
      new: "heads,avaliability",
      line: "t.csv:@: avaliability: there is no such column; did you mean 'availability'?"),
    .init(
      table: "baselines/roster-2018", key: "staff: {roster: t.csv}",
      old: "district-centre,late,", new: "late,",
      line: "t.csv:@: the row has 4 fields, the header 5; write one field for each column", code: 65
    ),
    .init(
      table: "baselines/limits-2018", key: "service_levels: {limits: t.csv}",
      old: "nature,enquiry,1wd", new: "nature,enquiry,1 wd",
      line: "t.csv:@: limit: '1 wd' is no limit; write one such as 90min, 4wh, 3wd or none"),
    .init(
      table: "baselines/limits-2018", key: "service_levels: {limits: t.csv}",
      old: "nature,enquiry,1wd,quoted\n", new: "",
      line: "t.csv: nature: the nature enquiry has no limit; add a row for it"),
    .init(
      table: "baselines/limits-2018", key: "service_levels: {limits: t.csv}",
      old: "class,days_5,5wd,published\n", new: "",
      line: "t.csv: class: the class days_5 has no limit; add a row for it"),
    .init(
      table: "baselines/limits-2018", key: "service_levels: {limits: t.csv}", old: "公用部件/下水井盖",
      new: "公用部件/下水井",
      line: "t.csv:@: name: there is no leaf '市政设施/公用部件/下水井'; did you mean "
        + "'市政设施/公用部件/下水井盖'?"),
    .init(
      table: "baselines/demand-2018", key: "demand: {table: t.csv}", old: "volume,1,",
      new: "volume,-1,",
      line: "t.csv:@: value: -1 is negative; write a number from 0 to 1000000"),
    .init(
      table: "baselines/demand-2018", key: "demand: {table: t.csv}", old: "wechat,0.404526",
      new: "wechat,nan",
      line: "t.csv:@: value: 'nan' is not a finite number; write a number from 0 to 1000000"),
    .init(
      table: "baselines/demand-2018", key: "demand: {table: t.csv}",
      old: "landline,0.038902,measured\n",
      new: "", line: "t.csv: item: the channel 'landline' is missing; add a row for it"),
    .init(
      table: "tables/pingshan/owners", key: "form: {owners: t.csv}", old: "\n3,4,84,",
      new: "\n3,4,184,",
      line: "t.csv:@: unit: '184' is no unit: there are 114, from 0; write the number of its row"),
    .init(
      table: "tables/pingshan/form_v2", key: "form: {leaves: t.csv}", old: "\n1,010102,",
      new: "\n2,010102,",
      line: "t.csv:@: leaf: the leaf is numbered '2', not 1; number the rows from 0 without gaps"),
    .init(
      table: "tables/pingshan/migration_v1_v2", key: "form: {version: v1, migration: t.csv}",
      old: "\n1,1,same,\n", new: "\n1,1,same,\n1,1,same,\n",
      line: "t.csv:@: v1_leaf: the leaf 1 of version 1 is there twice; keep one row"),
    .init(
      table: "tables/pingshan/migration_v1_v2", key: "form: {version: v1, migration: t.csv}",
      old: "\n1,1,same,\n", new: "\n",
      line: "t.csv: v1_leaf: the leaf 1 of version 1 is missing; add a row for it"),
    .init(
      table: "explanations/congestion-availability", key: "units: {availability: t.csv}",
      old: "unit,value\n", new: "unit,value\n686,-2\n",
      line: "t.csv:@: value: -2 is negative; write a number from 0.0001 to 100"),
  ]
}

@Suite("Broken tables")
struct BrokenTableTests {
  @Test("Each gives one line with the line of the row", arguments: BrokenTable.all)
  func broken(_ broken: BrokenTable) throws {
    let bench = try Workbench()
    let text = try String(contentsOfFile: Shipped.path(broken.table + ".csv"), encoding: .utf8)
    let spoiled = text.replacingOccurrences(of: broken.old, with: broken.new)
    try #require(spoiled != text)
    try bench.write("t.csv", spoiled)
    let (lines, code) = bench.complaints(try bench.overlay(broken.key + "\n"))
    let pairs = zip(text.split(separator: "\n"), spoiled.split(separator: "\n"))
    let number = (pairs.enumerated().first { $1.0 != $1.1 }?.offset ?? 0) + 1
    #expect(lines == [broken.line.replacingOccurrences(of: "@", with: "\(number)")])
    #expect(code == broken.code)
  }

  @Test("A leaf without an owner, and a form that lost a leaf")
  func missingLeaf() throws {
    let bench = try Workbench()
    let owners = try String(
      contentsOfFile: Shipped.path("tables/pingshan/owners.csv"), encoding: .utf8)
    let lines = owners.split(separator: "\n").filter { !$0.hasPrefix("12,") }
    try bench.write("owners.csv", lines.joined(separator: "\n") + "\n")
    let gone = bench.complaints(try bench.overlay("form: {owners: owners.csv}\n"))
    #expect(gone.code == 78)
    #expect(gone.lines.count == 1)
    #expect(gone.lines[0].hasPrefix("owners.csv: leaf: leaf 12 ("))
    #expect(
      gone.lines[0].hasSuffix("has no responsible unit in street 0 (biling); add a row for it"))

    let form = try String(
      contentsOfFile: Shipped.path("tables/pingshan/form_v2.csv"), encoding: .utf8)
    let short = form.split(separator: "\n").filter { !$0.hasPrefix("1006,") }
    try bench.write("form.csv", short.joined(separator: "\n") + "\n")
    let lost = bench.complaints(try bench.overlay("form: {leaves: form.csv}\n", name: "t.yaml"))
    #expect(lost.code == 78)
    #expect(!lost.lines.isEmpty)
    #expect(lost.lines.allSatisfy { $0.contains("'1006' is no leaf: there are 1006, from 0") })
  }
}
