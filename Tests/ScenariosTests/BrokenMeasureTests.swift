import Foundation
import Scenarios
import Testing

/// A broken section of measures, the table it names if any, and the one line that it must give.
struct BrokenMeasure: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  /// Written as `t.csv`.
  var table = "level1,level2,level3\n安全隐患,,\n"
  var line: String
  var testDescription: String { name }

  static let all: [BrokenMeasure] = [
    .init(
      name: "unknown measure", text: "measures: {supervison: {}}\n",
      line: "s.yaml:5: measures.supervison: there is no such key; did you mean 'supervision'?"),
    .init(
      name: "percentage", text: "measures: {supervision: {remind_at: 120}}\n",
      line: "s.yaml:5: measures.supervision.remind_at: '120' is not a whole number of 0 to 100; "
        + "write a whole number of 0 to 100"),
    .init(
      name: "negative limit", text: "measures: {supervision: {notice: -2wd}}\n",
      line: "s.yaml:5: measures.supervision.notice: '-2wd' is negative; write one such as 4h, 2wd "
        + "or none"),
    .init(
      name: "a class the form does not have", text: "measures: {repair_first: {leaves: t.csv}}\n",
      table: "level1,level2,level3\n安全隐患,燃汽安全,\n",
      line: "t.csv:2: level2: the form has no class '燃汽安全' there; did you mean '燃气安全'?"),
    .init(
      name: "a row without a class", text: "measures: {emergency: {leaves: t.csv}}\n",
      table: "level1,level2,level3\n,燃气安全,\n",
      line: "t.csv:2: level1: the first level is empty; name a class of the form"),
    .init(
      name: "a nature that is none", text: "measures: {knowledge: {answers: t.csv}}\n",
      table: "level1,title,natures\n安全隐患,Advice,enquiry complain\n",
      line: "t.csv:2: natures: there is no nature 'complain'; did you mean 'complaint'?"),
    .init(
      name: "a column that is missing", text: "measures: {alerts: {oversight: t.csv}}\n",
      line: "t.csv:1: body: the column is missing; add it to the header"),
    .init(
      name: "nobody to write to", text: "measures: {alerts: {oversight: t.csv}}\n",
      table: "level1,body\n安全隐患,\n",
      line: "t.csv:2: body: the row names no body, or a 255th one; name one of at most 254"),
    .init(
      name: "unknown tag in a table", text: "measures: {tags: {rules: t.csv}}\n",
      table: "tag,level1\nsafty,安全隐患\n",
      line: "t.csv:2: tag: there is no tag 'safty'; did you mean 'safety'?"),
    .init(
      name: "a tag twice", text: "measures: {tags: {kinds: [{id: safety, title: a}]}}\n",
      line: "s.yaml:5: measures.tags.kinds.safety: the kind of tag is registered already; choose "
        + "another id"),
    .init(
      name: "too many tags",
      text: "measures:\n  tags:\n    kinds:\n"
        + (1...30).map { "      - {id: k\($0), title: a}\n" }.joined(),
      line: "s.yaml:8: measures.tags.kinds: there are 65 of them; give at most 64"),
    .init(
      name: "unknown tag given by staff",
      text: "measures: {tags: {standard: true}}\nparticipation: {tags: {safty: 0.1}}\n",
      line: "s.yaml:6: participation.tags.safty: there is no tag 'safty'; did you mean 'safety'?"),
    .init(
      name: "wording that is no number", text: "measures: {knowledge: {answers: t.csv}}\n",
      table: "level1,title,text_key\n安全隐患,a,x\n",
      line: "t.csv:2: text_key: 'x' is no whole number of 0 to 4294967295; write one such as 1"),
    .init(
      name: "campaign that ends first",
      text: "measures: {campaigns: [{id: c, title: c, start: 2018-03-02, end: 2018-03-01}]}\n",
      line: "s.yaml:5: measures.campaigns.c.end: the campaign ends before it begins; give a last "
        + "day from 2018-03-02 on"),
    .init(
      name: "unknown street of a campaign",
      text: "measures: {campaigns: [{id: c, title: c, start: 2018-03-02, end: 2018-03-03, "
        + "streets: [kengz]}]}\n",
      line: "s.yaml:5: measures.campaigns.c.streets: there is no street 'kengz'; did you mean "
        + "'kengzi'?"),
    .init(
      name: "unknown street of a switch",
      text: "measures: {emergency: {leaves: t.csv, switches: [{id: a, at: 2018-09-16T06:00, "
        + "streets: [nowhere], mode: emergency}]}}\n",
      line: "s.yaml:5: measures.emergency.switches.a.streets: there is no street 'nowhere'; there "
        + "are biling, longtian, maluan, shijing, pingshan, kengzi"),
    .init(
      name: "unknown lane", text: "measures: {lanes: [{id: deputies}]}\n",
      line:
        "s.yaml:5: measures.lanes.deputies.id: 'deputies' is none of the choices; choose one of "
        + "deputy, talent, vulnerable"),
    .init(
      name: "emergency without its list", text: "measures: {emergency: {trigger: 3}}\n",
      line: "s.yaml:5: measures.emergency.leaves: the key is missing; add `leaves:` (Listed "
        + "categories (level1, level2, level3).)"),
    .init(
      name: "requirement", text: "channels: [{id: wechat, requires: [photo]}]\n",
      line: "s.yaml:5: channels.wechat.requires: 'photo' is none of the choices; did you mean "
        + "'photos'?"),
    .init(
      name: "way of handing over", text: "dispatch: {hand_over: [sideways]}\n",
      line: "s.yaml:5: dispatch.hand_over: 'sideways' is none of the choices; choose one of up, "
        + "down, across"),
    .init(
      name: "the district of scattered accounts",
      text: "dispatch: {structure: scattered, unclear: district}\n",
      line:
        "s.yaml:5: dispatch.unclear: scattered accounts have no district centre; set it to own, "
        + "or dispatch.structure to one-six-n"),
    .init(
      name: "next form without a day", text: "form: {next: v2}\n",
      line: "s.yaml:5: form.next: the form does not say when it changes; add "
        + "`changes_on: 2018-07-01`"),
    .init(
      name: "next form after itself",
      text: "form: {version: v2, next: v2, changes_on: 2018-07-01}\n",
      line: "s.yaml:5: form.next: v2 follows version v1 only, not v2; set form.version to v1, or "
        + "take form.next away"),
    .init(
      name: "next form before the beginning", text: "form: {next: v2, changes_on: 2017-01-01}\n",
      line: "s.yaml:5: form.changes_on: the form changes before the run-in begins on 2017-11-06; "
        + "give a later day, or set form.version to v2"),
    .init(
      name: "calls that nobody answers", text: "call_answering: {channels: [hotline_12345]}\n",
      line: "baselines/roster-2018.csv: post: nobody works at 'call-centre'; add a row with heads "
        + "for it"),
    .init(
      name: "calls of an unknown channel",
      text: "staff: {changes: [{id: a, post: call-centre, shift: daily, heads: 2}]}\n"
        + "call_answering: {channels: [hotline]}\n",
      line: "s.yaml:6: call_answering.channels: there is no channel 'hotline'; there are wechat, "
        + "hotline_12345, mailbox, beautiful_shenzhen, hotline_12319, landline"),
    .init(
      name: "share above one", text: "participation: {replies: {hit: 1.5}}\n",
      line: "s.yaml:5: participation.replies.hit: 1.5 is out of bounds; write a number from 0 to 1"),
    .init(
      name: "effect outside its range",
      text: "effects: {wait_after_rung: {assumed: 0.2, range: [0.5, 1]}}\n",
      line:
        "s.yaml:5: effects.wait_after_rung: 0.2 lies outside its own range from 0.5 to 1; widen "
        + "the range or move the value"),
  ]
}

@Suite("Broken measures")
struct BrokenMeasureTests {
  @Test("Each gives one clear line with file, key and how to mend it", arguments: BrokenMeasure.all)
  func broken(_ broken: BrokenMeasure) throws {
    let bench = try Workbench()
    try bench.write("t.csv", broken.table)
    let (lines, code) = bench.complaints(try bench.overlay(broken.text))
    // A shipped file is named from where the test runs.
    let folder = "Scenarios/"
    let shown = lines.map { $0.hasPrefix(folder) ? String($0.dropFirst(folder.count)) : $0 }
    #expect(shown == [broken.line])
    #expect(code == 78)
  }
}
