import CivicTime
import Demand
import Testing

@Suite("The polling job")
struct PollingTests {
  private let days = try? demandDays(from: CivilDate(daysSince1970: 17_000), count: 700)

  @Test("Registration follows contact, at a fetch, within the seconds of its page")
  func registration() throws {
    let pingshan = try PingshanPlan()
    let days = try #require(self.days)
    let schedule = PollingSchedule(plan: pingshan.polling, days: days, seed: 3, replication: 0)
    let instants = schedule.instants
    #expect(instants.count > 1_500)
    #expect(zip(instants, instants.dropFirst()).allSatisfy { $0 < $1 })
    var registered = 0
    for need in needs(try pingshan.demand(), days, seed: 3) {
      let at = schedule.registration(contact: need.contactAt, mark: need.registrationMark)
      #expect(at > need.contactAt)
      guard at < .distantFuture else { continue }
      registered += 1
      let fetch = try #require(instants.last { $0 <= at })
      #expect(at - fetch <= Int64(pingshan.polling.pageSeconds) * 1_000)
      if registered > 3_000 { break }
    }
    #expect(registered > 3_000)
  }

  @Test("The schedule depends on seed and replication alone, and a later start on its outages only")
  func sameness() throws {
    let plan = try PingshanPlan().polling
    let days = try #require(self.days)
    let once = PollingSchedule(plan: plan, days: days, seed: 3, replication: 0).instants
    #expect(once == PollingSchedule(plan: plan, days: days, seed: 3, replication: 0).instants)
    #expect(once != PollingSchedule(plan: plan, days: days, seed: 3, replication: 1).instants)
    let tail = try DemandDays(
      first: days.first.advanced(by: 100), classes: Array(days.classes.dropFirst(100)))
    let later = PollingSchedule(plan: plan, days: tail, seed: 3, replication: 0).instants
    #expect(once.suffix(1_000) == later.suffix(1_000))
  }

  @Test("Before the first day counts as before its fetches, after the last as never")
  func edges() throws {
    let plan = try PingshanPlan().polling
    let days = try #require(self.days)
    let schedule = PollingSchedule(plan: plan, days: days, seed: 3, replication: 0)
    let first = try #require(schedule.instants.first)
    let early = schedule.registration(contact: first - 9_000_000_000, mark: 0)
    #expect(early >= first && early < first + 40 * 86_400_000)
    let last = try #require(schedule.instants.last)
    #expect(schedule.registration(contact: last, mark: 0.5) == .distantFuture)
    #expect(schedule.registration(contact: .distantFuture, mark: 0.5) == .distantFuture)
  }
}
