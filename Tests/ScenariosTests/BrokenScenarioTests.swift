import Foundation
import Scenarios
import Testing

/// A broken overlay on `pingshan-2018` and the one line that it must give.
struct BrokenCase: Sendable, CustomTestStringConvertible {
  var name: String
  var text: String
  var line: String
  var code: Int32 = 78
  var testDescription: String { name }

  static let all: [BrokenCase] = [
    .init(
      name: "unknown key", text: "citizens: {respons: 0.3}\n",
      line: "s.yaml:5: citizens.respons: there is no such key; did you mean 'response'?"),
    .init(
      name: "unknown key at the top", text: "wether: 1\n",
      line:
        "s.yaml:5: wether: there is no such key; the keys are extends, kind, id, title, summary, "
        + "calendar, window, places, form, demand, channels, legacy_channels, …"),
    .init(
      name: "negative rate", text: "costs:\n  unit: -3\n",
      line: "s.yaml:6: costs.unit: -3 is negative; write a number from 0 to 1000000"),
    .init(
      name: "share above one", text: "citizens: {response: 1.2}\n",
      line: "s.yaml:5: citizens.response: 1.2 is out of bounds; write a number from 0 to 1"),
    .init(
      name: "NaN", text: "citizens: {response: .nan}\n",
      line: "s.yaml:5: citizens.response: '.nan' is not a finite number; write a number from 0 to 1"
    ),
    .init(
      name: "infinity in a distribution",
      text: "citizens: {patience_hours: {exponential: {mean: .inf}}}\n",
      line: "s.yaml:5: citizens.patience_hours: '.inf' is not a finite number; write a number "
        + "such as 1.5"),
    .init(
      name: "no number", text: "citizens: {response: often}\n",
      line: "s.yaml:5: citizens.response: 'often' is no number; write a number from 0 to 1"),
    .init(
      name: "unknown distribution", text: "citizens: {patience_hours: {lognorml: {mean: 3}}}\n",
      line: "s.yaml:5: citizens.patience_hours: there is no distribution 'lognorml'; choose one of "
        + "constant, uniform, triangular, exponential, erlang, gamma, lognormal, weibull, "
        + "boundedPareto, beta, poisson, negativeBinomial, binomial, zipf, histogram, mixture; "
        + "write one such as {lognormal: {mean: 2, cv: 1}}"),
    .init(
      name: "choice", text: "dispatch: {structure: scatterd}\n",
      line: "s.yaml:5: dispatch.structure: 'scatterd' is none of the choices; did you mean "
        + "'scattered'?"),
    .init(
      name: "date", text: "window: {start: 2018-02-30}\n",
      line:
        "s.yaml:5: window.start: '2018-02-30' is not a day such as 2018-09-22; write a day such "
        + "as 2018-09-22"),
    .init(
      name: "days beyond the published holidays", text: "window: {start: 2026-12-20}\n",
      line: "s.yaml:5: window.start: the days from 2026-10-25 to 2028-03-21, run-in and 92 days "
        + "after among them, reach beyond the published holidays, 2010-01-01 to 2026-12-31; move the window, or set calendar.beyond "
        + "to weekdays"),
    .init(
      name: "value outside its range",
      text: "citizens: {response: {assumed: 0.7, range: [0.1, 0.3], neutral: 1}}\n",
      line:
        "s.yaml:5: citizens.response: 0.7 lies outside its own range from 0.1 to 0.3; widen the "
        + "range or move the value"),
    .init(
      name: "range in the wrong order",
      text: "citizens: {response: {assumed: 0.2, range: [0.3, 0.1], neutral: 1}}\n",
      line: "s.yaml:5: citizens.response.range: the range is not two numbers in order; write "
        + "[low, high]"),
    .init(
      name: "two sources", text: "citizens: {response: {assumed: 0.2, measured: 0.3}}\n",
      line: "s.yaml:5: citizens.response: the parameter names two sources; write one of measured, "
        + "quoted, published, assumed as the key of its value"),
    .init(
      name: "list where a mapping belongs", text: "citizens: [1, 2]\n",
      line: "s.yaml:5: citizens: a list stands where a mapping belongs; write keys such as "
        + "`duplicate:` under it"),
    .init(
      name: "a required key taken away", text: "staff: {roster: null}\n",
      line: "s.yaml:5: staff.roster: the key is missing; add `roster:` (Heads (post, shift, heads, "
        + "availability): a post is a centre, a unit or a verifying team.)"),
    .init(
      name: "twice the same key", text: "citizens: {response: 0.2}\ncitizens: {response: 0.3}\n",
      line: "s.yaml:5: citizens: the key stands twice in the same mapping; keep one of them",
      code: 65),
    .init(
      name: "syntax", text: "citizens: {response: 0.2\nx: [\n",
      line: "s.yaml:6: the text is no YAML (did not find expected ',' or '}'); check indentation, "
        + "quotes and brackets here", code: 65),
    .init(
      name: "alias", text: "a: &x [1]\nb: [*x, *x]\n",
      line: "s.yaml:5: anchors (&) and aliases (*) are not used in scenarios; write the value out, "
        + "use `extends`, or put the text in quotes", code: 65),
    .init(
      name: "tag", text: "citizens:\n  response: !!float 0.2\n",
      line: "s.yaml:6: tags (!) are not used in scenarios; take the tag away, or put the text in "
        + "quotes", code: 65),
    .init(
      name: "the same id twice in one list",
      text: "channels:\n  - {id: wechat, title: a}\n  - {id: wechat, title: b}\n",
      line: "s.yaml:7: channels.wechat: the id is there twice, in lines 6 and 7; keep one of them"),
    .init(
      name: "absurd effort",
      text: "verification: {effort_hours: {assumed: 1e9, range: [0, 1e9], neutral: 0}}\n",
      line:
        "s.yaml:5: verification.effort_hours: 1000000000 is out of bounds; write a number from 0 "
        + "to 1000"),
    .init(
      name: "missing table", text: "staff: {roster: nowhere.csv}\n",
      line: "s.yaml:5: staff.roster: there is no such file: nowhere.csv; check the path", code: 66),
    .init(
      name: "closed without a successor", text: "channels: [{id: landline, state: closed}]\n",
      line: "s.yaml:5: channels.landline: a closed channel names no successor; add `successor:`"),
    .init(
      name: "unknown successor",
      text: "channels: [{id: landline, state: closed, successor: wechatt}]\n",
      line: "s.yaml:5: channels.landline.successor: there is no channel 'wechatt'; did you mean "
        + "'wechat'?"),
    .init(
      name: "channels that hand over in a circle",
      text: "channels:\n  - {id: landline, state: closed, successor: mailbox}\n"
        + "  - {id: mailbox, state: closed, successor: landline}\n",
      line: "s.yaml:1: the successors of channel 政府信箱 lead back to it; let the last one stay open"),
    .init(
      name: "unknown post",
      text: "staff: {changes: [{id: a, post: centre, shift: early, heads: 1}]}\n",
      line: "s.yaml:5: staff.changes.a.post: there is no post 'centre'; there are district-centre, "
        + "centre-biling, centre-longtian, centre-maluan, centre-shijing, centre-pingshan, "
        + "centre-kengzi, 686, 1424, 1425, 1435, 1455, …"),
    .init(
      name: "fewer than no heads",
      text: "staff: {changes: [{id: a, post: district-centre, shift: early, heads: -4}]}\n",
      line: "s.yaml:5: staff.changes.a.heads: the post would have -3 heads; take away fewer"),
  ]
}

