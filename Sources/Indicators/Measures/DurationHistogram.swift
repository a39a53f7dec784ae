/// Counts of durations in log-linear bins, at most 1/128 of their value wide.
public struct DurationHistogram: Sendable, Equatable {
  /// One count a bin; without the empty bins at the end.
  public private(set) var counts: [Int]

  public init() { counts = [] }

  init(_ bins: UnsafeBufferPointer<Int>) {
    let last = bins.lastIndex { $0 != 0 }
    counts = last.map { Array(bins[...$0]) } ?? []
  }

  public var total: Int { counts.reduce(0, +) }

  /// The duration, in hours, below which a share `probability` of the counts lies, interpolated
  /// within its bin; nil when nothing was counted.
  public func quantileHours(_ probability: Double) -> Double? {
    let total = total
    guard total > 0 else { return nil }
    let rank = probability * Double(total)
    var below = 0
    for (bin, count) in counts.enumerated() where count > 0 {
      if Double(below + count) >= rank {
        let low = Double(DurationScale.lowSeconds(bin))
        let high = Double(DurationScale.lowSeconds(bin + 1))
        let inside = max(0, rank - Double(below)) / Double(count)
        return (low + (high - low) * inside) / 3_600
      }
      below += count
    }
    return Double(DurationScale.lowSeconds(counts.count)) / 3_600
  }

  /// Bins in the form (low, high) hours and count, each `perOctave` to an octave, empty ones left
  /// out. `perOctave` divides 128.
  public func coarse(perOctave: Int) -> [(low: Double, high: Double, count: Int)] {
    let width = 128 / perOctave
    var rows: [(low: Double, high: Double, count: Int)] = []
    for start in stride(from: 0, to: counts.count, by: width) {
      let count = counts[start..<min(start + width, counts.count)].reduce(0, +)
      guard count > 0 else { continue }
      let low = Double(DurationScale.lowSeconds(start)) / 3_600
      let high = Double(DurationScale.lowSeconds(start + width)) / 3_600
      rows.append((low, high, count))
    }
    return rows
  }

  public static func += (left: inout DurationHistogram, right: DurationHistogram) {
    left.counts.add(right.counts)
  }
}

extension [Int] {
  /// Adds element by element; the shorter one counts as zero past its end.
  mutating func add(_ other: [Int]) {
    if other.count > count { append(contentsOf: repeatElement(0, count: other.count - count)) }
    for index in other.indices { self[index] += other[index] }
  }
}
