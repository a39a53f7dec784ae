/// Counts of values by their power of two: bucket 0 holds zero, bucket k the values from 2^(k−1)
/// up to 2^k − 1. Two of them can be subtracted bucket by bucket.
public struct PowerCounts: Sendable {
  private var buckets = InlineArray<65, UInt64>(repeating: 0)
  public private(set) var count: UInt64 = 0
  public private(set) var sum: UInt64 = 0
  public private(set) var largest: UInt64 = 0

  public init() {}

  public static var bucketCount: Int { 65 }

  /// Values counted in a bucket.
  public subscript(bucket: Int) -> UInt64 { buckets[bucket] }

  public var mean: Double { count == 0 ? 0 : Double(sum) / Double(count) }

  mutating func add(_ value: UInt64) {
    buckets[UInt64.bitWidth - value.leadingZeroBitCount] += 1
    count += 1
    sum &+= value
    largest = max(largest, value)
  }

  /// A bound from above, within a factor of two, of the smallest value that at least the `share` of
  /// all values do not exceed; 0 if nothing was counted.
  public func bound(ofShare share: Double) -> UInt64 {
    let wanted = (share * Double(count)).rounded(.up)
    var seen: UInt64 = 0
    for bucket in 0..<Self.bucketCount {
      seen += buckets[bucket]
      if seen > 0, Double(seen) >= wanted {
        return min(largest, bucket == 64 ? .max : (1 << UInt64(bucket)) - 1)
      }
    }
    return 0
  }
}
