extension WorldPlan {
  /// The same organisation `factor` times as large: demand volume and heads alike.
  ///
  /// Waiting shrinks with size at equal utilisation, as larger pools do.
  public func scaled(by factor: Int) -> WorldPlan {
    var plan = self
    plan.demand.volume *= Double(factor)
    for team in plan.teams.indices {
      for shift in plan.teams[team].shifts.indices {
        plan.teams[team].shifts[shift].heads *= factor
      }
    }
    return plan
  }
}
