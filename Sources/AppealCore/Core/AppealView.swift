import CivicTime

/// What a host may know of one appeal, at a glance.
public struct AppealView: Sendable, BitwiseCopyable, Equatable {
  public var number: AppealNumber
  public var reference: UInt64
  public var contactAt: Instant
  /// Registration; the overall clock counts from here, or from the last reopening.
  public var submittedAt: Instant
  /// When it ended; nil while open.
  public var closedAt: Instant?
  /// The overall deadline; the distant future under no limit.
  public var due: Instant
  /// The deadline of the node; the distant future without one, and once ended.
  public var nodeDue: Instant
  public var channel: ChannelID
  public var nature: Nature
  /// As registered; as reported before filing.
  public var leaf: LeafID
  public var community: CommunityID
  public var street: StreetID
  /// Where it stands; `.close` once ended.
  public var node: Node
  /// Index into `Policy.workflows`; provisional before filing.
  public var workflow: UInt8
  public var leadUnit: UnitID
  public var status: Status
  /// The list it is on, was taken from, or returns to; `ListID.none` once ended.
  public var list: ListID
  /// Who holds it, else `StaffID.none`.
  public var holder: StaffID
  /// 0 is urgent.
  public var rank: UInt8
  /// Whether the present overall deadline was missed.
  public var isBreached: Bool
  public var returns: UInt8
  public var redos: UInt8
  public var reopenings: UInt8
  public var extensions: UInt8
  public var tags: TagSet
  public var lane: Lane
  /// While open.
  public var campaign: CampaignID
  public var adoption: AdoptionState
  /// The earlier appeal of the same citizen, leaf and community, while this one is open.
  public var original: AppealNumber
  /// Supporting units that have not joined yet.
  public var pendingSupports: UInt8
  /// Its unit asked to be relieved, and the top post has not decided.
  public var awaitsArbitration: Bool
  public var isDisputed: Bool
  /// An instant reply closed it.
  public var isReplied: Bool
  /// The next rung of the ladder; nil after the last, and once ended.
  public var nextRung: Rung?

  public enum Status: UInt8, Sendable, BitwiseCopyable {
    /// On a work list.
    case listed
    /// In somebody's hands.
    case held
    case suspended
    /// Waits for the appeal it was merged into.
    case merged
    case closed
    case cancelled
  }

  public var isSuspended: Bool { status == .suspended }
  public var isOpen: Bool { status.rawValue < Status.closed.rawValue }
}

/// A task on a work list, seen without taking it.
public struct OpenTask: Sendable, BitwiseCopyable, Equatable {
  public var appeal: AppealNumber
  public var work: Work
  /// The appeal's overall deadline, or the side task's.
  public var due: Instant
  /// 0 is urgent.
  public var rank: UInt8

  public enum Work: Sendable, BitwiseCopyable, Equatable {
    case node(Node)
    case side(SideTaskKind)
  }
}

/// Whose a work list is.
public enum ListKind: Sendable, Equatable {
  /// A dispatch post: index into `DispatchTree.posts`.
  case post(Int)
  case unit(UnitID)
  /// The grid officers who verify in a street.
  case verifiers(StreetID)
  /// Liability, call-backs, or chasers.
  case desk(SideTaskKind)
}
