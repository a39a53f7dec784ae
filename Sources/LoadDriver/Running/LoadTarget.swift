import AppealCore
import CivicTime

/// What is driven: a queue of commands in front of one core, answered when durable.
public protocol LoadTarget {
  /// Puts a command into the queue, without waiting.
  mutating func submit(
    _ command: Command, at instant: Instant, token: UInt64, intended: Int64
  ) -> LoadAdmission
  /// The next answer that is there; nil if there is none. Answers come in the order of commands.
  mutating func nextReply() -> LoadReply?
  /// Figures of the service, asked once a second.
  mutating func gauges() -> LoadGauges
  /// The core's chain hash after all that was answered; nil if it cannot be told.
  mutating func chain() -> UInt64?
  /// Commands that can be under way at once, answers not yet taken included.
  var room: Int { get }
  /// Why the service ended, or why its last commit failed; nil if neither happened.
  var failure: String? { get }
}

extension LoadTarget {
  public var room: Int { 1 << 16 }
  public var failure: String? { nil }
}

/// Whether a command was taken in.
public enum LoadAdmission: Sendable, Equatable {
  case accepted
  /// No room in the queue.
  case busy
  /// The service has ended.
  case stopped
}

/// The answer to one command. Times are on the driver's clock.
public struct LoadReply: Sendable, BitwiseCopyable {
  public enum Outcome: Sendable, BitwiseCopyable, Equatable {
    /// `appeal`: the one that the command made, took or named.
    case done(appeal: AppealNumber)
    case refused(Refusal)
    case unknown
  }

  public var token: UInt64
  public var outcome: Outcome
  /// When the writer took it up.
  public var begun: Int64
  /// When it was durable.
  public var committed: Int64

  public init(token: UInt64, outcome: Outcome, begun: Int64, committed: Int64) {
    self.token = token
    self.outcome = outcome
    self.begun = begun
    self.committed = committed
  }
}

/// Figures of the service at one moment.
public struct LoadGauges: Sendable, Equatable {
  /// Commands waiting for the writer.
  public var queueDepth: Int
  /// Commits so far, and commands in them.
  public var commits: Int
  public var committedCommands: Int
  /// Memory in which the store keeps pages, up to a limit of its own.
  public var cacheBytes: Int
  public var walBytes: Int

  public init(
    queueDepth: Int = 0, commits: Int = 0, committedCommands: Int = 0, cacheBytes: Int = 0,
    walBytes: Int = 0
  ) {
    self.queueDepth = queueDepth
    self.commits = commits
    self.committedCommands = committedCommands
    self.cacheBytes = cacheBytes
    self.walBytes = walBytes
  }
}
