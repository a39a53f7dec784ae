import CGSL

/// An empirical histogram: a bin by its weight, then uniform within the bin.
public struct Histogram: DistributionFamily {
  public static let name = "histogram"

  /// The bounds of the bins, one more than there are bins, increasing.
  public let edges: [Double]
  /// The weight of each bin; they need not sum to 1.
  public let weights: [Double]
  public let mean: Double
  public let variance: Double
  private let table: DiscreteTable
  private let fixedEdges: FixedArray<Double>

  /// O(bins).
  ///
  /// - Throws: ``DistributionError`` unless the edges are finite and increasing and one more than
  ///   the weights, and the weights are not negative and of positive sum.
  public init(edges: [Double], weights: [Double]) throws(DistributionError) {
    try Self.rules.weights(weights, "weights")
    guard edges.count == weights.count + 1 else {
      throw Self.rules.fail(
        "edges", "has \(edges.count) numbers, but \(weights.count) weights need one more than that")
    }
    for (low, high) in zip(edges, edges.dropFirst()) {
      try Self.rules.ordered(low, "edges", high, "the next edge")
    }
    self.edges = edges
    self.weights = weights
    (mean, variance) = Self.moments(edges, weights)
    try Self.rules.moments(mean, variance, "edges")
    table = DiscreteTable(weights: weights)
    fixedEdges = FixedArray(edges)
  }

  private static func moments(_ edges: [Double], _ weights: [Double]) -> (Double, Double) {
    let total = weights.reduce(0, +)
    var mean = 0.0
    for (bin, weight) in weights.enumerated() {
      mean += weight / total * (edges[bin] / 2 + edges[bin + 1] / 2)
    }
    var variance = 0.0
    for (bin, weight) in weights.enumerated() {
      let deviation = edges[bin] / 2 + edges[bin + 1] / 2 - mean
      let width = edges[bin + 1] - edges[bin]
      variance += weight / total * (deviation * deviation + width * width / 12)
    }
    return (mean, variance)
  }

  public static var examples: [Histogram] {
    get throws {
      [
        try Histogram(edges: [0, 1, 2, 5, 10, 30], weights: [4, 9, 3, 0, 1]),
        try Histogram(edges: [-2, 3], weights: [0.5]),
      ]
    }
  }

  public var distribution: Distribution { .histogram(self) }
  var sampler: Sampler { .histogram(table.address, edges: fixedEdges.address) }

  /// O(bins).
  public func cumulative(_ value: Double) -> Double {
    var below = 0.0
    for (bin, weight) in weights.enumerated() where value > edges[bin] {
      let share = (value - edges[bin]) / (edges[bin + 1] - edges[bin])
      below += weight * min(share, 1)
    }
    return below / weights.reduce(0, +)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Histogram {
    try Histogram(edges: edges.map { $0 * factor }, weights: weights)
  }

  public static func == (left: Histogram, right: Histogram) -> Bool {
    left.edges == right.edges && left.weights == right.weights
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let edges = try reader.value(.edges, as: [Double].self)
    let weights = try reader.value(.weights, as: [Double].self)
    self = try reader.build { try Histogram(edges: edges, weights: weights) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(edges, forKey: .edges)
    try container.encode(weights, forKey: .weights)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case edges, weights }
}
