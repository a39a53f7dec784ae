import CivicTime
import Experiments
import Foundation
import Scenarios
import Testing
import Traces

@Suite("Routing on the trace of Pingshan")
struct PingshanRoutingTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let file = root.appending(path: "../shared/data/pingshan_2018-02_to_10.csv.gz")
    .standardized.path

  private static var hasTrace: Bool { FileManager.default.fileExists(atPath: file) }

  private func report(from: String) throws -> RoutingReport {
    let mapping = try ScenarioLibrary(folder: Self.root.path + "/Scenarios")
      .traceMapping("huying:replays/pingshan.mapping.yaml")
    let trace = try RoutingTrace(path: Self.file, mapping: mapping, mappingPath: "pingshan")
    #expect(trace.tally.rows == 6_952 && trace.tally.bad == 0 && trace.withoutUnit == 14)
    #expect(trace.names.units.count == 114)
    return try RoutingEvaluation(trace: trace, from: CivilDate(from), delay: .days(7)).run()
  }

  @Test(
    "The model beats the floor, first and first three, though it waits for its labels",
    .enabled(if: hasTrace, "../shared/data is absent: the trace is not published with it"))
  func beatsTheFloor() throws {
    let report = try report(from: "2018-10-16")
    #expect(report.rows == 1_399 && report.before == 5_539)
    let floor = report.accuracies[RoutingMethod.floorOnce.rawValue]
    #expect(floor.first.share.estimate > 0.69 && floor.firstThree.share.estimate > 0.82)
    let gain = report.differences[0]
    #expect(gain.better == .model && gain.than == .floorOnce)
    #expect(gain.first.gain > 0.01)
    #expect(gain.firstThree.gain > 0.025)
    #expect(try #require(gain.firstThree.interval).low > 0.01)
    // Trained on the same rows as the floor, both gains are beyond chance.
    let once = report.differences[1]
    #expect(try #require(once.first.interval).low > 0)
    #expect(try #require(once.firstThree.interval).low > 0.01)
    #expect(abs(report.claimed - 0.72) < 0.03, "shares are honest to a few points")
  }

  @Test(
    "The same run twice gives the same figures",
    .enabled(if: hasTrace, "../shared/data is absent: the trace is not published with it"))
  func same() throws {
    let first = try report(from: "2018-10-08")
    let second = try report(from: "2018-10-08")
    #expect(first.claimed == second.claimed)
    #expect(first.accuracies.map(\.first.right) == second.accuracies.map(\.first.right))
    #expect(first.differences.map(\.first.interval) == second.differences.map(\.first.interval))
  }
}
