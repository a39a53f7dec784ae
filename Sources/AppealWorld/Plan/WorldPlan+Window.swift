import CivicTime

extension WorldPlan {
  /// The same plan over another window, its calendars built to cover it.
  ///
  /// - Throws: `CalendarError` where holidays of the window are not published.
  public func over(_ window: Window) throws(CalendarError) -> WorldPlan {
    var plan = self
    plan.window = window
    plan.policy.calendar = try plan.covering(policy.calendar)
    for team in plan.teams.indices {
      for shift in plan.teams[team].shifts.indices {
        plan.teams[team].shifts[shift].calendar = try plan.covering(
          plan.teams[team].shifts[shift].calendar)
      }
    }
    return plan
  }

  private func covering(_ calendar: WorkingCalendar) throws(CalendarError) -> WorkingCalendar {
    let last = window.start.advanced(by: window.days + Self.margin)
    return try WorkingCalendar(calendar.plan, from: firstDay.advanced(by: -1), through: last)
  }
}
