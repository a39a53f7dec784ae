/// A parameter that no distribution of its family can have.
public struct DistributionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Name of the family, as in a scenario: `lognormal`.
  public let family: String
  /// Name of the parameter: `cv`.
  public let parameter: String
  /// What is wrong and what is allowed: `is -1.0, but must be a finite number above 0`.
  public let problem: String

  public var description: String { "\(family): \(parameter) \(problem)" }
}

/// The rules that parameters of a family have in common.
struct ParameterRules {
  let family: String

  func fail(_ parameter: String, _ problem: String) -> DistributionError {
    DistributionError(family: family, parameter: parameter, problem: problem)
  }

  func finite(_ value: Double, _ parameter: String) throws(DistributionError) {
    guard value.isFinite else {
      throw fail(parameter, "is \(value), but must be a finite number")
    }
  }

  func positive(_ value: Double, _ parameter: String) throws(DistributionError) {
    guard value.isFinite, value > 0 else {
      throw fail(parameter, "is \(value), but must be a finite number above 0")
    }
  }

  func probability(_ value: Double, _ parameter: String) throws(DistributionError) {
    guard value >= 0, value <= 1 else {
      throw fail(parameter, "is \(value), but must be a probability between 0 and 1")
    }
  }

  func within(_ value: Double, _ parameter: String, _ range: ClosedRange<Double>)
    throws(DistributionError)
  {
    guard range.contains(value) else {
      throw fail(
        parameter, "is \(value), but must be between \(range.lowerBound) and \(range.upperBound)")
    }
  }

  func within(_ value: Int, _ parameter: String, _ range: ClosedRange<Int>)
    throws(DistributionError)
  {
    guard range.contains(value) else {
      throw fail(
        parameter, "is \(value), but must be between \(range.lowerBound) and \(range.upperBound)")
    }
  }

  /// Both finite, and the first below the second.
  func ordered(_ low: Double, _ lowName: String, _ high: Double, _ highName: String)
    throws(DistributionError)
  {
    try finite(low, lowName)
    try finite(high, highName)
    guard low < high else {
      throw fail(lowName, "is \(low), but must be below \(highName), which is \(high)")
    }
    guard (high - low).isFinite else {
      throw fail(highName, "is \(high), too far from \(lowName), which is \(low)")
    }
  }

  /// At least one weight, none negative, and a positive finite sum.
  func weights(_ weights: [Double], _ parameter: String) throws(DistributionError) {
    guard !weights.isEmpty else { throw fail(parameter, "is empty; give at least one") }
    for weight in weights where !(weight >= 0 && weight.isFinite) {
      throw fail(parameter, "holds \(weight), but each must be a finite number, 0 or more")
    }
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else {
      throw fail(parameter, "sums to \(sum), but the sum must be a finite number above 0")
    }
  }

  /// The moments exist as floating-point numbers.
  func moments(_ mean: Double, _ variance: Double, _ parameter: String) throws(DistributionError) {
    guard mean.isFinite, variance.isFinite else {
      throw fail(parameter, "is so extreme that mean or variance is beyond a floating-point number")
    }
  }
}
