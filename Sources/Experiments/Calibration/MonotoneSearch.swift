import Foundation

/// Looks for the parameter at which a share reaches its target, from trials of the share.
///
/// The share grows (or falls) with the parameter, apart from noise and from what other parameters
/// do to it meanwhile; so brackets are trusted only until they have closed, and then opened again.
/// Steps are taken on the logarithm of the parameter and the logit of the share, where both curves
/// are nearly straight: regula falsi with the Illinois rule, bisection where it stalls.
///
/// Source: Dowell and Jarratt, BIT 11 (1971).
struct MonotoneSearch: Sendable {
  /// The next parameter to try.
  private(set) var value: Double
  /// The best tried so far, and the share there.
  private(set) var best: (value: Double, share: Double)?
  let target: Double
  /// What the share may differ from its target.
  let tolerance: Double
  private let bounds: ClosedRange<Double>
  /// 1 if the share grows with the parameter, -1 if it falls.
  private let sign: Double
  private var low: Side?
  private var high: Side?
  private var lastSide = 0
  private var step = 0.7

  private struct Side: Sendable {
    /// Oriented logarithm of the parameter: the share grows with it.
    var place: Double
    /// Logit of the share less that of the target.
    var gap: Double
  }

  init(
    start: Double, bounds: ClosedRange<Double>, increasing: Bool, target: Double,
    tolerance: Double
  ) {
    value = min(max(start, bounds.lowerBound), bounds.upperBound)
    self.bounds = bounds
    self.target = target
    self.tolerance = tolerance
    sign = increasing ? 1 : -1
  }

  var isMet: Bool { best.map { abs($0.share - target) <= tolerance } ?? false }

  /// Whether the last value tried lies at the end of what is allowed, so that no more can be done.
  private(set) var isAtBound = false

  /// Says where the next share was found, if not at `value`. A best value that is tried once more
  /// is judged anew.
  mutating func restart(at tried: Double) {
    if best?.value == tried { best = nil }
    value = tried
  }

  /// Says that no share was found, and none will be: no deadline falls in the window.
  mutating func giveUp() { isAtBound = true }

  /// Takes in the share at `value` and chooses the next one.
  ///
  /// - Parameter mustGrow: the share counts as too small whatever it is, as for an overloaded crew.
  mutating func update(share: Double, weight: Double, mustGrow: Bool = false) {
    if !mustGrow, best.map({ abs(share - target) < abs($0.share - target) }) ?? true {
      best = (value, share)
    }
    let place = sign * log(value)
    let gap = mustGrow ? -2 : logit(share, weight) - logit(target, weight)
    let side = Side(place: place, gap: gap)
    if gap < 0 {
      if lastSide == -1 { high?.gap /= 2 }
      low = side
      if let high, high.place <= place { self.high = nil }
      lastSide = -1
    } else {
      if lastSide == 1 { low?.gap /= 2 }
      high = side
      if let low, low.place >= place { self.low = nil }
      lastSide = 1
    }
    choose(from: place)
  }

  private mutating func choose(from place: Double) {
    let ends = [sign * log(bounds.lowerBound), sign * log(bounds.upperBound)].sorted()
    let next: Double
    switch (low, high) {
    case (let low?, let high?):
      step = 0.7
      let width = high.place - low.place
      if width < 1e-3 {
        // Closed without meeting the target: the other parameters have moved the curve.
        (self.low, self.high) = (nil, nil)
        lastSide = 0
        step = 0.05
      }
      let cut = low.gap == high.gap ? 0.5 : low.gap / (low.gap - high.gap)
      next = low.place + min(max(cut, 0.1), 0.9) * width
    case (nil, _):
      next = place - step
      step *= 1.5
    case (_, nil):
      next = place + step
      step *= 1.5
    }
    let clamped = min(max(next, ends[0]), ends[1])
    isAtBound = clamped == place
    value = exp(sign * clamped)
  }

  /// Log-odds, kept finite by half a case more of each kind.
  private func logit(_ share: Double, _ weight: Double) -> Double {
    log((share * weight + 0.5) / ((1 - share) * weight + 0.5))
  }
}
