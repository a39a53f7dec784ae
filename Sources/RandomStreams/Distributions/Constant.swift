/// Always the same value. Draws nothing from the stream.
public struct Constant: DistributionFamily {
  public static let name = "constant"

  public let value: Double

  /// - Throws: ``DistributionError`` if the value is not finite.
  public init(_ value: Double) throws(DistributionError) {
    try Self.rules.finite(value, "value")
    self.value = value
  }

  private init(valid value: Double) { self.value = value }

  /// Always 0.
  public static let zero = Constant(valid: 0)

  public static var examples: [Constant] {
    get throws { [try Constant(0), try Constant(-2.5)] }
  }

  public var mean: Double { value }
  public var variance: Double { 0 }
  public var isDiscrete: Bool { value.rounded() == value }
  public var distribution: Distribution { .constant(self) }
  var sampler: Sampler { .constant(value) }

  public func cumulative(_ value: Double) -> Double { value < self.value ? 0 : 1 }

  public func scaled(by factor: Double) throws(DistributionError) -> Constant {
    try Constant(value * factor)
  }

  /// Reads the value itself: `{constant: 5}`, or `{constant: {value: 5}}`.
  public init(from decoder: any Decoder) throws {
    if let value = try? decoder.singleValueContainer().decode(Double.self) {
      self = try placingRefusals(at: decoder.codingPath) { try Constant(value) }
      return
    }
    let reader = try ParameterReader<CodingKeys>(decoder, family: Self.name)
    let value = try reader.value(.value, as: Double.self)
    self = try reader.build { try Constant(value) }
  }

  enum CodingKeys: String, CodingKey, CaseIterable { case value }
}
