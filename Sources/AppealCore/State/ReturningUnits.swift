/// The last four units that returned an appeal, the newest in the lowest bits.
struct ReturningUnits: BitwiseCopyable {
  private(set) var rawValue: UInt64

  init(rawValue: UInt64 = .max) { self.rawValue = rawValue }

  mutating func insert(_ unit: UnitID) { rawValue = rawValue << 16 | UInt64(unit.rawValue) }

  func contains(_ unit: UnitID) -> Bool {
    (0..<4).contains { UInt16(truncatingIfNeeded: rawValue >> (16 * $0)) == unit.rawValue }
  }
}
