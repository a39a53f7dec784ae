public import CivicTime

/// How many servers are on duty at each time: steps, optionally repeated in a cycle.
///
///     // 5 from 00:00, 13 from 08:00, every day
///     let plan = try ShiftPlan(
///       steps: [.init(at: midnight, capacity: 5), .init(at: midnight + 8 * hour, capacity: 13)],
///       cycle: 24 * hour)
///
/// Before the first step the capacity is that of the first step, or, in a cycle, of the last.
/// All questions are answered in O(log steps).
public struct ShiftPlan: Hashable, Sendable {
  /// From `at` on, `capacity` servers are on duty.
  public struct Step: Hashable, Sendable {
    public var at: Instant
    public var capacity: Int

    public init(at: Instant, capacity: Int) {
      self.at = at
      self.capacity = capacity
    }
  }

  public let steps: [Step]
  /// The period, in milliseconds, or nil if the plan does not repeat.
  public let cycle: Milliseconds?

  /// Always the same number on duty.
  public init(constant capacity: Int) throws(ShiftPlanError) {
    try self.init(steps: [Step(at: Instant(milliseconds: 0), capacity: capacity)])
  }

  /// Steps in order of time, all within one cycle if there is one.
  public init(steps: [Step], cycle: Milliseconds? = nil) throws(ShiftPlanError) {
    guard let first = steps.first, let last = steps.last else { throw .noSteps }
    for (index, step) in steps.enumerated() {
      guard step.capacity >= 0 else { throw .negativeCapacity(step: index, step.capacity) }
      guard index == 0 || steps[index - 1].at < step.at else { throw .notInOrder(step: index) }
    }
    if let cycle {
      guard cycle > 0, last.at - first.at < cycle else { throw .longerThanCycle(cycle) }
    }
    self.steps = steps
    self.cycle = cycle
  }

  /// How many are on duty at an instant; a change counts from its very millisecond.
  public func capacity(at time: Instant) -> Int {
    let (index, _) = place(of: time)
    return steps[index < 0 ? (cycle == nil ? 0 : steps.count - 1) : index].capacity
  }

  /// The next instant after `time` at which a step begins; nil after the last.
  public func nextChange(after time: Instant) -> Instant? {
    let (index, turn) = place(of: time)
    if index + 1 < steps.count { return steps[index + 1].at + turn }
    guard let cycle else { return nil }
    return steps[0].at + turn + cycle
  }

  /// The last step that has begun, −1 if none has, and how far its turn of the cycle is shifted.
  private func place(of time: Instant) -> (index: Int, turn: Milliseconds) {
    var turn: Milliseconds = 0
    if let cycle {
      let since = time - steps[0].at
      turn = (since >= 0 ? since / cycle : -((cycle - 1 - since) / cycle)) * cycle
    }
    let local = time - turn
    var (low, high) = (0, steps.count)
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].at <= local { low = middle + 1 } else { high = middle }
    }
    return (low - 1, turn)
  }
}

/// Why steps make no shift plan.
public enum ShiftPlanError: Error, Hashable, Sendable, CustomStringConvertible {
  case noSteps
  case negativeCapacity(step: Int, Int)
  case notInOrder(step: Int)
  case longerThanCycle(Milliseconds)

  public var description: String {
    switch self {
    case .noSteps:
      "A shift plan has no steps: give at least one."
    case .negativeCapacity(let step, let capacity):
      "Step \(step + 1) of a shift plan has \(capacity) servers: give zero or more."
    case .notInOrder(let step):
      "Step \(step + 1) of a shift plan does not begin after the one before it: sort them by time."
    case .longerThanCycle(let cycle):
      "The steps of a shift plan do not fit in its cycle of \(cycle) ms: lengthen the cycle."
    }
  }
}
