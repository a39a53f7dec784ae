import CivicTime

/// What a low appraisal leads to.
public struct LowScoreRules: Sendable, Equatable {
  /// Low: a mean of the four scores of at most this many quarters of a star (8 = two stars).
  public var quarters: UInt8
  public var answer: Answer

  public enum Answer: Sendable, Equatable {
    /// 回访 within a limit; an unsolved matter is reopened.
    case callBack(within: Target)
    case reopen
  }

  public init(quarters: UInt8, answer: Answer) {
    self.quarters = quarters
    self.answer = answer
  }
}

/// A dedicated lane: its rank, and when its chaser steps in.
public struct LaneRule: Sendable, Equatable {
  public var rank: UInt8
  /// Percentage of the time to the deadline, 0 to 100, after which a named person chases; nil never.
  public var chaseAt: Int64?

  public init(rank: UInt8, chaseAt: Int64?) {
    self.rank = rank
    self.chaseAt = chaseAt
  }
}

/// Prepared answers (知识库), found by leaf and key of the wording, for appeals of the natures that
/// they fit.
public struct KnowledgeBase: Sendable, Equatable {
  public var answers: [Answer]
  /// Repeats are answered with the state of their original.
  public var answersRepeats: Bool

  public struct Answer: Sendable, Equatable {
    public var leaf: LeafID
    /// 0 answers whatever is asked about the leaf.
    public var textKey: UInt32
    public var title: String
    /// What it answers: words end an enquiry, and repair nothing.
    public var natures: Set<Nature>
    public init(
      leaf: LeafID, textKey: UInt32, title: String, natures: Set<Nature> = [.enquiry]
    ) {
      self.leaf = leaf
      self.textKey = textKey
      self.title = title
      self.natures = natures
    }
  }

  public init(answers: [Answer], answersRepeats: Bool) {
    self.answers = answers
    self.answersRepeats = answersRepeats
  }
}

/// Detection of duplicates: the same citizen, leaf and community within a window.
public struct DuplicateRules: Sendable, Equatable {
  /// From submission to submission.
  public var window: Milliseconds
  /// Whether a duplicate of an open appeal is merged into it at once (并案).
  public var merges: Bool

  public init(window: Milliseconds, merges: Bool) {
    self.window = window
    self.merges = merges
  }
}
