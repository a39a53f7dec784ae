import CivicTime

/// The kinds of tag, and the rules that set them.
public struct TagRegistry: Sendable, Equatable {
  /// At most 64.
  public var kinds: [TagKind]
  public var rules: [TagRule]

  public init(kinds: [TagKind] = [], rules: [TagRule] = []) {
    self.kinds = kinds
    self.rules = rules
  }
}

/// One kind of tag, and what it drives.
public struct TagKind: Sendable, Equatable {
  /// Unique, `repeat-complaint` for instance.
  public var id: String
  public var chinese: String
  public var english: String
  /// An appeal with this tag is at least this pressing; nil where the tag says nothing of it.
  public var rank: UInt8?
  /// Supervised more closely: the first rung rings at `Supervision.closeRemindAt`.
  public var isKey: Bool

  public init(
    id: String, chinese: String, english: String, rank: UInt8? = nil, isKey: Bool = false
  ) {
    self.id = id
    self.chinese = chinese
    self.english = english
    self.rank = rank
    self.isKey = isKey
  }
}

/// Sets a tag as soon as a condition holds. A tag that was set stays until it is taken away.
public struct TagRule: Sendable, Equatable {
  public var tag: TagID
  public var condition: Condition

  public enum Condition: Sendable, Equatable {
    /// At submission.
    case leaves(Set<LeafID>)
    case nature(Nature)
    case channel(ChannelID)
    case street(StreetID)
    case lane(Lane)
    case unstructured
    case withPhotos
    /// Outside office hours.
    case afterHours
    /// The same citizen, leaf and community as before.
    case isRepeat
    case inEmergency
    case campaign(CampaignID)
    case alert(AlertKind)
    /// Later.
    case returned(times: UInt8)
    case redone(times: UInt8)
    case reopened(times: UInt8)
    case extended
    case overdue
    case rung(Rung)
    case supported
    case disputed
  }

  public init(tag: TagID, condition: Condition) {
    self.tag = tag
    self.condition = condition
  }
}
