/// Routing that learns (智能分拨): the unit that closed an appeal is learned with its category, place,
/// channel and nature, and suggested for what comes after.
public struct LearnedRouting: Sendable, Equatable {
  /// Percentage, 0 to 101: from this probability on a suggestion stands before the owner that the
  /// form names; 101 never.
  public var leadsFrom: Int64

  public init(leadsFrom: Int64) { self.leadsFrom = leadsFrom }
}
