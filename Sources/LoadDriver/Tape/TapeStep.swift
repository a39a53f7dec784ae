import AppealCore
import CivicTime

/// A command of the trial with what the trial's own core made of it.
public struct TapeStep: BitwiseCopyable, Sendable {
  /// For the core.
  public var at: Instant
  public var command: Command
  /// Nil if it was carried out.
  public var refusal: Refusal?
  /// Appeals accepted so far; after a submission that was carried out, its number.
  public var accepted: AppealNumber
  /// The appeal that it took from a list; none if it took nothing.
  public var taken: AppealNumber
  /// Hash of the journal after it.
  public var chain: UInt64

  /// The appeal that this step submitted; nil for any other step.
  public var submitted: AppealNumber? {
    if case .submit = command, refusal == nil { accepted } else { nil }
  }

  /// The appeal that it is about, taken or named, of two the first; none if there is none.
  var appeal: AppealNumber { taken == .none ? command.appeal : taken }
}

/// A run of steps in plain memory, made by the trial's thread and read by the driver's.
final class TapeChunk {
  let steps: UnsafeMutablePointer<TapeStep>
  let count: Int

  /// - Parameter step: the step at a position.
  init(count: Int, step: (Int) -> TapeStep) {
    steps = .allocate(capacity: max(count, 1))
    for position in 0..<count { (steps + position).initialize(to: step(position)) }
    self.count = count
  }

  deinit { steps.deallocate() }
}
