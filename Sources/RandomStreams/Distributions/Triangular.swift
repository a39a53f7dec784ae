/// Triangular: a least, a likeliest and a greatest value, as experts give them.
public struct Triangular: DistributionFamily {
  public static let name = "triangular"

  public let low: Double
  public let mode: Double
  public let high: Double

  /// - Throws: ``DistributionError`` unless all are finite, `low` is below `high`, and `mode` is
  ///   from `low` to `high`.
  public init(low: Double, mode: Double, high: Double) throws(DistributionError) {
    try Self.rules.ordered(low, "low", high, "high")
    try Self.rules.within(mode, "mode", low...high)
    self.low = low
    self.mode = mode
    self.high = high
  }

  public static var examples: [Triangular] {
    get throws {
      [
        try Triangular(low: 0, mode: 2, high: 10),
        try Triangular(low: -1, mode: -1, high: 3),
        try Triangular(low: 1, mode: 4, high: 4),
      ]
    }
  }

  public var mean: Double { low + ((mode - low) + (high - low)) / 3 }

  public var variance: Double {
    let width = high - low
    let rise = mode - low
    return (width * width - width * rise + rise * rise) / 18
  }

  public var distribution: Distribution { .triangular(self) }
  var sampler: Sampler { .triangular(low: low, mode: mode, high: high) }

  public func cumulative(_ value: Double) -> Double {
    if value <= low { return 0 }
    if value >= high { return 1 }
    if value < mode { return (value - low) * (value - low) / ((high - low) * (mode - low)) }
    return 1 - (high - value) * (high - value) / ((high - low) * (high - mode))
  }

  /// The inverse of ``cumulative(_:)``, by which it is drawn.
  static func quantile(_ probability: Double, low: Double, mode: Double, high: Double) -> Double {
    let width = high - low
    let rise = mode - low
    if probability * width < rise { return low + (probability * width * rise).squareRoot() }
    return high - ((1 - probability) * width * (high - mode)).squareRoot()
  }

  public func scaled(by factor: Double) throws(DistributionError) -> Triangular {
    try Triangular(low: low * factor, mode: mode * factor, high: high * factor)
  }

  public init(from decoder: any Decoder) throws {
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let low = try reader.value(.low, as: Double.self)
    let mode = try reader.value(.mode, as: Double.self)
    let high = try reader.value(.high, as: Double.self)
    self = try reader.build { try Triangular(low: low, mode: mode, high: high) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case low, mode, high }
}
