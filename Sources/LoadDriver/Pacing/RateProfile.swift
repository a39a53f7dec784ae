/// A rate over time, as straight pieces one after another: ramps, steps, spikes.
///
/// The expected number of arrivals by a time is the area under it; its inverse turns the n-th
/// arrival of a Poisson process of rate 1 into one of this rate. Both are pure functions.
public struct RateProfile: Sendable, Equatable {
  /// The rate goes from one value to the other in a straight line.
  public struct Piece: Sendable, Equatable {
    /// Per second, not negative.
    public var from: Double
    public var to: Double
    /// Above 0.
    public var seconds: Double

    public init(from: Double, to: Double, seconds: Double) {
      self.from = from
      self.to = to
      self.seconds = seconds
    }

    /// Expected arrivals in the piece.
    public var area: Double { (from + to) / 2 * seconds }
  }

  public let pieces: [Piece]
  /// Seconds before each piece, and at last all seconds.
  private let starts: [Double]
  /// Expected arrivals before each piece, and at last all of them.
  private let areas: [Double]

  /// - Precondition: each piece lasts, and no rate is negative.
  public init(_ pieces: [Piece]) {
    precondition(
      pieces.allSatisfy { $0.seconds > 0 && $0.from >= 0 && $0.to >= 0 },
      "a piece of a rate lasts and is not negative")
    self.pieces = pieces
    var (starts, areas) = ([0.0], [0.0])
    for piece in pieces {
      starts.append((starts.last ?? 0) + piece.seconds)
      areas.append((areas.last ?? 0) + piece.area)
    }
    self.starts = starts
    self.areas = areas
  }

  public var seconds: Double { starts[pieces.count] }

  /// Expected arrivals in all.
  public var total: Double { areas[pieces.count] }

  /// The rate at a time; 0 outside.
  public func rate(at time: Double) -> Double {
    guard time >= 0, time < seconds else { return 0 }
    let index = Self.last(starts, atMost: time)
    let piece = pieces[index]
    return piece.from + (piece.to - piece.from) * (time - starts[index]) / piece.seconds
  }

  /// Expected arrivals by a time. O(log pieces).
  public func expected(by time: Double) -> Double {
    guard time > 0 else { return 0 }
    guard time < seconds else { return total }
    let index = Self.last(starts, atMost: time)
    let (piece, since) = (pieces[index], time - starts[index])
    return areas[index] + piece.from * since
      + (piece.to - piece.from) * since * since / (2 * piece.seconds)
  }

  /// When so many arrivals are expected; nil if that is not before the end. O(log pieces).
  ///
  /// In a piece the area is a quadratic of time; its root is taken in the form that does not cancel
  /// when the rate hardly changes.
  public func time(of count: Double) -> Double? {
    guard count >= 0, count < total else { return nil }
    let index = Self.last(areas, atMost: count)
    let (piece, rest) = (pieces[index], count - areas[index])
    let slope = (piece.to - piece.from) / piece.seconds
    let root = max(0, piece.from * piece.from + 2 * slope * rest).squareRoot()
    let divisor = piece.from + root
    return starts[index] + (divisor > 0 ? min(piece.seconds, 2 * rest / divisor) : 0)
  }

  /// The last position whose value is at most `wanted`, but not the very last, by bisection.
  static func last(_ values: [Double], atMost wanted: Double) -> Int {
    var (low, high) = (0, values.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if values[middle] <= wanted { low = middle } else { high = middle }
    }
    return low
  }
}
