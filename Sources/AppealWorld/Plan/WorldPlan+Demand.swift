import CivicTime
import Demand

extension WorldPlan {
  /// The simulated days by class. Local closures shut offices, but are no holidays to citizens.
  func demandDays() throws -> DemandDays {
    var open = policy.calendar.plan
    open.closures = []
    let last = window.start.advanced(by: window.days)
    let calendar = try WorkingCalendar(open, from: firstDay, through: last.advanced(by: 1))
    let classes = (0...firstDay.distance(to: last)).map { offset in
      let date = firstDay.advanced(by: offset)
      let noon = calendar.zone.startOfDay(date) + .hours(12)
      return DayClass(date, isWorkingDay: calendar.clock.isWorkingDay(containing: noon))
    }
    return try DemandDays(first: firstDay, classes: classes)
  }

  func channelMix() throws -> ChannelMix {
    try ChannelMix(
      shares: channels.map(\.share), affinity: preferences.affinity,
      firstLevelOfLeaf: preferences.firstLevelOfLeaf)
  }
}
