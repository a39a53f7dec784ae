extension RoutingCounts {
  /// What one case in a context speaks for its subject: ln(1 + n/(caution × prior share)).
  @inline(__always)
  private func lift(_ cell: Cell, _ context: RoutingContext, _ scale: Scale) -> Double {
    let prior =
      context.countsRoles
      ? Double(roleCases[Int(cell.subject)])
        + scale.priorCases * Double(roleSizes[Int(cell.subject)])
      : Double(unitCases[Int(cell.subject)]) + scale.priorCases
    return RoutingMathematics.logarithm(1 + Double(cell.cases) * scale.perPrior / prior)
  }

  /// The constants of one moment, worked out once.
  struct Scale {
    let priorCases: Double
    /// All cases, prior ones included.
    let all: Double
    let perPrior: Double

    init(_ counts: borrowing RoutingCounts, _ tuning: RoutingTuning) {
      priorCases = tuning.priorCases
      all = Double(counts.cases) + priorCases * Double(counts.roles.count)
      perPrior = all / tuning.caution
    }
  }

  /// Probabilities of all units: P(u) ∝ g(u) · Π over contexts of (1 + n(u)/(caution·g(u)))^weight,
  /// where g is the share of the unit (or its role) in all cases and n its cases in the context.
  ///
  /// A log-linear mixture of the contexts' predictions (Mahoney, "Adaptive weighing of context
  /// models", 2005), written so that a unit without cases in a context has factor 1. O(units +
  /// cells of the contexts), no allocation after the first call.
  func score(
    _ features: RoutingFeatures, _ weights: [Double], _ tuning: RoutingTuning,
    into ranking: inout RoutingRanking
  ) {
    ranking.clear(units: roles.count, roles: roleCases.count)
    let scale = Scale(self, tuning)
    RoutingContext.forEach { context in
      let weight = weights[Int(context.rawValue)]
      guard weight > 0, let slot = self.context(of: context.key(of: features)) else { return }
      for position in spans[slot].range {
        let cell = cells[position]
        let push = weight * lift(cell, context, scale)
        if context.countsRoles {
          ranking.roleLift[Int(cell.subject)] += push
        } else {
          ranking.unitLift[Int(cell.subject)] += push
        }
      }
    }
    normalise(scale, &ranking)
  }

  private func normalise(_ scale: Scale, _ ranking: inout RoutingRanking) {
    var highest = 0.0
    for unit in roles.indices {
      ranking.unitLift[unit] += ranking.roleLift[Int(roles[unit])]
      highest = max(highest, ranking.unitLift[unit])
    }
    let floor = RoutingMathematics.exponential(-highest)
    var sum = 0.0
    for unit in roles.indices {
      let lift = ranking.unitLift[unit]
      let factor = lift == 0 ? floor : RoutingMathematics.exponential(lift - highest)
      let share = (Double(unitCases[unit]) + scale.priorCases) * factor
      ranking.shares[unit] = share
      sum += share
    }
    for unit in roles.indices { ranking.shares[unit] /= sum }
  }

  /// The gradient of ln P(unit) in each weight, at the scores of `ranking`: what the context says
  /// for the unit, less what it says on average.
  func gradient(
    _ features: RoutingFeatures, unit: Int, _ tuning: RoutingTuning,
    _ ranking: inout RoutingRanking, each: (RoutingContext, Double) -> Void
  ) {
    RoutingRanking.zero(&ranking.roleShares, roleCases.count)
    for unit in roles.indices { ranking.roleShares[Int(roles[unit])] += ranking.shares[unit] }
    let scale = Scale(self, tuning)
    RoutingContext.forEach { context in
      guard let slot = self.context(of: context.key(of: features)) else { return }
      let wanted = context.countsRoles ? roles[unit] : UInt16(unit)
      var slope = 0.0
      for position in spans[slot].range {
        let cell = cells[position]
        let lift = lift(cell, context, scale)
        let share =
          context.countsRoles
          ? ranking.roleShares[Int(cell.subject)] : ranking.shares[Int(cell.subject)]
        slope += (cell.subject == wanted ? 1 - share : -share) * lift
      }
      each(context, slope)
    }
  }

  /// What each context has to say for a unit, in order of the contexts; silent ones are left out.
  func evidence(
    _ features: RoutingFeatures, unit: Int, _ weights: [Double], _ tuning: RoutingTuning
  ) -> [RoutingEvidence] {
    let scale = Scale(self, tuning)
    return RoutingContext.allCases.compactMap { context in
      guard let slot = self.context(of: context.key(of: features)) else { return nil }
      let wanted = context.countsRoles ? roles[unit] : UInt16(unit)
      guard let cell = cells[spans[slot].range].first(where: { $0.subject == wanted }) else {
        return nil
      }
      let push = weights[Int(context.rawValue)] * lift(cell, context, scale)
      return RoutingEvidence(
        context: context, cases: Int(cell.cases), outOf: Int(spans[slot].cases),
        factor: RoutingMathematics.exponential(push))
    }
  }
}
