import CGSL

/// Zipf over the ranks 1 to `ranks`: probability proportional to rank^(−exponent).
public struct Zipf: DistributionFamily {
  public static let name = "zipf"

  public let ranks: Int
  public let exponent: Double
  public let mean: Double
  public let variance: Double
  private let table: DiscreteTable

  /// O(ranks).
  ///
  /// - Throws: ``DistributionError`` unless `ranks` is from 1 to a million and `exponent` from 0
  ///   to 20.
  public init(ranks: Int, exponent: Double) throws(DistributionError) {
    try Self.rules.within(ranks, "ranks", 1...1_000_000)
    try Self.rules.within(exponent, "exponent", 0...20)
    self.ranks = ranks
    self.exponent = exponent
    let weights = (1...ranks).map { pow(Double($0), -exponent) }
    // Summed from the smallest, so that the long tail is not lost to rounding.
    let total = weights.reversed().reduce(0, +)
    var mean = 0.0
    for rank in (1...ranks).reversed() { mean += Double(rank) * weights[rank - 1] / total }
    var variance = 0.0
    for rank in (1...ranks).reversed() {
      let deviation = Double(rank) - mean
      variance += deviation * deviation * weights[rank - 1] / total
    }
    self.mean = mean
    self.variance = variance
    table = DiscreteTable(weights: weights)
  }

  public static var examples: [Zipf] {
    get throws {
      [
        try Zipf(ranks: 20, exponent: 1.1), try Zipf(ranks: 1000, exponent: 2),
        try Zipf(ranks: 6, exponent: 0),
      ]
    }
  }

  public var isDiscrete: Bool { true }
  public var distribution: Distribution { .zipf(self) }
  var sampler: Sampler { .rank(table.address) }

  /// O(value).
  public func cumulative(_ value: Double) -> Double {
    guard value >= 1 else { return 0 }
    guard value < Double(ranks) else { return 1 }
    let weights = (1...ranks).map { pow(Double($0), -exponent) }
    return weights.prefix(Int(value)).reduce(0, +) / weights.reduce(0, +)
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Zipf {
    throw countCannotBeScaled()
  }

  public static func == (left: Zipf, right: Zipf) -> Bool {
    left.ranks == right.ranks && left.exponent == right.exponent
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let ranks = try reader.integer(.ranks)
    let exponent = try reader.value(.exponent, as: Double.self)
    self = try reader.build { try Zipf(ranks: ranks, exponent: exponent) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(ranks, forKey: .ranks)
    try container.encode(exponent, forKey: .exponent)
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case ranks, exponent }
}
