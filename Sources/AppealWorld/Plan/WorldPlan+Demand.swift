import CivicTime
import Demand

/// What happens whatever the organisation does: the days, and when the city's hotline is polled.
struct Surroundings {
  var days: DemandDays
  var polls: PollingSchedule
}

extension WorldPlan {
  func surroundings(seed: UInt64, replication: UInt32) throws(WorldPlanError) -> Surroundings {
    do {
      let days = try demandDays()
      let polls = PollingSchedule(
        plan: polling, days: days, utcOffsetSeconds: demand.utcOffsetSeconds, seed: seed,
        replication: replication)
      return Surroundings(days: days, polls: polls)
    } catch {
      throw .demand("\(error)")
    }
  }

  /// The simulated days by class. Local closures shut offices, but are no holidays to citizens.
  private func demandDays() throws -> DemandDays {
    var open = policy.calendar.plan
    open.closures = []
    let first = firstDay.advanced(by: -leadDays)
    let last = window.start.advanced(by: window.days)
    let calendar = try WorkingCalendar(open, from: first, through: last.advanced(by: 1))
    let classes = (0...first.distance(to: last)).map { offset in
      let date = first.advanced(by: offset)
      let noon = calendar.zone.startOfDay(date) + .hours(12)
      return DayClass(date, isWorkingDay: calendar.clock.isWorkingDay(containing: noon))
    }
    return try DemandDays(first: first, classes: classes)
  }

  /// Days before the run-in whose needs fill the extra opening backlog.
  private var leadDays: Int {
    guard window.openingBacklog > 0 else { return 0 }
    let daily = demand.rates.reduce(0, +) / Double(DayClass.allCases.count) * demand.volume
    return 7 + Int((2 * Double(window.openingBacklog) / max(daily, 1)).rounded(.up))
  }

  func channelMix() throws(WorldPlanError) -> ChannelMix {
    do {
      return try ChannelMix(
        shares: channels.map(\.share), affinity: preferences.affinity,
        firstLevelOfLeaf: preferences.firstLevelOfLeaf)
    } catch {
      throw .demand("\(error)")
    }
  }
}
