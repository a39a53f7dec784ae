import AppealCore
import AppealWorld
import CivicTime
import Foundation
import Scenarios
import Testing

@Suite("Levers of the inventory")
struct LeverCoverageTests {
  private static let base = Shipped.path("baselines/pingshan-2016.yaml")

  private static func shipped() throws -> [Lever] {
    try Shipped.files(in: "levers").map { try Shipped.library.lever($0) }
  }

  /// Rows that `levers/README.md` lists as having none: lines such as `| 17 | – | why |`.
  private static func withoutLever() throws -> [Int] {
    let text = try String(contentsOfFile: Shipped.path("levers/README.md"), encoding: .utf8)
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells.count >= 3 && cells[1] == "–" && !cells[2].isEmpty ? Int(cells[0]) : nil
    }
  }

  @Test("Every row of the inventory has a lever, or is listed with the reason why it has none")
  func rows() throws {
    let covered = Set(try Self.shipped().flatMap(\.rows))
    let without = try Self.withoutLever()
    #expect(covered.isDisjoint(with: without))
    #expect(covered.union(without) == Set(1...26))
    #expect(without == without.sorted() && Set(without).count == without.count)
  }

  @Test("Files are named by row and id, and the README lists each")
  func names() throws {
    let readme = try String(contentsOfFile: Shipped.path("levers/README.md"), encoding: .utf8)
    for path in Shipped.files(in: "levers") {
      let name = URL(filePath: path).deletingPathExtension().lastPathComponent
      let lever = try Shipped.library.lever(path)
      #expect(lever.rows.count == 1)
      let row = try #require(lever.rows.first)
      #expect(name == (row < 10 ? "0" : "") + "\(row)-\(lever.id)")
      #expect(readme.contains("| \(row) | `\(name)` |"), "\(name)")
    }
  }

  @Test(
    "Each lever loads on the base with what it needs, and all of them together, under each explanation"
  )
  func load() throws {
    let set = try LeverSet(try Self.shipped())
    let groups = set.levers.indices.map { place in
      (set.allNeeds[place] + [place]).sorted().map { set.levers[$0] }
    }
    for explanation in [nil] + Shipped.explanations {
      for group in groups + [set.levers] {
        for withBehaviour in [false, true] {
          let scenario = try Shipped.library.load(
            Self.base, levers: group, withBehaviour: withBehaviour, explanation: explanation)
          #expect(scenario.plan.policy.form.leaves.count > 0)
        }
      }
    }
  }

  @Test("A lever's structure changes the plan, its behaviour an assumption with a range")
  func matters() throws {
    let set = try LeverSet(try Self.shipped())
    for (place, lever) in set.levers.enumerated() {
      let needs = set.allNeeds[place].sorted().map { set.levers[$0] }
      let before = try Shipped.library.load(Self.base, levers: needs, withBehaviour: true)
      let bare = try Shipped.library.load(
        Self.base, levers: needs + [lever], withBehaviour: false)
      let after = try Shipped.library.load(Self.base, levers: needs + [lever], withBehaviour: true)
      if !lever.structureKeys.isEmpty {
        #expect(Terms(bare.plan) != Terms(before.plan), "\(lever.id)")
      }
      #expect(!lever.structureKeys.isEmpty || !lever.behaviourKeys.isEmpty, "\(lever.id)")
      #expect(lever.hasEffect || lever.behaviourKeys.isEmpty, "\(lever.id)")
      for key in lever.behaviourKeys {
        let parameter = try #require(after.parameters.first { $0.key == key }, "\(key)")
        #expect(parameter.source == .assumed && parameter.low < parameter.high, "\(key)")
      }
    }
    #expect(set.levers.filter { !$0.hasEffect }.map(\.id) == ["adoption"])
  }

  @Test("1+6+N by itself costs the hours of before; duty in shifts brings more")
  func paidHours() throws {
    let levers = try Self.shipped()
    func hours(_ ids: [String]) throws -> Double {
      let chosen = try ids.map { id in try #require(levers.first { $0.id == id }) }
      let plan = try Shipped.library.load(Self.base, levers: chosen, withBehaviour: false).plan
      // Two weeks without a public holiday.
      let day = try CivilDate(year: 2018, month: 5, day: 7)
      let zone = plan.policy.calendar.zone
      let (start, end) = (zone.startOfDay(day), zone.startOfDay(day.advanced(by: 14)))
      var total: Milliseconds = 0
      for team in plan.teams where team.role == .dispatch {
        for shift in team.shifts {
          let clock = shift.calendar.clock
          total += clock.workingTime(from: start, to: end) * Int64(shift.heads)
        }
      }
      return Double(total) / 3_600_000 / 2
    }
    let before = try hours([])
    #expect(before == 455)
    #expect(try hours(["one-six-n"]) == before)
    #expect(try hours(["one-six-n", "duty-shifts"]) == 875)
  }

  @Test("The packages are cumulative sums of levers, the last one all of them")
  func packages() throws {
    let levers = try Self.shipped()
    let packages: [[String]] = [
      ["merge-channels", "one-six-n", "duty-shifts", "emergency-mode"],
      [
        "form-v1", "form-v2", "structured-submission", "simple-workflow", "verification",
        "deadline-order", "shorter-limits", "first-handler", "parallel-dispatch",
      ],
      [
        "supervision", "credits", "repair-first", "progress-bar", "result-photos",
        "star-appraisal", "campaigns", "dedicated-lane",
      ],
      [
        "alerts", "tags", "merge-duplicates", "knowledge-base", "suggested-category", "adoption",
      ],
    ]
    var sum: [Lever] = []
    for (number, ids) in packages.enumerated() {
      for id in ids { sum.append(try #require(levers.first { $0.id == id }, "\(id)")) }
      let laid = try Shipped.library.load(Self.base, levers: sum, withBehaviour: true)
      let package = try Shipped.library.load(Shipped.path("reforms/package-\(number + 1).yaml"))
      #expect(laid.hash == package.hash, "package \(number + 1)")
    }
    #expect(
      Set(levers.map(\.id)).subtracting(sum.map(\.id)) == ["promote-wechat", "learned-routing"])
  }
}

/// What of a plan levers change, comparable.
private struct Terms: Equatable {
  var channels: [Channel]
  var behaviours: [ChannelBehaviour]
  var form: [Form.Leaf]
  var dispatch: DispatchTree
  var workflows: [Workflow]
  var limits: [Target?]
  var returns: ReturnRules
  var measures: Measures
  var participation: Participation
  var effects: Effects
  var heads: [[Int]]

  init(_ plan: WorldPlan) {
    channels = plan.policy.channels
    behaviours = plan.channels
    form = plan.policy.form.leaves
    dispatch = plan.policy.dispatch
    workflows = plan.policy.workflows
    limits = Nature.allCases.map { plan.policy.serviceLevels.overall[$0] }
    returns = plan.policy.returns
    measures = plan.policy.measures
    participation = plan.participation
    effects = plan.effects
    heads = plan.teams.map { $0.shifts.map(\.heads) }
  }
}
