import AppealCore
import CivicTime

/// The commands that a trial gave its core, in order, to be given to another core.
public struct CommandTape: ~Copyable {
  public struct Step: BitwiseCopyable, Sendable {
    public var at: Instant
    public var command: Command
  }

  public var isRecording = false
  private var steps: UnsafeMutablePointer<Step>
  private var capacity = 1_024
  public private(set) var count = 0

  init() { steps = .allocate(capacity: capacity) }

  deinit { steps.deallocate() }

  public subscript(position: Int) -> Step {
    precondition(position >= 0 && position < count, "no command at that position")
    return steps[position]
  }

  @inline(never)
  mutating func append(_ command: Command, at instant: Instant) {
    if count == capacity {
      let wider = UnsafeMutablePointer<Step>.allocate(capacity: 2 * capacity)
      wider.moveInitialize(from: steps, count: count)
      steps.deallocate()
      steps = wider
      capacity *= 2
    }
    (steps + count).initialize(to: Step(at: instant, command: command))
    count += 1
  }
}
