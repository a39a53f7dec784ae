import CivicTime

extension WorldPlan {
  /// The same plan over another window, its calendars built to cover it.
  ///
  /// - Throws: `CalendarError` where holidays of the window are not published.
  public func over(_ window: Window) throws(CalendarError) -> WorldPlan {
    var plan = self
    plan.window = window
    var built: [ObjectIdentifier: WorkingCalendar] = [:]
    plan.policy.calendar = try plan.covering(policy.calendar, &built)
    for team in plan.teams.indices {
      for shift in plan.teams[team].shifts.indices {
        plan.teams[team].shifts[shift].calendar = try plan.covering(
          plan.teams[team].shifts[shift].calendar, &built)
      }
    }
    if var post = callAnswering {
      for shift in post.agents.indices {
        post.agents[shift].calendar = try plan.covering(post.agents[shift].calendar, &built)
      }
      plan.callAnswering = post
    }
    return plan
  }

  /// Shifts that share a calendar go on sharing it.
  private func covering(
    _ calendar: WorkingCalendar, _ built: inout [ObjectIdentifier: WorkingCalendar]
  ) throws(CalendarError) -> WorkingCalendar {
    if let known = built[ObjectIdentifier(calendar)] { return known }
    let last = window.start.advanced(by: window.days + Self.margin)
    let longer = try WorkingCalendar(
      calendar.plan, from: firstDay.advanced(by: -1), through: last)
    built[ObjectIdentifier(calendar)] = longer
    return longer
  }
}
