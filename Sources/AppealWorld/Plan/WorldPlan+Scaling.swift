import Demand

extension WorldPlan {
  /// The same organisation `factor` times as large: demand volume and heads alike.
  ///
  /// Waiting shrinks with size at equal utilisation, as larger pools do.
  /// - Throws: `DemandPlanError` if the volume becomes too large for a need's number.
  public func scaled(by factor: Int) throws(DemandPlanError) -> WorldPlan {
    var plan = self
    plan.demand = try demand.scaled(by: Double(factor))
    for team in plan.teams.indices {
      for shift in plan.teams[team].shifts.indices {
        plan.teams[team].shifts[shift].heads *= factor
      }
    }
    for shift in (plan.callAnswering?.agents ?? []).indices {
      plan.callAnswering?.agents[shift].heads *= factor
    }
    return plan
  }
}
