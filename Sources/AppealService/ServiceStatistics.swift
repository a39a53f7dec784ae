import AppealCore
import CivicTime
import Synchronization

/// What the service has done since it started; counts only grow.
public struct ServiceStatistics: Sendable {
  /// Commands that wait now, and how many may.
  public var queueDepth = 0
  public var queueCapacity = 0
  /// Requests told `.busy` for want of room in the queue.
  public var turnedAway: UInt64 = 0
  /// Commands answered, by the kind of answer.
  public var done: UInt64 = 0
  public var repeated: UInt64 = 0
  public var refused: UInt64 = 0
  public var unknown: UInt64 = 0
  /// Journal entries made durable.
  public var entries: UInt64 = 0
  /// Of those commits, the ones without a command: alarms that rang by themselves.
  public var idleCommits: UInt64 = 0
  /// Commands in each batch.
  public var batchSizes = PowerCounts()
  /// Nanoseconds that each commit took.
  public var commitTimes = PowerCounts()
  /// Memory in which the log keeps pages, as of the last commit.
  public var cacheBytes = 0
  /// Failed commits, and the last one's reason.
  public var failures: UInt64 = 0
  public var lastFailure: String?
  /// The state that is durable.
  public var durable = DurableState()
}

/// The core as of the last commit.
public struct DurableState: Sendable, BitwiseCopyable, Equatable {
  public var now = Instant.distantPast
  public var chain: UInt64 = 0
  public var entryCount: UInt64 = 0
  public var acceptedAppeals = 0
  public var openAppeals = 0
  /// Bytes that the core holds for appeals.
  public var allocatedBytes = 0

  init() {}

  init(_ core: borrowing AppealCore) {
    now = core.now
    chain = core.chain
    entryCount = core.entryCount
    acceptedAppeals = core.acceptedAppeals
    openAppeals = core.openAppeals
    allocatedBytes = core.allocatedBytes
  }
}

/// Where the writer adds up and anybody may read. Once a batch, so a mutex is cheap.
final class StatisticsBoard: Sendable {
  private let figures = Mutex(ServiceStatistics())

  var snapshot: ServiceStatistics { figures.withLock { $0 } }

  func opened(_ core: borrowing AppealCore) {
    let state = DurableState(core)
    figures.withLock { $0.durable = state }
  }

  func committed(
    _ core: borrowing AppealCore, entries: Int, commands: Int, nanoseconds: Int64,
    cacheBytes: Int
  ) {
    let state = DurableState(core)
    figures.withLock { figures in
      figures.entries += UInt64(entries)
      if commands == 0 { figures.idleCommits += 1 }
      figures.commitTimes.add(UInt64(max(0, nanoseconds)))
      figures.durable = state
      figures.cacheBytes = cacheBytes
    }
  }

  func answered(_ replies: UnsafePointer<Reply>, count: Int) {
    var done: UInt64 = 0
    var repeated: UInt64 = 0
    var refused: UInt64 = 0
    for position in 0..<count {
      switch replies[position].outcome {
      case .done: done += 1
      case .repeated: repeated += 1
      case .refused: refused += 1
      case .outcomeUnknown: break
      }
    }
    let unknown = UInt64(count) - done - repeated - refused
    figures.withLock { figures in
      figures.done += done
      figures.repeated += repeated
      figures.refused += refused
      figures.unknown += unknown
      if unknown == 0 { figures.batchSizes.add(UInt64(count)) }
    }
  }

  func failed(_ reason: String) {
    figures.withLock { figures in
      figures.failures += 1
      figures.lastFailure = reason
    }
  }
}
