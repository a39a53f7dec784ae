import CivicTime

extension Trial {
  /// What each team did in the measured window; to be read after the end.
  public func teamTallies() -> [TeamTally] {
    var tallies = plan.teams.indices.map {
      TeamTally(
        team: $0, heads: 0, paidHours: 0, cost: 0, busyHours: 0, tasks: 0, waitHours: 0,
        meanQueue: 0)
    }
    for (index, team) in plan.teams.enumerated() {
      for shift in team.shifts where shift.heads > 0 {
        let worked = shift.calendar.clock.workingTime(from: windowStart, to: windowEnd)
        let paid = hours(worked) * Double(shift.heads) * shift.paid
        tallies[index].heads += shift.heads
        tallies[index].paidHours += paid
        tallies[index].cost += paid * shift.premium * team.rate
      }
    }
    for crew in 0..<crews.count {
      let crew = crews[CrewIndex(crew)]
      tallies[Int(crew.team)].busyHours += hours(crew.busy)
      tallies[Int(crew.team)].tasks += crew.tasks
      tallies[Int(crew.team)].waitHours += hours(crew.waited)
    }
    let length = hours(windowEnd - windowStart)
    for index in tallies.indices { tallies[index].meanQueue = tallies[index].waitHours / length }
    return tallies
  }

  /// Paid hours of the agents who answer calls, in the measured window; 0 without such a post.
  public var paidAgentHours: Double {
    (plan.callAnswering?.agents ?? []).reduce(0) { sum, shift in
      let worked = shift.calendar.clock.workingTime(from: windowStart, to: windowEnd)
      return sum + hours(worked) * Double(shift.heads) * shift.paid
    }
  }

  private func hours(_ span: Milliseconds) -> Double { Double(span) / 3_600_000 }
}
