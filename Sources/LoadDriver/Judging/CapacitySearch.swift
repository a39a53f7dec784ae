import ResultFiles
import Statistics

/// Finds the highest rate that meets the thresholds: doubles until one fails, bisects between the
/// highest that held and the lowest that did not, and confirms the answer by running it again.
///
/// A state machine without clock or service:
///
///     var search = CapacitySearch(start: 500)
///     while let step = search.next { search.record(passed: try run(step.rate)) }
///     search.found
///
/// A rate that does not confirm becomes the lowest that failed, and the search goes on below it.
public struct CapacitySearch: Sendable {
  public struct Step: Sendable, Equatable {
    public var phase: CapacityTrial.Phase
    public var rate: Double

    public init(phase: CapacityTrial.Phase, rate: Double) {
      self.phase = phase
      self.rate = rate
    }
  }

  /// Bisection ends when the bounds are this close, as a share of the upper one.
  public let tolerance: Double
  /// The rate counts as found when `needed` of `confirmations` further runs hold.
  public let confirmations: Int
  public let needed: Int
  /// Rates above this are not tried.
  public let cap: Double
  /// The smallest rate worth a run: a search that fails there ends without an answer.
  public let floor: Double

  /// The highest rate that held and has not failed since, and the lowest that did not hold.
  public private(set) var lower: Double?
  public private(set) var upper: Double?
  public private(set) var confirmed = 0
  public private(set) var confirming = 0
  public private(set) var found: Double?
  /// What to run next; nil when the search is over.
  public private(set) var next: Step?
  private var held: [Double] = []

  public init(
    start: Double, cap: Double = 1e6, tolerance: Double = 0.05, confirmations: Int = 3,
    needed: Int = 2
  ) {
    precondition(start > 0 && cap >= start, "a search starts above 0 and below its cap")
    precondition(tolerance > 0 && tolerance < 1 && needed <= confirmations && needed > 0)
    self.cap = cap
    self.tolerance = tolerance
    self.confirmations = confirmations
    self.needed = needed
    floor = start / 64
    next = Step(phase: .double, rate: start)
  }

  /// How the run of `next` came out.
  public mutating func record(passed: Bool) {
    guard let step = next else { return }
    if step.phase == .confirm { return confirm(step.rate, passed) }
    if passed {
      held.append(step.rate)
      lower = step.rate
    } else {
      upper = step.rate
    }
    proceed()
  }

  private mutating func proceed() {
    guard let upper else {
      guard let lower else { return }
      next =
        lower >= cap
        ? Step(phase: .confirm, rate: lower)
        : Step(phase: .double, rate: min(cap, 2 * lower))
      return
    }
    guard let lower else {
      // The very first rate failed: halve until one holds.
      let rate = upper / 2
      next = rate < floor ? nil : Step(phase: .bisect, rate: rate)
      return
    }
    next =
      upper - lower <= tolerance * upper
      ? Step(phase: .confirm, rate: lower)
      : Step(phase: .bisect, rate: ((lower + upper) / 2).rounded())
  }

  private mutating func confirm(_ rate: Double, _ passed: Bool) {
    confirming += 1
    if passed { confirmed += 1 }
    let failures = confirming - confirmed
    if failures > confirmations - needed {
      held.removeAll { $0 >= rate }
      upper = rate
      lower = held.max()
      (confirmed, confirming) = (0, 0)
      return proceed()
    }
    guard confirming == confirmations else { return }
    found = rate
    next = nil
  }

  /// Wilson's interval at 95 % for the probability that a run at the found rate holds, from the
  /// confirming runs; nil before the first.
  public var confidence: Statistics.Interval? {
    try? Statistics.Interval.proportion(confirmed, of: confirming)
  }

  /// The search as a document, with the trials that were run.
  public func result(_ trials: [CapacityTrial]) -> CapacityResult {
    CapacityResult(
      trials: trials, found: found, confirmed: confirmed, confirmations: confirming,
      confidence: found == nil ? nil : confidence.map { .init(low: $0.low, high: $0.high) },
      lower: lower, upper: upper)
  }
}
