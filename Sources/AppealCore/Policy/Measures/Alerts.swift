import CivicTime

/// Alerts on hot and sensitive events (热点敏感预警), and the reminder letters they issue.
public struct AlertRules: Sendable, Equatable {
  /// Appeals of one class in one community …
  public var count: UInt8
  /// … within this span are a burst. It is over when none has come for as long.
  public var window: Milliseconds
  /// The class of each leaf of the form and of its next edition, 0 ..< `classCount`.
  public var classOfLeaf: [UInt16]
  public var sensitive: Set<LeafID>
  /// Bodies that letters go to: politics and law, education, emergency, petitions …
  public var bodies: [String]
  /// The body that a leaf's alerts are written to.
  public var bodyOfLeaf: [LeafID: OversightID]

  public init(
    count: UInt8, window: Milliseconds, classOfLeaf: [UInt16], sensitive: Set<LeafID> = [],
    bodies: [String] = [], bodyOfLeaf: [LeafID: OversightID] = [:]
  ) {
    self.count = count
    self.window = window
    self.classOfLeaf = classOfLeaf
    self.sensitive = sensitive
    self.bodies = bodies
    self.bodyOfLeaf = bodyOfLeaf
  }

  var classCount: Int { Int(classOfLeaf.max() ?? 0) + 1 }
}

/// 平战一体: in an emergency an area's listed categories are urgent and due sooner, and its work
/// lists are merged into one.
public struct EmergencyRules: Sendable, Equatable {
  public var leaves: Set<LeafID>
  /// A further limit for them: the earlier deadline counts.
  public var target: Target
  /// The post that dispatches for an area in emergency; `ListID.none` leaves its own.
  public var post: ListID
  /// Submissions of listed categories in one street that start an emergency; 0 by command only.
  public var trigger: UInt8
  public var window: Milliseconds
  /// One that started so ends when no such submission has come for this long.
  public var quiet: Milliseconds

  public init(
    leaves: Set<LeafID>, target: Target, post: ListID, trigger: UInt8, window: Milliseconds,
    quiet: Milliseconds
  ) {
    self.leaves = leaves
    self.target = target
    self.post = post
    self.trigger = trigger
    self.window = window
    self.quiet = quiet
  }
}
