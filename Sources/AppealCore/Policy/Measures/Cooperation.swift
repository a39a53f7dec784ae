import CivicTime

/// Several units at one appeal (多单位协办): beside the lead unit.
public struct SupportRules: Sendable, Equatable {
  public var order: Order
  /// Supporting units of one appeal at once.
  public var limit: UInt8

  public enum Order: UInt8, Sendable {
    /// 并联: all parts at once; the lead unit reports when all have joined.
    case parallel
    /// 串联: one part after another, the lead unit's last.
    case serial
  }

  public init(order: Order, limit: UInt8 = 8) {
    self.order = order
    self.limit = limit
  }
}

/// 先抢修、再问责: what falls under these leaves is repaired at once; whose duty it was is settled
/// beside.
public struct RepairFirst: Sendable, Equatable {
  public var leaves: Set<LeafID>
  /// Limit of the liability case.
  public var settle: Target

  public init(leaves: Set<LeafID>, settle: Target) {
    self.leaves = leaves
    self.settle = settle
  }
}

/// 正向激励: credit points.
public struct CreditRules: Sendable, Equatable {
  /// Closed within this percentage of the time to the deadline is early, 0 to 100.
  public var earlyWithin: Int64
  public var earlyClose: UInt8
  /// Five stars in all four dimensions.
  public var fiveStars: UInt8

  public init(earlyWithin: Int64, earlyClose: UInt8, fiveStars: UInt8) {
    self.earlyWithin = earlyWithin
    self.earlyClose = earlyClose
    self.fiveStars = fiveStars
  }
}
