import Foundation

/// Runs independent jobs on several threads and hands over their results in the order of the jobs.
///
/// Which thread runs which job depends on the machine; what the caller sees does not. At most
/// `lead` results wait for an earlier one, so that memory does not grow with a slow first job.
struct Workers {
  var threads: Int
  var cancellation: Cancellation

  /// - Parameters:
  ///   - work: one job, on any thread.
  ///   - receive: its result, on the caller's thread, in ascending order of `0..<count`.
  /// - Throws: the error of the first job that failed, or `ExperimentError.interrupted`. No job is
  ///   running any more when this returns or throws.
  func run<Output: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (Int) throws -> Output,
    receive: (Int, Output) throws -> Void
  ) throws {
    guard count > 0 else { return }
    let board = Board<Output>(count: count, lead: 8 * threads)
    let width = min(threads, count)
    for _ in 0..<width { start(board, work) }
    defer { board.stopAndWait(for: width) }
    for index in 0..<count {
      try cancellation.check()
      try receive(index, board.take(index))
    }
  }

  private func start<Output: Sendable>(
    _ board: Board<Output>, _ work: @escaping @Sendable (Int) throws -> Output
  ) {
    let cancellation = cancellation
    let thread = Thread {
      while let index = board.next() {
        let result = Result {
          try cancellation.check()
          return try work(index)
        }
        board.put(index, result)
      }
      board.leave()
    }
    thread.stackSize = 8 << 20
    thread.start()
  }
}

/// What workers share: which job is next, and the results not yet taken.
// Sendable is sound: every access to the variables is under the condition's lock.
private final class Board<Output: Sendable>: @unchecked Sendable {
  private let condition = NSCondition()
  private let count: Int
  private let lead: Int
  private var nextJob = 0
  private var taken = 0
  private var left = 0
  private var stopped = false
  private var results: [Int: Result<Output, any Error>] = [:]

  init(count: Int, lead: Int) {
    self.count = count
    self.lead = lead
  }

  private func locked<Value>(_ body: () throws -> Value) rethrows -> Value {
    condition.lock()
    defer { condition.unlock() }
    return try body()
  }

  func next() -> Int? {
    locked {
      while !stopped, nextJob < count, nextJob >= taken + lead { condition.wait() }
      guard !stopped, nextJob < count else { return nil }
      nextJob += 1
      return nextJob - 1
    }
  }

  func put(_ index: Int, _ result: Result<Output, any Error>) {
    locked {
      results[index] = result
      condition.broadcast()
    }
  }

  func take(_ index: Int) throws -> Output {
    try locked {
      while results[index] == nil { condition.wait() }
      taken = index + 1
      condition.broadcast()
      guard let result = results.removeValue(forKey: index) else {
        throw ExperimentError.interrupted
      }
      return try result.get()
    }
  }

  func leave() {
    locked {
      left += 1
      condition.broadcast()
    }
  }

  func stopAndWait(for threads: Int) {
    locked {
      stopped = true
      condition.broadcast()
      while left < threads { condition.wait() }
    }
  }
}
