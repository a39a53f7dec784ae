import GRDB

/// What must be known of an arm to read its journal: names, wall clock, office days, window.
public struct JournalArm: Sendable, Equatable {
  public var arm: Arm
  public var replication: Int
  public var scenario: BilingualText
  public var explanation: BilingualText
  /// Name of the time zone, `Asia/Shanghai` for instance.
  public var zone: String
  /// How far the wall clock is ahead of UTC, from when on; the first holds for all time before.
  public var offsets: [Offset]
  /// Days on which the office works, counted from 1970-01-01.
  public var workingDays: [Int]
  /// The measured window in milliseconds UTC; its end is outside. The journal tells everything
  /// that happened until then; a store gives its last instant.
  public var window: Range<Int64>
  /// By how many bits a reference is shifted to give the citizen's need; nil where a reference is
  /// an opaque key.
  public var needShift: Int?

  public struct Offset: Sendable, Equatable {
    /// Milliseconds UTC.
    public var since: Int64
    public var seconds: Int

    public init(since: Int64, seconds: Int) {
      self.since = since
      self.seconds = seconds
    }
  }

  public init(
    arm: Arm, replication: Int, scenario: BilingualText, explanation: BilingualText,
    zone: String, offsets: [Offset], workingDays: [Int], window: Range<Int64>, needShift: Int?
  ) {
    self.arm = arm
    self.replication = replication
    self.scenario = scenario
    self.explanation = explanation
    self.zone = zone
    self.offsets = offsets
    self.workingDays = workingDays
    self.window = window
    self.needShift = needShift
  }
}

/// The name of a numbered thing in the journal of an arm.
public struct JournalLabel: Sendable, Equatable {
  public enum Kind: String, Sendable, CaseIterable {
    case leaf, community, street, unit, channel, list, staff, tag, campaign, body, answer, workflow
  }

  public var kind: Kind
  public var id: Int
  /// The same twice where there is one name only.
  public var name: BilingualText
  /// Community: its street. List and staff: their unit, if they belong to one.
  public var parent: Int?
  /// Leaf: the names of its first and second level.
  public var levels: [String]
  /// Unit: whether the district decides its staffing.
  public var isControllable: Bool?

  public init(
    _ kind: Kind, _ id: Int, _ name: BilingualText, parent: Int? = nil, levels: [String] = [],
    isControllable: Bool? = nil
  ) {
    self.kind = kind
    self.id = id
    self.name = name
    self.parent = parent
    self.levels = levels
    self.isControllable = isControllable
  }
}
