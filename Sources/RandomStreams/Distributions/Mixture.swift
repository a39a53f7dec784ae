/// One of several distributions, chosen by weight at each draw.
///
///     {mixture: [{weight: 9, of: {exponential: {mean: 2}}}, {weight: 1, of: 40}]}
public struct Mixture: DistributionFamily {
  public static let name = "mixture"

  public struct Component: Codable, Equatable, Sendable {
    public let weight: Double
    public let of: Distribution

    public init(weight: Double, of distribution: Distribution) {
      self.weight = weight
      self.of = distribution
    }

    public init(from decoder: any Decoder) throws {
      let reader = try ParameterReader<CodingKeys>(decoder, family: Mixture.name)
      weight = try reader.value(.weight)
      of = try reader.value(.of)
    }

    enum CodingKeys: String, CodingKey, CaseIterable { case weight, of }
  }

  public let components: [Component]
  private let table: DiscreteTable
  // Their memory lives as long as `components` does.
  private let samplers: FixedArray<Sampler>

  /// O(components).
  ///
  /// - Throws: ``DistributionError`` unless there is a component, no weight is negative and their
  ///   sum is above 0.
  public init(_ components: [Component]) throws(DistributionError) {
    try Self.rules.weights(components.map(\.weight), "weight")
    self.components = components
    table = DiscreteTable(weights: components.map(\.weight))
    samplers = FixedArray(components.map(\.of.sampler))
    try Self.rules.moments(mean, variance, "components")
  }

  public static var examples: [Mixture] {
    get throws {
      let short = try Exponential(mean: 1).distribution
      let long = try Lognormal(mean: 20, cv: 0.5).distribution
      let counts = [try Poisson(mean: 2).distribution, try Constant(30).distribution]
      let mixed = try Mixture([Component(weight: 3, of: short), Component(weight: 1, of: long)])
      return [
        mixed,
        try Mixture(counts.map { Component(weight: 0.5, of: $0) }),
        try Mixture([
          Component(weight: 2, of: mixed.distribution),
          Component(weight: 0, of: try Constant(1e9).distribution),
        ]),
      ]
    }
  }

  private func average(_ value: (Distribution) -> Double) -> Double {
    let total = components.reduce(0) { $0 + $1.weight }
    return components.reduce(0) { $0 + $1.weight / total * value($1.of) }
  }

  public var mean: Double { average(\.mean) }

  public var variance: Double {
    let mean = self.mean
    return average { $0.variance + ($0.mean - mean) * ($0.mean - mean) }
  }

  public var isDiscrete: Bool { components.allSatisfy(\.of.isDiscrete) }
  public var distribution: Distribution { .mixture(self) }
  var sampler: Sampler { .mixture(table.address, components: samplers.address) }

  public func cumulative(_ value: Double) -> Double { average { $0.cumulative(value) } }

  public func scaled(by factor: Double) throws(DistributionError) -> Mixture {
    var scaled: [Component] = []
    for component in components {
      scaled.append(Component(weight: component.weight, of: try component.of.scaled(by: factor)))
    }
    return try Mixture(scaled)
  }

  public static func == (left: Mixture, right: Mixture) -> Bool {
    left.components == right.components
  }

  public init(from decoder: any Decoder) throws {
    guard let components = try? decoder.unkeyedContainer() else {
      throw Distribution.corrupted(
        "\(Self.name): write a list of {weight: …, of: …}", decoder.codingPath)
    }
    var list = components
    var read: [Component] = []
    while !list.isAtEnd { read.append(try list.decode(Component.self)) }
    self = try placingRefusals(at: decoder.codingPath) { try Mixture(read) }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.unkeyedContainer()
    for component in components { try container.encode(component) }
  }
}
