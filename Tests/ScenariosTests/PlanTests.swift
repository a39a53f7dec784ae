import AppealCore
import AppealWorld
import CivicTime
import Scenarios
import Testing

@Suite("Plans built from scenarios")
struct PlanTests {
  private func plan(_ name: String, explanation: String? = nil) throws -> WorldPlan {
    try Shipped.library.load(Shipped.path("\(name).yaml"), explanation: explanation).plan
  }

  @Test("2018: six sources, one district and six street centres, form version 1")
  func measuredOrganisation() throws {
    let plan = try plan("baselines/pingshan-2018")
    #expect(plan.policy.channels.count == 6)
    #expect(plan.policy.channels.allSatisfy { $0.phase == .open })
    #expect(
      plan.policy.dispatch.posts.map(\.kind) == [.district] + (0..<6).map { .street(StreetID($0)) })
    #expect(plan.policy.form.leaves.count == 512)
    #expect(plan.responsibility.formLeaf.count == 1_007)
    #expect(plan.policy.workflows.map(\.name) == ["simple", "general"])
    #expect(plan.channels[1].registration == .batch)
    #expect(abs(plan.channels.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    let street = plan.policy.dispatch.unitPosts.filter { $0 != ListID(0) }
    #expect(street.count > 60 && street.count < plan.policy.units.count)
  }

  @Test("2016: 148 channels, an account each, desks that poll more than ten, no form")
  func counterfactual() throws {
    let plan = try plan("baselines/pingshan-2016")
    #expect(plan.policy.channels.count == 148)
    #expect(plan.policy.dispatch.posts.count == 148)
    #expect(!plan.classification.formNamesUnit)
    #expect(plan.policy.dispatch.order == .strictArrival)
    let desks = plan.teams.filter { $0.role == .dispatch }
    #expect(desks.count == 13)
    #expect(desks.allSatisfy { $0.lists.count > 10 && $0.switchingHours > 0 })
    #expect(Set(desks.flatMap(\.lists)).count == 148)
    #expect(plan.policy.serviceLevels.overall[.complaint] == .workingDays(15, .endOfDay))
    let legacy = plan.channels[6...].reduce(0) { $0 + $1.share }
    #expect(abs(legacy - 0.4) < 1e-9)
  }

  @Test("Package 1 closes all but three channels and redirects, shares unchanged")
  func firstPackage() throws {
    let before = try plan("baselines/pingshan-2016")
    let after = try plan("reforms/package-1")
    let open = after.policy.channels.indices.filter { after.policy.channels[$0].phase == .open }
    #expect(open == [0, 1, 2])
    #expect(after.channels.map(\.share) == before.channels.map(\.share))
    for channel in after.policy.channels[3...] {
      guard case .closed(let successor) = channel.phase else {
        Issue.record("\(channel.name) is not closed")
        continue
      }
      #expect(open.contains(successor.index))
    }
  }

  @Test("Packages are cumulative")
  func cumulative() throws {
    let first = try plan("reforms/package-1")
    let second = try plan("reforms/package-2")
    let third = try plan("reforms/package-3")
    let fourth = try plan("reforms/package-4")
    #expect(second.policy.form.leaves.count == 1_007)
    #expect(second.policy.serviceLevels.overall[.enquiry] == .workingDays(1, .endOfDay))
    #expect(first.policy.workflows.map(\.name) == ["general"])
    #expect(!first.policy.workflows[0].nodes.contains(.verify))
    #expect(second.policy.workflows.map(\.name) == ["simple", "general"])
    #expect(second.policy.workflows[1].nodes.contains(.verify))
    #expect(second.policy.dispatch.order == .deadline && second.policy.returns.limit == 1)
    #expect(!second.policy.form.leaves.contains { $0.evidence })
    #expect(third.policy.form.leaves.contains { $0.evidence })
    #expect(fourth.classification.filingAccuracy > third.classification.filingAccuracy)
    let rules = [first, second, third, fourth].map(\.policy.measures)
    #expect(rules.map { $0.emergency != nil } == [true, true, true, true])
    #expect(rules.map { $0.firstHandler != nil } == [false, true, true, true])
    #expect(rules.map { $0.support?.order == .parallel } == [false, true, true, true])
    #expect(rules.map { $0.supervision != nil } == [false, false, true, true])
    #expect(rules.map(\.campaigns.count) == [0, 0, 2, 2])
    #expect(rules.map(\.tags.kinds.count) == [0, 0, 0, 35])
    #expect(rules.map { $0.knowledge != nil } == [false, false, false, true])
    #expect(rules.map(\.adoption) == [false, false, false, true])
  }

  @Test("Ten per cent more capacity reaches the controllable units, and nothing else")
  func capacity() throws {
    for explanation in [nil] + Shipped.explanations {
      let base = try plan("baselines/pingshan-2018", explanation: explanation)
      let more = try plan("reforms/capacity-plus-10", explanation: explanation)
      for (old, new) in zip(base.teams, more.teams) {
        var factor = 1.0
        if case .unit(let unit) = old.role, base.policy.units[unit.index].controllable {
          factor = 1.1
        }
        for (before, after) in zip(old.shifts, new.shifts) {
          #expect(abs(after.availability - before.availability * factor) < 1e-12)
          #expect(after.heads == before.heads)
        }
      }
    }
  }

  @Test("One more dispatcher is one head at one post")
  func dispatcher() throws {
    let base = try plan("baselines/pingshan-2018")
    let more = try plan("reforms/one-more-dispatcher")
    let heads = { (plan: WorldPlan) in plan.teams.map { $0.shifts.map(\.heads) } }
    var expected = heads(base)
    expected[0][0] += 1
    #expect(heads(more) == expected)
    #expect(more.teams[0].id == "district-centre")
  }

  @Test("Explanations differ in how units handle, and in crews only for congestion")
  func explanations() throws {
    let base = try plan("baselines/pingshan-2018")
    let availability = { (plan: WorldPlan) in plan.teams.flatMap { $0.shifts.map(\.availability) } }
    let congestion = try plan("baselines/pingshan-2018", explanation: "congestion")
    #expect(congestion.units == base.units)
    #expect(availability(congestion) != availability(base))
    let outside = try plan("baselines/pingshan-2018", explanation: "outside-waiting")
    #expect(availability(outside) == availability(base))
    #expect(outside.units.allSatisfy { $0.outsideHours.mean > 0 && $0.outsideShare == 1 })
    #expect(outside.units.allSatisfy { $0.habitualStart.mean == 0 })
    let habit = try plan("baselines/pingshan-2018", explanation: "unit-habit")
    #expect(availability(habit) == availability(base))
    #expect(habit.units.allSatisfy { $0.habitualStart.mean > 0 && $0.outsideShare == 0 })
  }

  @Test("The typhoon brings a surge and closed days")
  func typhoon() throws {
    let plan = try plan("stress/typhoon")
    #expect(plan.demand.surges.count == 1)
    #expect(plan.demand.surges[0].factors.max() ?? 0 > 1.2)
    #expect(plan.demand.surges[0].firstDay.description == "2018-09-16")
    let clock = plan.policy.calendar.clock
    let day = try #require(CivilDate("2018-09-17"))
    let monday = plan.policy.calendar.zone.startOfDay(day)
    #expect(clock.workingTime(from: monday, to: monday + .days(1)) == 0)
    #expect(clock.workingTime(from: monday + .days(1), to: monday + .days(2)) == .hours(7))
  }

  @Test("Reference limits mean the same for a need whatever the form in force")
  func reference() throws {
    let shown = try Shipped.scenarios.map { path in
      let scenario = try Shipped.library.load(path)
      let leaves = scenario.plan.responsibility.formLeaf
      return leaves.map { leaf -> Target in
        let table = scenario.reference
        let limitClass = scenario.plan.policy.form.leaves[leaf.index].limitClass
        return table.leaves[leaf] ?? table.classes[Int(limitClass)]
      }
    }
    let first = try #require(shown.first)
    for limits in shown {
      // Splits and merges of the form move a few leaves between classes.
      let same = zip(limits, first).filter { $0 == $1 }.count
      #expect(Double(same) > 0.75 * Double(first.count))
    }
  }
}
