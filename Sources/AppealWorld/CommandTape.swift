import AppealCore
import CivicTime

/// The commands that a trial gave its core, in order, with the core's answers, to be given to
/// another core.
///
/// A host that streams them reads what is there after each `advance()` and empties the tape.
public struct CommandTape: ~Copyable {
  public struct Step: BitwiseCopyable, Sendable {
    public var at: Instant
    public var command: Command
  }

  /// What the trial's core made of a command.
  public struct Answer: BitwiseCopyable, Sendable {
    /// Nil if it was carried out.
    public var refusal: Refusal?
    /// Appeals accepted so far; after a submission that was carried out, its number.
    public var accepted: AppealNumber
    /// The appeal that the command took from a list; none if it took nothing.
    public var taken: AppealNumber
    /// Hash of the core's journal after the command.
    public var chain: UInt64

    public init(
      refusal: Refusal?, accepted: AppealNumber, taken: AppealNumber = .none, chain: UInt64
    ) {
      self.refusal = refusal
      self.accepted = accepted
      self.taken = taken
      self.chain = chain
    }
  }

  public var isRecording = false
  private var steps: UnsafeMutablePointer<Step>
  private var answers: UnsafeMutablePointer<Answer>
  private var capacity = 1_024
  public private(set) var count = 0

  init() {
    steps = .allocate(capacity: capacity)
    answers = .allocate(capacity: capacity)
  }

  deinit {
    steps.deallocate()
    answers.deallocate()
  }

  public subscript(position: Int) -> Step {
    precondition(position >= 0 && position < count, "no command at that position")
    return steps[position]
  }

  /// The answer to the command at a position.
  public func answer(at position: Int) -> Answer {
    precondition(position >= 0 && position < count, "no command at that position")
    return answers[position]
  }

  /// Forgets what it holds and keeps the memory.
  public mutating func removeAll() { count = 0 }

  @inline(never)
  mutating func append(_ command: Command, at instant: Instant, _ answer: Answer) {
    if count == capacity { grow() }
    (steps + count).initialize(to: Step(at: instant, command: command))
    (answers + count).initialize(to: answer)
    count += 1
  }

  private mutating func grow() {
    let widerSteps = UnsafeMutablePointer<Step>.allocate(capacity: 2 * capacity)
    widerSteps.moveInitialize(from: steps, count: count)
    steps.deallocate()
    steps = widerSteps
    let widerAnswers = UnsafeMutablePointer<Answer>.allocate(capacity: 2 * capacity)
    widerAnswers.moveInitialize(from: answers, count: count)
    answers.deallocate()
    answers = widerAnswers
    capacity *= 2
  }
}
