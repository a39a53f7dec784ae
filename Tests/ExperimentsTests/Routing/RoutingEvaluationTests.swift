import AppealCore
import CivicTime
import Experiments
import Foundation
import Traces
import Testing

@Suite("Judging routing on a trace")
struct RoutingEvaluationTests {
  private func mapping(_ change: (inout TraceMapping) -> Void = { _ in }) throws -> TraceMapping {
    var mapping = TraceMapping(
      nulls: ["-"],
      created: .init(column: "at", format: try TraceTimeFormat(pattern: "yyyy-MM-dd HH:mm")))
    mapping.levels = [.init(key: "level"), .init(key: "leaf")]
    mapping.places = [.init(key: "street")]
    mapping.unit = .init(key: "unit")
    change(&mapping)
    return mapping
  }

  private func trace(
    _ rows: [String], levels: [String] = ["level", "leaf"]
  ) throws -> RoutingTrace {
    let file = FileManager.default.temporaryDirectory.appending(
      path: "huying-routing-\(ProcessInfo.processInfo.globallyUniqueString).csv")
    defer { try? FileManager.default.removeItem(at: file) }
    let text = (["at,\(levels.joined(separator: ",")),street,unit"] + rows).joined(separator: "\n")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return try RoutingTrace(
      path: file.path, mapping: mapping { $0.levels = levels.map { .init(key: $0) } },
      mappingPath: "m.yaml")
  }

  /// Until 9 January only noise comes in, and goes to `a`; then also dust, once a day, to `b`.
  private func dust() throws -> RoutingTrace {
    var rows = (1...30).map { "2018-01-\($0 < 10 ? "0" : "")\($0) 08:00,air,noise,one,a" }
    rows += (10...30).map { "2018-01-\($0) 09:00,dirt,dust,two,b" }
    return try trace(rows)
  }

  private let tenth = CivilDate("2018-01-10")

  @Test("A unit is learned when the delay is over, to the minute, and not before")
  func delay() throws {
    // The first dust is known from the seventeenth at 09:00 on: seven rows come too early for it.
    for (delay, unknown) in [
      (Milliseconds.days(7), 7), (.days(7) + 60_000, 8), (.days(7) - 60_000, 7), (.days(1), 1),
      (0, 1),
    ] {
      let report = try RoutingEvaluation(trace: dust(), from: tenth, delay: delay).run()
      #expect(report.rows == 42 && report.before == 9)
      #expect(report.neverSeen == unknown, "delay \(delay)")
      #expect(report.accuracies[RoutingMethod.floor.rawValue].first.right == 42 - unknown)
      // The model does not trust a single case against many others.
      #expect(report.accuracies[RoutingMethod.model.rawValue].first.right == 41 - unknown)
      // What is trained once has never heard of dust.
      for method in [RoutingMethod.modelOnce, .floorOnce] {
        #expect(report.accuracies[method.rawValue].first.right == 21, "\(method)")
      }
    }
  }

  @Test("A gain is the rows that only one method got right, less those of the other")
  func gains() throws {
    let report = try RoutingEvaluation(trace: dust(), from: tenth, delay: .days(7)).run()
    let gain = try #require(report.differences.first { $0.than == .floorOnce })
    #expect(gain.better == .model)
    #expect(gain.first.onlyBetter == 13 && gain.first.onlyOther == 0)
    #expect(gain.first.gain == 13.0 / 42)
    let interval = try #require(gain.first.interval)
    #expect(interval.low > 0 && interval.low < gain.first.gain && interval.high > gain.first.gain)
    #expect(report.days == 21)
    let wilson = report.accuracies[RoutingMethod.model.rawValue].first.share
    #expect(abs(wilson.low - 0.6670) < 0.0001 && abs(wilson.high - 0.9002) < 0.0001)
  }

