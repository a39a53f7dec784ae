/// Draws an index with given weights in constant time.
///
/// Source: Walker's alias method, built by Vose, "A linear algorithm for generating random numbers
/// with a given distribution", IEEE TSE 17 (1991).
struct AliasTable: ~Copyable {
  /// 12 bytes: the index is kept below `threshold`, else `alias` is taken.
  struct Column: BitwiseCopyable {
    var threshold: UInt64
    var alias: UInt32
  }

  private let columns: UnsafeMutablePointer<Column>
  private let count: UInt64

  /// - Precondition: there is a weight, none is negative, and their sum is positive. A plan has
  ///   been checked for that.
  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    precondition(total > 0, "the weights of an alias table have a positive sum")
    count = UInt64(weights.count)
    columns = .allocate(capacity: weights.count)
    var scaled = weights.map { $0 / total * Double(weights.count) }
    var small: [Int] = []
    var large: [Int] = []
    for index in weights.indices {
      columns[index] = Column(threshold: .max, alias: UInt32(index))
      if scaled[index] < 1 { small.append(index) } else { large.append(index) }
    }
    while let low = small.popLast(), let high = large.last {
      columns[low] = Column(
        threshold: UInt64(scaled[low] * 0x1p63) << 1, alias: UInt32(high))
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  deinit { columns.deallocate() }

  /// The index for 64 random bits.
  @inline(__always)
  func index(for bits: UInt64) -> Int {
    let (high, low) = count.multipliedFullWidth(by: bits)
    let column = columns[Int(high)]
    return low < column.threshold ? Int(high) : Int(column.alias)
  }
}
