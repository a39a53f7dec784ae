import Foundation

/// The two-sided quantile of Student's distribution, for intervals of a mean in a figure.
package enum StudentQuantile {
  /// `t` with P(|T| ≤ t) = `confidence` for `degrees` of freedom, at least 1.
  ///
  /// Found by halving on the distribution's tail, which is integrated by Simpson's rule in
  /// x = √ν tan θ, where the density is cosᵛ⁻¹θ: smooth and bounded. Error below 1e-8.
  package static func twoSided(confidence: Double, degrees: Int) -> Double {
    let degrees = Double(max(1, degrees))
    let whole = integral(to: .pi / 2, degrees)
    var low = 0.0
    var high = Double.pi / 2
    for _ in 0..<50 {
      let middle = (low + high) / 2
      if integral(to: middle, degrees) / whole < confidence { low = middle } else { high = middle }
    }
    return degrees.squareRoot() * tan((low + high) / 2)
  }

  private static func integral(to end: Double, _ degrees: Double) -> Double {
    let steps = 400
    let width = end / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
      sum += weight * pow(max(0, cos(Double(step) * width)), degrees - 1)
    }
    return sum * width / 3
  }
}