  @Test("The floor falls back from leaf and street to leaf, then to the wider classes")
  func floor() throws {
    var rows: [String] = []
    for (count, row) in [
      (3, "air,noise,one,a"), (2, "air,noise,one,b"), (4, "air,noise,two,c"),
      (1, "air,smell,two,d"),
      (5, "soil,waste,two,e"),
    ] { rows += [String](repeating: "2018-01-01 08:00,\(row)", count: count) }
    // Asked: known leaf and street; known leaf elsewhere; new leaf of a known level and street.
    let asked = ["air,noise,one,a", "air,noise,three,c", "air,fume,two,c", "soil,rock,two,e"]
    rows += asked.map { "2018-01-02 08:00,\($0)" }
    rows.append("2018-01-02 08:00,water,drain,four,a")
    let report = try RoutingEvaluation(
      trace: trace(rows), from: CivilDate("2018-01-02"), delay: .days(7)
    ).run()
    #expect(report.rows == 5)
    #expect(report.accuracies[RoutingMethod.floorOnce.rawValue].first.right == 4)
    #expect(report.accuracies[RoutingMethod.floor.rawValue].firstThree.right == 0)
    #expect(report.differences[0].first.interval == nil, "one day gives no interval")
  }

  @Test("Of the wider classes the second level comes before the first")
  func secondLevel() throws {
    var rows = [String](repeating: "2018-01-01 08:00,air,smoke,chimney,one,a", count: 2)
    rows += [String](repeating: "2018-01-01 08:00,air,sound,shop,one,b", count: 5)
    rows.append("2018-01-02 08:00,air,smoke,bonfire,one,a")
    rows.append("2018-01-02 08:00,air,dust,road,one,b")
    let report = try RoutingEvaluation(
      trace: trace(rows, levels: ["l1", "l2", "l3"]), from: CivilDate("2018-01-02"), delay: 0
    ).run()
    #expect(report.accuracies[RoutingMethod.floorOnce.rawValue].first.right == 2)
  }

  @Test("Without --from the last fifth is judged; shown rows carry their evidence")
  func explained() throws {
    let evaluation = try RoutingEvaluation(trace: dust(), delay: .days(7))
    let report = try evaluation.run(explained: 2)
    #expect(evaluation.from.iso8601() == "2018-01-25T00:00:00Z")
    #expect(report.rows == 12)
    #expect(report.explanations.map(\.row.line) == [26, 29])
    for explanation in report.explanations {
      #expect(explanation.suggestions[0].unit == explanation.row.unit)
      let leaf = try #require(explanation.evidence.first { $0.context == .leaf })
      #expect(leaf.cases == leaf.outOf && leaf.factor > 1)
      #expect(
        explanation.evidence.map(\.factor) == explanation.evidence.map(\.factor).sorted(by: >))
    }
  }

  @Test("Rows without a unit are counted and left out; equal times keep the order of the file")
  func order() throws {
    let trace = try trace([
      "2018-01-02 08:00,l,x,s,b", "2018-01-01 08:00,l,y,s,-", "2018-01-01 08:00,l,z,s,a",
      "2018-01-02 08:00,l,w,s,a",
    ])
    #expect(trace.withoutUnit == 1)
    #expect(trace.cases.map(\.line) == [4, 2, 5])
  }

  @Test("A trace that cannot be judged is an error that says why")
  func errors() throws {
    let trace = try dust()
    #expect(throws: RoutingError.nothingBefore) {
      try RoutingEvaluation(trace: trace, from: CivilDate("2018-01-01"), delay: 0).run()
    }
    #expect(throws: RoutingError.nothingAfter) {
      try RoutingEvaluation(trace: trace, from: CivilDate("2019-01-01"), delay: 0).run()
    }
    for (key, change) in [
      ("unit", { $0.unit = nil }), ("category", { $0.levels = [] }), ("place", { $0.places = [] }),
    ] as [(String, (inout TraceMapping) -> Void)] {
      let error = #expect(throws: TraceError.self) {
        try RoutingTrace(path: "none.csv", mapping: mapping(change), mappingPath: "m.yaml")
      }
      #expect(error?.exitCode == 78)
      #expect(error?.description.hasPrefix("m.yaml: columns.\(key) is missing") == true)
    }
  }

  @Test("More different units than a number holds are refused, not trapped on")
  func tooManyUnits() throws {
    let rows = (0..<65_600).map { "2018-01-01 08:00,air,noise,one,u\($0)" }
    let error = #expect(throws: TraceError.self) { try trace(rows) }
    #expect("\(String(describing: error))".contains("65600 different things"))
  }
}
