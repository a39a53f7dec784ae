import AppealCore
import AppealWorld
import CivicTime
import Heaps
import RandomStreams
import ResultFiles

/// One run: commands of a trial, in their order, paced in wall-clock time against a service.
///
/// One thread gives commands and takes answers. Each command carries its virtual instant, so
/// deadlines, alarms and behaviour are the simulator's; each answer is compared with the trial's,
/// and at the end the chain hash of the service's core with that of the trial's after the same
/// command.
///
/// **Drops.** In an open model a command for which the queue has no room is tried again until it
/// is `LoadPlan.patience` behind its intended start, then dropped. From the first drop, or the first
/// unknown outcome, on, the run has left the tape: later commands are still given at their times,
/// under the numbers that appeals have in the service; those about an appeal whose submission was
/// dropped have nothing to be about and count as dropped too; a refusal counts as refused, not as
/// an error; and the chain is not compared.
public struct LoadRun<Target: LoadTarget, Clock: LoadClock>: ~Copyable {
  let plan: LoadPlan
  let clock: Clock
  var target: Target
  var cursor: TapeCursor
  var measures: RunMeasures
  var flights = FlightTable(capacity: 1 << 16)
  var missing = MissingAppeals()
  /// Whether each answer must be the trial's.
  var isOnTape = true
  var origin: Int64 = 0
  /// Until when the queue was last found full: being late until then is not the driver's fault.
  var blockedUntil = Int64.min
  /// Hash of the trial's journal after the last command that was given.
  var expectedChain: UInt64?
  var answered = 0
  var isTapeOver = false
  /// Seconds of the run at which each stage ends.
  let stageEnds: [Int64]
  var closed: ClosedUsers?
  /// Sees each second as it ends, before late counts for it.
  public var onSecond: (LoadSecond) -> Void = { _ in }
  /// Asked before each command.
  public var stop = LoadStop()

  /// Before what runs at the usual priority, 0.
  static var priority: Int32 { -10 }
  /// How long the driver sleeps at most before it looks for answers.
  static var longestSleep: Int64 { 1_000_000 }
  /// How long a full queue is left alone.
  static var retry: Int64 { 100_000 }
  /// How long answers are waited for after the last command.
  static var longestDrain: Int64 { 60_000_000_000 }

  /// - Throws: ``LoadPlanError``.
  public init(
    plan: LoadPlan, tape: TapeStream, target: Target, clock: Clock, thresholds: [Threshold] = []
  ) throws(LoadPlanError) {
    try plan.validate()
    self.plan = plan
    self.target = target
    self.clock = clock
    cursor = TapeCursor(tape)
    measures = RunMeasures(stages: plan.stages, windows: thresholds.compactMap(\.meter))
    var end = 0.0
    stageEnds = plan.stages.map { stage in
      end += stage.seconds
      return Int64(end * 1e9)
    }
  }

  /// Drives the whole schedule, and waits for the last answer.
  ///
  /// - Parameter commandsPerAccept: of the tape, see ``TapeProbe``.
  /// - Throws: ``LoadError``.
  public mutating func run(commandsPerAccept: Double) throws(LoadError) -> RunOutcome {
    let priority = clock.exchangePriority(Self.priority)
    defer { _ = clock.exchangePriority(priority) }
    origin = clock.now()
    let processor = clock.processorTime()
    if case .closed(let think) = plan.model {
      try driveClosed(think: think)
    } else {
      try driveOpen(commandsPerAccept: commandsPerAccept)
    }
    let driven = clock.now() - origin
    let used = clock.processorTime() - processor
    try awaitLastAnswers()
    let chain = isOnTape && expectedChain != nil ? target.chain() : nil
    return RunOutcome(
      measures: measures, seconds: Double(driven) / 1e9,
      processorShare: driven > 0 ? Double(used) / Double(driven) : 0,
      chainMatches: chain.map { $0 == expectedChain }, isTapeOver: isTapeOver,
      missingAppeals: missing.count, isInterrupted: stop.isRequested)
  }

  private mutating func awaitLastAnswers() throws(LoadError) {
    let deadline = clock.now() + Self.longestDrain
    while flights.count > 0 {
      try collect()
      guard flights.count > 0 else { break }
      guard clock.now() < deadline else {
        throw .unanswered(flights.count, seconds: Int(Self.longestDrain / 1_000_000_000))
      }
      clock.sleep(until: clock.now() + Self.longestSleep)
    }
    while measures.seconds.closed * 1_000_000_000 < clock.now() - origin { closeSecond() }
  }
}

/// What a run measured, before it is judged.
public struct RunOutcome {
  var measures: RunMeasures
  public var seconds: Double
  /// Of one processor, used by the driver's thread.
  public var processorShare: Double
  /// Whether the service's chain is the trial's; nil once the run has left the tape.
  public var chainMatches: Bool?
  /// Whether the scenario ended before the schedule.
  public var isTapeOver: Bool
  /// Appeals whose submission was dropped.
  public var missingAppeals: Int
  /// Whether it was ended before its schedule from outside.
  public var isInterrupted: Bool
}
