/// What a unit, a post or the grid officers of a street have done since the last bulletin.
public struct UnitLedger: Sendable, BitwiseCopyable, Equatable {
  public var dispatched: UInt32 = 0
  public var closed: UInt32 = 0
  public var closedOnTime: UInt32 = 0
  public var breaches: UInt32 = 0
  public var returns: UInt32 = 0
  /// By `EvidenceKind`.
  public var groundlessReturns: UInt32 = 0
  public var pingPongs: UInt32 = 0
  public var untouched: UInt32 = 0
  /// Rungs of the ladder rung while the task lay with it.
  public var rungs: UInt32 = 0
  public var credits: UInt32 = 0
  public var isHeldToAccount = false

  public init() {}

  /// Evidence of shirking and idling.
  public var evidence: UInt32 { groundlessReturns + pingPongs + untouched }
}

/// Ledgers by unit, then by post, then by the grid officers of each street.
struct UnitLedgers: ~Copyable {
  let count: Int
  private let rows: UnsafeMutablePointer<UnitLedger>

  init(units: Int, others: Int) {
    count = units + others
    rows = .allocate(capacity: count)
    rows.initialize(repeating: UnitLedger(), count: count)
  }

  deinit { rows.deallocate() }

  /// The row of a unit that exists.
  @inline(__always)
  subscript(unit: UnitID) -> UnsafeMutablePointer<UnitLedger> { rows + unit.index }

  @inline(__always)
  subscript(row: Int) -> UnsafeMutablePointer<UnitLedger> { rows + row }

  mutating func clear() { rows.update(repeating: UnitLedger(), count: count) }
}
