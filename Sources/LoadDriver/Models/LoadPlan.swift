/// What is driven, and when the driver itself is held to be at fault.
public struct LoadPlan: Sendable {
  public var model: LoadModel
  public var stages: [StagePlan]
  /// Of the trial, of arrivals and of thinking.
  public var seed: UInt64
  /// How long after its intended start an open model goes on trying to find room for a command
  /// before it drops it, in seconds. What the driver itself was late comes on top.
  public var patience: Double = 1
  public var limits = DriverLimits()

  public init(model: LoadModel, stages: [StagePlan], seed: UInt64) {
    self.model = model
    self.stages = stages
    self.seed = seed
  }

  /// Accepts that the schedule asks for; nil where that follows from answers, or from the scenario.
  public var wantedAccepts: Double? {
    switch model {
    case .open: stages.profile.total
    case .trace(let trace, _): trace.expected(by: stages.seconds)
    case .shaped, .closed: nil
    }
  }

  /// Commands that the users of a closed model give at most, each at once answered; nil in other
  /// models. Above 50,000 a second nobody answers, however short they think.
  var mostCommands: Double? {
    guard case .closed(let think) = model else { return nil }
    return min(stages.profile.total / max(think, 1e-6), 50_000 * stages.seconds)
  }

  /// - Throws: ``LoadPlanError``.
  public func validate() throws(LoadPlanError) {
    try stages.validate()
    switch model {
    case .open, .trace: break
    case .shaped(let compression):
      guard compression > 0, compression.isFinite else {
        throw LoadPlanError(
          "the compression is \(compression); write a number above 0, such as 86400")
      }
    case .closed(let think):
      guard think >= 0, think <= 86_400 else {
        throw LoadPlanError("the think time is \(think) s; write a span from 0 to a day")
      }
      guard stages.allSatisfy({ max($0.from, $0.to) <= 60_000 }) else {
        throw LoadPlanError("there are more than 60000 users; write fewer")
      }
    }
  }
}

/// Beyond these the run measured the driver instead of the service, and is void: judged on all
/// stages that count, and on each of them.
///
/// The tail is allowed more than the rest: where driver and service share two busy cores, both wait
/// for a processor now and then, and some milliseconds of that come once in a thousand commands (at
/// 2,000 accepts a second 2 of 5 ms were measured on a quiet machine, 20 of 240 on a busy one).
public struct DriverLimits: Sendable, Hashable {
  /// Largest 99th percentile of the driver's own lateness …
  public var latenessP99Us = 20_000
  /// … and the largest share of the latency from the intended start that may be its own lateness,
  /// on the mean where that is above a millisecond, and at the 99th percentile where it is above
  /// two and a thousand commands or more stand behind it.
  public var latenessShare = 0.25
  /// The same at the 99.9th percentile, above 20 milliseconds, of ten thousand commands or more.
  public var latenessTailShare = 0.5
  /// Largest share of one processor that the driver's thread may use.
  public var processorShare = 0.9

  public init() {}
}
