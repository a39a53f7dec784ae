/// Why a unit is suggested: what one class of earlier cases says for it.
public struct RoutingEvidence: Sendable, Hashable {
  public var context: RoutingContext
  /// Earlier cases of the class that ended with the unit, or with one of its role.
  public var cases: Int
  /// Earlier cases of the class.
  public var outOf: Int
  /// By how much the class multiplies the unit's odds against a unit it is silent about; 1 or more.
  public var factor: Double

  /// The part of the class that ended there.
  public var share: Double { Double(cases) / Double(outOf) }
}
