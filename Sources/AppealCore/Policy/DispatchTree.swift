/// The dispatch tree: posts with work lists, units below them, verification teams beside.
///
/// List numbers run over posts, then units, then verifying teams (one per street), then the desks
/// for liability, call-backs and chasers.
public struct DispatchTree: Sendable, Equatable {
  public var posts: [Post]
  /// `intake[channel][street]`: the post whose list receives a new appeal.
  public var intake: [[ListID]]
  /// How each work list is ordered.
  public var order: WorkListOrder
  /// The post that dispatches to a unit, aligned with `Policy.units`; `ListID.none` or an absent
  /// row means that any post may. Other posts hand the appeal over to it.
  public var unitPosts: [ListID]
  /// Where appeals in free text go, to be made clear; `ListID.none`: as all others.
  public var unclear: ListID
  /// The ways a post may hand an appeal over.
  public var handOvers: Set<HandOver>

  public enum HandOver: UInt8, CaseIterable, Sendable {
    /// To the post above, or one above that.
    case up
    /// To a post below.
    case down
    /// To any other.
    case across
  }

  public struct Post: Sendable, Equatable {
    public var name: String
    public var kind: Kind
    /// The post above, `ListID.none` for the top.
    public var parent: ListID
    public init(name: String, kind: Kind, parent: ListID) {
      self.name = name
      self.kind = kind
      self.parent = parent
    }
  }

  public enum Kind: Sendable, Equatable {
    /// 区分拨中心
    case district
    /// 街道分拨中心
    case street(StreetID)
    /// One account of one legacy channel.
    case account(ChannelID)
  }

  public init(
    posts: [Post], intake: [[ListID]], order: WorkListOrder, unitPosts: [ListID] = [],
    unclear: ListID = .none, handOvers: Set<HandOver> = Set(HandOver.allCases)
  ) {
    self.unclear = unclear
    self.handOvers = handOvers
    self.unitPosts = unitPosts
    self.posts = posts
    self.intake = intake
    self.order = order
  }
}

/// Total order of a work list; ties always end at the appeal's number.
public enum WorkListOrder: UInt8, Sendable, BitwiseCopyable {
  /// (rank, due, number): the most pressing first, then the earliest deadline.
  case deadline
  /// (rank, number): the most pressing first, then first come first served.
  case arrival
  /// (number): first come first served, nothing else.
  case strictArrival
}
