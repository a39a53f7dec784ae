import AppealCore
import CivicTime

/// The answer to one accepted request. It exists only once all that it tells is durable.
public struct Reply: Sendable, BitwiseCopyable {
  /// The request's.
  public var token: UInt64
  public var outcome: Outcome
  /// When the command happened for the core, never before the entries ahead of it. Under
  /// `outcomeUnknown` the request's own instant.
  public var at: Instant
  /// The request's.
  public var intendedStart: MonotonicTime
  /// When it entered the queue.
  public var enqueued: MonotonicTime
  /// When the writer took it up: after its time in the queue, before the core carried it out.
  public var begun: MonotonicTime
  /// When its batch was durable.
  public var committed: MonotonicTime
}

/// What became of a request.
public enum Outcome: Sendable, BitwiseCopyable, Equatable {
  case done(Receipt)
  /// The submission's reference was submitted before, as this appeal; nothing changed.
  case repeated(AppealNumber)
  case refused(Refusal)
  /// A commit failed, and nobody knows what it left behind. Submitting again with the same
  /// reference is safe: it gives the same appeal, once.
  case outcomeUnknown
}

/// What a command that was carried out led to.
public struct Receipt: Sendable, BitwiseCopyable, Equatable {
  /// The appeal that the command made, took or named; `none` for a command about the system.
  public var appeal: AppealNumber
  /// What was taken; nil unless the command took something.
  public var work: OpenTask.Work?
  /// Journal entries written on the way, alarms rung before included.
  public var entries: UInt32

  @inlinable
  public init(appeal: AppealNumber, work: OpenTask.Work? = nil, entries: UInt32) {
    self.appeal = appeal
    self.work = work
    self.entries = entries
  }
}
