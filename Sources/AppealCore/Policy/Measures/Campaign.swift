import CivicTime

/// A campaign (专项行动): for a while, what falls under its filters has a limit and a rank of its own.
public struct Campaign: Sendable, Equatable {
  public var name: String
  /// Submissions from this instant on …
  public var from: Instant
  /// … and before this one.
  public var until: Instant
  /// Empty: all.
  public var leaves: Set<LeafID>
  /// Empty: all.
  public var streets: Set<StreetID>
  /// A further limit: the earlier deadline counts; nil leaves the usual one.
  public var target: Target?
  public var rank: UInt8?

  public init(
    name: String, from: Instant, until: Instant, leaves: Set<LeafID> = [],
    streets: Set<StreetID> = [], target: Target? = nil, rank: UInt8? = nil
  ) {
    self.name = name
    self.from = from
    self.until = until
    self.leaves = leaves
    self.streets = streets
    self.target = target
    self.rank = rank
  }
}
