/// One family of the catalogue: its parameters, exact moments, and how it is drawn.
///
/// A new family is one file in `Distributions/`, a case of ``Distribution`` and one of `Sampler`.
/// The tests of moments and fit take its ``examples``.
public protocol DistributionFamily: Codable, Equatable, Sendable {
  /// The key in a scenario: `{lognormal: {mean: 3, cv: 1.2}}`.
  static var name: String { get }

  /// Members over the useful range of parameters, for tests and documentation.
  static var examples: [Self] { get throws }

  var mean: Double { get }
  var variance: Double { get }

  /// Whether all values are whole numbers.
  var isDiscrete: Bool { get }

  /// The probability of a value of at most `value`.
  func cumulative(_ value: Double) -> Double

  /// The distribution of `factor` times a value, of the same shape.
  ///
  /// - Parameter factor: finite and above 0; the caller has checked it.
  /// - Throws: ``DistributionError`` for a count, which has no such distribution in its family.
  func scaled(by factor: Double) throws(DistributionError) -> Self

  /// The member as a case of the catalogue.
  var distribution: Distribution { get }
}

extension DistributionFamily {
  public var isDiscrete: Bool { false }

  static var rules: ParameterRules { ParameterRules(family: name) }

  /// The refusal of a family of counts to be scaled.
  func countCannotBeScaled() -> DistributionError {
    Self.rules.fail("scale", "cannot change a count; change its parameters instead")
  }
}
