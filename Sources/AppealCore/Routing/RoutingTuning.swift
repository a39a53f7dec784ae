/// The few constants of the model.
///
/// The defaults, the contexts and the pooling by role were chosen for their accuracy on the Pingshan
/// trace from 2018-09-22 to 10-15, known with a delay of seven days; neighbouring values change it by
/// less than a point. (Roles came in after a first model without them had been judged once on what
/// follows, by the same choice on what lies before.)
public struct RoutingTuning: Sendable, Hashable {
  /// Cases that a unit is granted everywhere before the first is learned: more than 0.
  public var priorCases: Double
  /// How many cases it takes to trust a context: more than 0. Larger is more cautious.
  public var caution: Double
  /// Step of the weights per case; 0 keeps them as they are, and learning becomes mere counting.
  public var rate: Double
  /// Cases after which only one in eight moves the weights, which have settled by then.
  public var settled: UInt64
  /// Largest gradient that one case may exert on a weight.
  public var clip: Double
  /// What each context's evidence counts for at first.
  public var initialWeight: Double

  public init(
    priorCases: Double = 0.5, caution: Double = 4, rate: Double = 0.003, clip: Double = 4,
    settled: UInt64 = 8_192, initialWeight: Double = 1.6 / 12
  ) {
    precondition(priorCases > 0 && caution > 0, "a prior and a caution are more than 0")
    precondition(
      rate >= 0 && clip >= 0 && initialWeight >= 0, "a step and a weight are not negative")
    self.priorCases = priorCases
    self.caution = caution
    self.rate = rate
    self.clip = clip
    self.settled = settled
    self.initialWeight = initialWeight
  }
}