@Suite("Broken scenarios")
struct BrokenScenarioTests {
  @Test("Each gives one clear line and its exit code", arguments: BrokenCase.all)
  func broken(_ broken: BrokenCase) throws {
    let bench = try Workbench()
    let (lines, code) = bench.complaints(try bench.overlay(broken.text))
    #expect(lines == [broken.line])
    #expect(code == broken.code)
  }

  @Test("Several mistakes give a line each, in the order of the lines")
  func several() throws {
    let bench = try Workbench()
    let (lines, code) = bench.complaints(
      try bench.overlay("units: {redo: 2}\ncitizens: {response: x}\ncosts: {unt: 1}\n"))
    #expect(
      lines == [
        "s.yaml:5: units.redo: 2 is out of bounds; write a number from 0 to 1",
        "s.yaml:6: citizens.response: 'x' is no number; write a number from 0 to 1",
        "s.yaml:7: costs.unt: there is no such key; did you mean 'unit'?",
      ])
    #expect(code == 78)
  }

  @Test("The sentence shows the first five, and how many more there are")
  func capped() throws {
    let bench = try Workbench()
    let path = try bench.overlay((1...8).map { "wrong\($0): 1\n" }.joined())
    let error = #expect(throws: ScenarioError.self) { try Shipped.library.load(path) }
    let lines = error?.description.split(separator: "\n") ?? []
    #expect(error?.problems.count == 8)
    #expect(lines.count == 6)
    #expect(lines.last == "and 3 more; `huying validate` lists them all")
  }

  @Test("A circle of overlays is named")
  func cycle() throws {
    let bench = try Workbench()
    try bench.write("a.yaml", "extends: b.yaml\nid: a\n")
    try bench.write("b.yaml", "id: b\nextends:\n  - c.yaml\n")
    try bench.write("c.yaml", "id: c\n\nextends: a.yaml\n")
    let (lines, code) = bench.complaints(bench.path("a.yaml"))
    #expect(
      lines == [
        "c.yaml:3: extends: the documents extend each other in a circle: a.yaml → b.yaml → c.yaml → "
          + "a.yaml; take one `extends` away"
      ])
    #expect(code == 78)
    let own = bench.complaints(try bench.write("own.yaml", "extends: own.yaml\n")).lines
    #expect(own.count == 1 && own[0].contains("own.yaml → own.yaml"))
  }

  @Test("A chain of overlays has a limit")
  func chain() throws {
    let bench = try Workbench()
    for number in 0..<40 {
      try bench.write("c\(number).yaml", "extends: c\(number + 1).yaml\n")
    }
    let (lines, code) = bench.complaints(bench.path("c0.yaml"))
    #expect(
      lines == [
        "c15.yaml:1: extends: the chain of documents is longer than 16; extend a document nearer to "
          + "the base"
      ])
    #expect(code == 78)
  }

  @Test("A missing base is reported where it is named")
  func missingBase() throws {
    let bench = try Workbench()
    let path = try bench.write("s.yaml", "id: s\nextends: gone.yaml\n")
    let (lines, code) = bench.complaints(path)
    #expect(lines == ["s.yaml:2: extends: there is no such file: gone.yaml; check the path"])
    #expect(code == 66)
  }
}
