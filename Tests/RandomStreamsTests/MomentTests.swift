import Foundation
import RandomStreams
import Testing

/// Mean and variance against the distribution function, without any draw.
@Suite struct MomentTests {
  @Test(arguments: Member.all.filter { $0.distribution.variance > 0 })
  func momentsFollowFromTheDistributionFunction(_ member: Member) {
    let distribution = member.distribution
    let (mean, variance) =
      distribution.isDiscrete ? Self.summed(distribution) : Self.integrated(distribution)
    let deviation = distribution.variance.squareRoot()
    #expect(abs(mean - distribution.mean) <= 1e-5 * deviation)
    #expect(abs(variance - distribution.variance) <= 1e-4 * distribution.variance)
  }

  /// Of counts: E X = Σ P(X > k) and E X² = Σ (2k + 1)·P(X > k).
  static func summed(_ distribution: Distribution) -> (mean: Double, variance: Double) {
    let last = distribution.mean + 100 * distribution.variance.squareRoot()
    var (first, second) = (0.0, 0.0)
    for count in 0...Int(last) {
      let above = 1 - distribution.cumulative(Double(count))
      first += above
      second += Double(2 * count + 1) * above
    }
    return (first, second - first * first)
  }

  /// Around c: E X − c = ∫ P(X > x) above c − ∫ P(X ≤ x) below it, and twice that weighted with
  /// |x − c| for the square. The points x = c + s·sinh t reach far into both tails.
  static func integrated(_ distribution: Distribution) -> (mean: Double, variance: Double) {
    let (centre, scale) = (distribution.mean, distribution.variance.squareRoot())
    let steps = 40_000
    let width = 9.0 / Double(steps)
    var (first, second) = (0.0, 0.0)
    for step in 0..<steps {
      let angle = (Double(step) + 0.5) * width
      let offset = scale * sinh(angle)
      let weight = scale * cosh(angle) * width
      let above = 1 - distribution.cumulative(centre + offset)
      let below = distribution.cumulative(centre - offset)
      first += weight * (above - below)
      second += 2 * weight * offset * (above + below)
    }
    return (centre + first, second - first * first)
  }
}
