import RandomStreams

/// Points that cover the ranges of many parameters evenly: a sliced Latin hypercube.
///
/// Each parameter's range is cut into slices × points cells. All points together have one value in
/// each cell, and the points of one slice one value in each of `points` wider cells. So every
/// explanation (a slice) gets an even sample of its own, and all together a finer one.
///
/// Source: McKay, Beckman and Conover, Technometrics 21 (1979); Qian, JASA 107 (2012).
public struct LatinHypercube: Sendable, Equatable {
  /// `points[slice][point][parameter]`, each in 0…1.
  public let points: [[[Double]]]

  /// Fixed by the seed. Each parameter has a stream of its own, by its place in the list.
  public init(parameters: Int, points count: Int, slices: Int, seed: UInt64) {
    var grid = Array(
      repeating: Array(repeating: Array(repeating: 0.5, count: parameters), count: count),
      count: slices)
    var stream = RandomStream(seed: seed)
    for parameter in 0..<parameters {
      stream.rekey(StreamKey(StudyPurpose.hypercube, subject: UInt64(parameter)))
      // Each wide cell holds as many narrow cells as there are slices: deal them out.
      var dealt = Array(repeating: [Double](), count: slices)
      for wide in 0..<count {
        let order = stream.permutation(of: slices)
        for slice in 0..<slices {
          let narrow = Double(wide * slices + order[slice]) + stream.uniform()
          dealt[slice].append(narrow / Double(count * slices))
        }
      }
      for slice in 0..<slices {
        let order = stream.permutation(of: count)
        for point in 0..<count { grid[slice][point][parameter] = dealt[slice][order[point]] }
      }
    }
    points = grid
  }
}

/// Purposes of the random streams of this target, apart from those of the world.
enum StudyPurpose: UInt8 {
  case hypercube = 240
  case permutation = 241
  /// Orders of levers in an attribution.
  case orders = 242
}

extension RandomStream {
  /// A random order of `0..<count` (Fisher and Yates).
  mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, integer(below: last + 1))
    }
    return order
  }
}
