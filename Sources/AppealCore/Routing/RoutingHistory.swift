/// Learns from finished appeals whose they were, and suggests whose a new one may be, with reasons.
///
///     var history = RoutingHistory(roles: UnitRoles.roles(of: names, places: places))
///     history.learn(features, unit: final)
///     var ranking = RoutingRanking(best: 3)
///     history.suggest(features, into: &ranking)
///     history.evidence(features, for: ranking.suggestions[0].unit)
///
/// A unit's share is its part in all cases, times a factor for each class of similar cases
/// (``RoutingContext``); how much a class counts is learned case by case, by a step along the
/// gradient of the likelihood before the case is counted. Weights never fall below 0: evidence for
/// a unit never speaks against it.
///
/// Deterministic: no clock, no chance, no mathematical library; the order of learning is part of
/// the history. A host teaches a case when its outcome is known, not when the appeal comes in.
public struct RoutingHistory: ~Copyable {
  var counts: RoutingCounts
  var weights: [Double]
  let tuning: RoutingTuning
  private var ranking = RoutingRanking(best: 1)

  /// - Parameter roles: the role of each unit by its number; units that share one learn from each
  ///   other. A number of its own for every unit switches this off.
  public init(roles: [UInt16], tuning: RoutingTuning = RoutingTuning()) {
    counts = RoutingCounts(roles: roles)
    weights = [Double](repeating: tuning.initialWeight, count: RoutingContext.count)
    self.tuning = tuning
  }

  /// Cases learned so far.
  public var cases: Int { Int(counts.cases) }

  /// Cases that ended with a unit so far.
  public func cases(of unit: UnitID) -> Int { Int(counts.unitCases[unit.index]) }

  /// How much the evidence of a context counts now.
  public func weight(of context: RoutingContext) -> Double { weights[Int(context.rawValue)] }

  /// Adds a case whose final unit is known. O(units + cells of the contexts).
  public mutating func learn(_ features: RoutingFeatures, unit: UnitID) {
    precondition(unit.index < counts.roles.count, "there is no such unit")
    if movesWeights {
      counts.score(features, weights, tuning, into: &ranking)
      adjustWeights(features, unit)
    }
    counts.add(features, unit: unit.index)
  }

  /// Working out the shares takes ten times as long as counting.
  private var movesWeights: Bool {
    tuning.rate > 0 && counts.cases > 0
      && (counts.cases < tuning.settled || counts.cases.isMultiple(of: 8))
  }

  private mutating func adjustWeights(_ features: RoutingFeatures, _ unit: UnitID) {
    counts.gradient(features, unit: unit.index, tuning, &ranking) { context, slope in
      let step = tuning.rate * min(max(slope, -tuning.clip), tuning.clip)
      weights[Int(context.rawValue)] = max(0, weights[Int(context.rawValue)] + step)
    }
  }

  /// The best units by what was learned so far. Nothing is suggested before the first case.
  public func suggest(_ features: RoutingFeatures, into ranking: inout RoutingRanking) {
    counts.score(features, weights, tuning, into: &ranking)
    if counts.cases > 0 { ranking.choose() }
  }

  /// Why a unit is suggested, the strongest reason first; ties in the order of the contexts.
  public func evidence(_ features: RoutingFeatures, for unit: UnitID) -> [RoutingEvidence] {
    counts.evidence(features, unit: unit.index, weights, tuning)
      .enumerated()
      .sorted { ($1.element.factor, $0.offset) < ($0.element.factor, $1.offset) }
      .map(\.element)
  }
}

extension RoutingHistory {
  /// A hash of all that was learned, the same in every process. O(memory).
  public func digest() -> UInt64 {
    var hash = Fold.seed
    forEachCanonicalWord { hash = Fold.absorb($0, into: hash) }
    return hash
  }

  /// The words that `digest()` hashes: weights, cases by unit, then each context with its cells.
  public func forEachCanonicalWord(_ body: (UInt64) -> Void) {
    body(counts.cases)
    for weight in weights { body(weight.bitPattern) }
    for (role, cases) in zip(counts.roles, counts.unitCases) {
      body(UInt64(role) << 32 | UInt64(cases))
    }
    for slot in counts.keys.indices {
      body(counts.keys[slot])
      for cell in counts.cells[counts.spans[slot].range] {
        body(UInt64(cell.subject) << 32 | UInt64(cell.cases))
      }
    }
  }
}
