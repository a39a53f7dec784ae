import AppealWorld
import Foundation

/// The commands of a trial, made on a thread of their own a few thousand ahead of the driver.
///
/// The trial is the simulator's: same needs, same staff, same instants. Memory does not depend on
/// its length, because the trial waits when enough chunks lie ready.
public final class TapeStream: @unchecked Sendable {
  // Sendable is sound: the trial belongs to the thread that makes chunks, the rest is guarded by
  // `condition`.
  private let condition = NSCondition()
  private var ready: [TapeChunk] = []
  private var isOver = false
  private var isCancelled = false
  private let mostReady: Int

  /// Starts the trial's thread.
  ///
  /// - Throws: `WorldPlanError` naming what is wrong with the plan.
  public init(plan: WorldPlan, seed: UInt64, mostReady: Int = 16) throws {
    self.mostReady = mostReady
    let world = try TapeWorld(plan: plan, seed: seed)
    let thread = Thread { [self] in
      while let chunk = world.next(), put(chunk) {}
      finish()
    }
    thread.name = "huying-tape"
    thread.stackSize = 8 << 20
    thread.start()
  }

  /// The next chunk; nil after the last. Waits for the trial if need be.
  func next() -> TapeChunk? {
    condition.lock()
    defer { condition.unlock() }
    while ready.isEmpty && !isOver { condition.wait() }
    guard !ready.isEmpty else { return nil }
    let chunk = ready.removeFirst()
    condition.broadcast()
    return chunk
  }

  /// Ends the trial's thread; chunks that lie ready can still be taken.
  public func cancel() {
    condition.lock()
    isCancelled = true
    condition.broadcast()
    condition.unlock()
  }

  /// False if no more chunks are wanted.
  private func put(_ chunk: TapeChunk) -> Bool {
    condition.lock()
    defer { condition.unlock() }
    while ready.count >= mostReady && !isCancelled { condition.wait() }
    guard !isCancelled else { return false }
    ready.append(chunk)
    condition.broadcast()
    return true
  }

  private func finish() {
    condition.lock()
    isOver = true
    condition.broadcast()
    condition.unlock()
  }
}

/// The trial behind a stream; used by one thread at a time.
final class TapeWorld: @unchecked Sendable {
  private var trial: Trial
  private var goesOn = true

  init(plan: WorldPlan, seed: UInt64) throws {
    trial = try Trial(plan: plan, seed: seed, replication: 0, recording: true)
  }

  /// The commands of the next batch of entries; nil at the end of the trial.
  func next() -> TapeChunk? {
    while goesOn {
      goesOn = trial.advance()
      trial.journal.removeAll(keepingCapacity: true)
      let count = trial.tape.count
      guard count > 0 else { continue }
      let chunk = TapeChunk(count: count) { position in
        let (step, answer) = (trial.tape[position], trial.tape.answer(at: position))
        return TapeStep(
          at: step.at, command: step.command, refusal: answer.refusal, accepted: answer.accepted,
          taken: answer.taken, chain: answer.chain)
      }
      trial.tape.removeAll()
      return chunk
    }
    return nil
  }
}
