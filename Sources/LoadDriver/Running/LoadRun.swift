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
/// is `LoadPlan.patience` behind its intended start (what the driver itself was late does not
/// count), then dropped. From the first drop, or the first unknown outcome, on, the run has left the
/// tape: later commands are still given at their times, under the numbers that appeals have in the
/// service by the receipts of their submissions. Those about an appeal that was never submitted, or
/// of which an earlier command was dropped or refused where the trial's was not, would come to
/// nothing: they count as dropped too, lest cheap refusals pass for work. Other refusals count as
/// refused, not as errors, and the chain is not compared. Answers to what was given before a drop
/// are compared still; after an unknown outcome none are.
public struct LoadRun<Target: LoadTarget, Clock: LoadClock>: ~Copyable {
  let plan: LoadPlan
  let clock: Clock
  var target: Target
  var cursor: TapeCursor
  var measures: RunMeasures
  var flights: FlightTable
  var numbers: AppealNumbers
  /// Whether all commands of the tape were given so far, each with a known outcome.
  var isOnTape = true
  /// Whether no outcome was unknown so far.
  var isKnown = true
  var origin: Int64 = 0
  /// Until when the queue was last found full: being late until then is not the driver's fault.
  var blockedUntil = Int64.min
  /// Hash of the trial's journal after the last command that was given.
  var expectedChain: UInt64?
  var answered = 0
  /// When the last answer came.
  var lastAnswer = Int64.min
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
  /// How long answers are waited for, after the last command or before a full queue.
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
    flights = FlightTable(capacity: target.room)
    numbers = AppealNumbers(capacity: Self.remembered(plan))
    measures = RunMeasures(stages: plan.stages, thresholds: thresholds)
    var end = 0.0
    stageEnds = plan.stages.map { stage in
      end += stage.seconds
      return Int64(end * 1e9)
    }
  }

  /// Appeals that may have to be told apart: all of the run, up to some four million.
  private static func remembered(_ plan: LoadPlan) -> Int {
    let most = min(plan.wantedAccepts.map { 2 * $0 + 1_024 } ?? 1e6, 4e6)
    return 1 << (Int.bitWidth - Int(most).leadingZeroBitCount)
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
      missingAppeals: numbers.missing, failure: isKnown ? nil : target.failure,
      isInterrupted: stop.isRequested)
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
  /// Appeals whose submission was dropped or lost.
  public var missingAppeals: Int
  /// Why the last commit failed, where outcomes were unknown.
  public var failure: String?
  /// Whether it was ended before its schedule from outside.
  public var isInterrupted: Bool

  /// What one stage offered, and how much of it was answered before the stage was over.
  package func inTime(stage: Int) -> StageCounts { measures.inTime[stage] }
}
