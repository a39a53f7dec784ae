import AppealCore
import AppealWorld
import CivicTime
import Demand
import Foundation
import RandomStreams
import Testing

/// The line in front of the agents, held against the formulas of Erlang and Palm.
@Suite struct CallAnsweringTests {
  /// All contacts are calls, Poisson at a constant rate, and nobody works on what they bring.
  private func plan(
    callsPerHour: Double, agents: Int, talkHours: Double, patienceHours: Double?, days: Int
  ) throws -> WorldPlan {
    var plan = try WorldFixture.plan()
    plan.window.days = days
    plan.window.runInDays = 1
    let demand = plan.demand
    let hours = DayClass.allCases.count * DemandPlan.hourCount
    plan.demand = try DemandPlan(
      utcOffsetSeconds: demand.utcOffsetSeconds,
      rates: Array(repeating: callsPerHour, count: hours), places: demand.places,
      leafCount: demand.leafCount, natureShares: demand.natureShares,
      communityShares: demand.communityShares, streetOfCommunity: demand.streetOfCommunity)
    for channel in plan.channels.indices {
      plan.channels[channel].share = channel == 0 ? 1 : 0
      plan.channels[channel].registration = .immediate
    }
    plan.citizens.duplicate = 0
    plan.citizens.repeatEnquiry = 0
    plan.citizens.comesBack = 0
    plan.participation.exceptions.withdrawn = 1
    plan.callAnswering = CallAnswering(
      channels: [ChannelID(0)],
      agents: [
        Shift(
          name: "always", calendar: try roundTheClock(plan), heads: agents, availability: 1,
          urgentOnly: false, premium: 1)
      ],
      talkHours: MeasuresFixture.exponential(talkHours),
      patienceHours: patienceHours.map { MeasuresFixture.exponential($0) })
    return plan
  }

  private func roundTheClock(_ plan: WorldPlan) throws -> WorkingCalendar {
    try WorkingCalendar(
      CalendarPlan(zone: plan.policy.calendar.zone, hours: .roundTheClock),
      from: plan.firstDay.advanced(by: -1), through: plan.window.start.advanced(by: 200))
  }

  private func calls(_ plan: WorldPlan) throws -> CallCounts {
    try MeasuresFixture.run(plan).counters.calls
  }

  /// Erlang C: 100 calls in half an hour, 3 minutes each, 14 agents; P(wait > 0) is 0.1741.
  @Test func patientCallersWaitAsErlangSays() throws {
    let calls = try calls(
      plan(callsPerHour: 200, agents: 14, talkHours: 0.05, patienceHours: nil, days: 21))
    let spare = (14 * 20 - 200) / 3_600.0
    let waits = 0.17413193359505003
    #expect(calls.offered > 90_000 && calls.abandoned == 0)
    let prompt = try #require(calls.serviceLevel)
    #expect(abs(prompt - (1 - waits * exp(-spare * 15))) < 0.01)
    let mean = Double(calls.answeredWait) / 1_000 / Double(calls.answered)
    #expect(abs(mean / (waits / spare) - 1) < 0.08)
  }

  /// Erlang A: 48 calls a minute, a minute each, 50 agents, patience of 2 minutes.
  @Test func impatientCallersHangUpAsPalmSays() throws {
    let calls = try calls(
      plan(callsPerHour: 2_880, agents: 50, talkHours: 1 / 60, patienceHours: 1 / 30, days: 3))
    let abandonment = try #require(calls.abandonment)
    #expect(abs(abandonment / 0.030912249162192457 - 1) < 0.08)
    let wait = Double(calls.answeredWait + calls.abandonedWait) / 1_000 / Double(calls.offered)
    #expect(abs(wait / 3.7094698994630946 - 1) < 0.08)
    #expect(calls.lost == calls.abandoned)
  }

  @Test func someCallAgainAndAreRegisteredLater() throws {
    var plan = try plan(
      callsPerHour: 200, agents: 8, talkHours: 0.05, patienceHours: 0.05, days: 7)
    let once = try calls(plan)
    plan.callAnswering?.redial = 0.7
    plan.callAnswering?.redialHours = MeasuresFixture.exponential(0.5)
    let again = try calls(plan)
    #expect(Double(once.lost) > 0.1 * Double(once.offered))
    #expect(abs(Double(again.redialled) / Double(again.abandoned) - 0.7) < 0.02)
    #expect(again.lost < once.lost)
    #expect(again.offered > once.offered)
  }

  @Test func nobodyAnswersAtNight() throws {
    var plan = try plan(
      callsPerHour: 20, agents: 5, talkHours: 0.05, patienceHours: nil, days: 7)
    plan.callAnswering?.agents[0].calendar = plan.policy.calendar
    let clock = plan.policy.calendar.clock
    var trial = try Trial(plan: plan, seed: 1, replication: 0)
    var early = 0
    var all = 0
    var longest = 0
    while trial.advance() {
      longest = max(longest, trial.callersWaiting)
      for index in 0..<trial.journal.count {
        guard case .submitted(let item, _, _, _) = trial.journal[index].change else { continue }
        all += 1
        let at = trial.journal[index].at
        if !clock.isWorking(at: at) && at - item.contactAt < .minutes(1) { early += 1 }
      }
      trial.journal.removeAll(keepingCapacity: true)
    }
    #expect(all > 1_000 && longest > 50)
    // A talk that began in office hours may end after them.
    #expect(early * 100 < all)
  }
}
