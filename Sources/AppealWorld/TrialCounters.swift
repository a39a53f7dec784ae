import CivicTime

/// How much a trial did, for benchmarks, and what people did with the measures.
public struct TrialCounters: Sendable, Equatable {
  public var appeals = 0
  public var commands = 0
  public var refusals = 0
  public var events = 0
  public var entries = 0
  /// Values drawn from distributions, and uniforms taken for decisions.
  public var draws = 0
  public var measures = MeasureCounts()
  public var calls = CallCounts()

  public init() {}
}

/// How often people took part in the measures, in the measured window.
public struct MeasureCounts: Sendable, Equatable {
  /// Contacts that did not become appeals: by a channel that is closed and redirects nobody …
  public var refusedByClosedChannel = 0
  /// … or that asks for more than the citizen gave.
  public var refusedAsIncomplete = 0
  /// Needs that easier entry added, or kept away where entry is harder.
  public var addedNeeds = 0
  public var missingNeeds = 0
  /// Follow-up needs that early action after an alert removed.
  public var preventedNeeds = 0
  public var withdrawn = 0
  public var merged = 0
  public var instantReplies = 0
  public var rejectedReplies = 0
  public var supports = 0
  /// Disputes of duty, and those of them that delayed the handling.
  public var disputes = 0
  public var delayedByDispute = 0
  public var settledLiabilities = 0
  public var callBacks = 0
  public var unsolvedCallBacks = 0
  public var chases = 0
  public var reopened = 0
  public var arbitrations = 0
  /// Returns without a ground that were tried, whether or not the core allowed them.
  public var shirked = 0
  public var extensions = 0
  public var suspensions = 0
  public var missingEvidence = 0
  /// Tasks whose appeal had ended when they were done.
  public var wastedTasks = 0
  /// Waits cut short by a rung of the ladder or a chaser.
  public var hastened = 0
}

/// What happened in the line of the call-answering post, in the measured window.
public struct CallCounts: Sendable, Equatable {
  /// Calls, those of one caller after another included.
  public var offered = 0
  public var answered = 0
  /// Answered within `CallAnswering.promptSeconds`.
  public var prompt = 0
  /// Hung up before an answer …
  public var abandoned = 0
  /// … and called again later, or gave up.
  public var redialled = 0
  public var lost = 0
  /// Time in the line, summed over the answered and over the abandoned calls.
  public var answeredWait: Milliseconds = 0
  public var abandonedWait: Milliseconds = 0
  /// Time that agents talked, by the call's answer.
  public var talkTime: Milliseconds = 0

  /// Answered promptly, as a share of calls; nil without calls.
  public var serviceLevel: Double? { offered > 0 ? Double(prompt) / Double(offered) : nil }
  public var abandonment: Double? { offered > 0 ? Double(abandoned) / Double(offered) : nil }
}
