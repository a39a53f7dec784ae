import ResultFiles
import Statistics

/// Finds the highest rate that meets the thresholds: doubles until one fails, bisects between the
/// highest that held and the lowest that did not, confirms the answer by running it again, and then
/// checks it by further runs that decide nothing any more.
///
/// A state machine without clock or service:
///
///     var search = CapacitySearch(start: 500)
///     while let step = search.next { search.record(try run(step.rate)) }
///     search.found
///
/// A rate that does not confirm becomes the lowest that failed, and the search goes on below it. So
/// the rate that is found is one whose confirmations went well, which says too much of it: only the
/// runs after the decision tell how often it holds.
///
/// A void run, in which the driver was the bottleneck, says nothing about the service. It is
/// repeated; if it stays void the search goes no higher, and what it finds is a lower bound. If a
/// confirming run stays void, nothing is found.
public struct CapacitySearch: Sendable {
  public struct Step: Sendable, Equatable {
    public var phase: CapacityTrial.Phase
    public var rate: Double

    public init(phase: CapacityTrial.Phase, rate: Double) {
      self.phase = phase
      self.rate = rate
    }
  }

  /// How a run came out.
  public enum Outcome: Sendable, Equatable {
    case held, failed
    /// The driver was the bottleneck.
    case void
    /// The scenario cannot bring so much; repeating it is of no use.
    case impossible
  }

  /// Bisection ends when the bounds are this close, as a share of the upper one.
  public let tolerance: Double
  /// The rate counts as found when `needed` of `confirmations` further runs hold; as many again
  /// follow that check it.
  public let confirmations: Int
  public let needed: Int
  /// Rates above this are not tried.
  public let cap: Double
  /// The smallest rate worth a run: a search that fails there ends without an answer.
  public let floor: Double

  /// The highest rate that held and has not failed since, and the lowest that did not hold.
  public private(set) var lower: Double?
  public private(set) var upper: Double?
  /// Checks after the decision: how many ran, and how many of them held.
  public private(set) var confirmed = 0
  public private(set) var confirming = 0
  public private(set) var found: Double?
  /// The rate from which on nothing could be measured, where that ended the search.
  public private(set) var unmeasurable: Double?
  /// What to run next; nil when the search is over.
  public private(set) var next: Step?
  private var held: [Double] = []
  /// Confirming runs of the rate in question, and those that held.
  private var ran = 0
  private var passed = 0
  /// Void runs in a row.
  private var voids = 0

  /// How often a void run is repeated.
  static let repeats = 2

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
  public mutating func record(_ outcome: Outcome) {
    guard let step = next else { return }
    guard outcome == .held || outcome == .failed else { return leave(step, outcome) }
    voids = 0
    if found != nil { return check(outcome == .held) }
    if step.phase == .confirm { return confirm(step.rate, outcome == .held) }
    if outcome == .held {
      held.append(step.rate)
      lower = step.rate
    } else {
      setUpper(step.rate)
    }
    proceed()
  }

  /// Repeats a run that could not be measured, or goes on without it.
  private mutating func leave(_ step: Step, _ outcome: Outcome) {
    voids += 1
    if outcome == .void && voids <= Self.repeats { return }
    voids = 0
    // What is found stays so without its last checks.
    if found == nil { unmeasurable = step.rate }
    next = step.phase == .confirm ? nil : lower.map { Step(phase: .confirm, rate: $0) }
  }

  private mutating func setUpper(_ rate: Double) {
    upper = rate
    if let limit = unmeasurable, limit >= rate { unmeasurable = nil }
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
      : Step(phase: .bisect, rate: Self.middle(lower, upper))
  }

  /// Between the bounds, a whole number if there is one.
  private static func middle(_ lower: Double, _ upper: Double) -> Double {
    let middle = (lower + upper) / 2
    let whole = middle.rounded()
    return whole > lower && whole < upper ? whole : middle
  }

  private mutating func confirm(_ rate: Double, _ isHeld: Bool) {
    ran += 1
    if isHeld { passed += 1 }
    if ran - passed > confirmations - needed {
      held.removeAll { $0 >= rate }
      setUpper(rate)
      lower = held.max()
      (ran, passed) = (0, 0)
      return proceed()
    }
    if ran == confirmations { found = rate }
  }

  private mutating func check(_ isHeld: Bool) {
    confirming += 1
    if isHeld { confirmed += 1 }
    if confirming == confirmations { next = nil }
  }

  /// Wilson's interval at 95 % for the probability that a run at the found rate holds, from the
  /// runs after the decision; nil before the first.
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
