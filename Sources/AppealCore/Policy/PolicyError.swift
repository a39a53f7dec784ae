/// Why a policy cannot be used: one sentence that names the place and how to mend it.
public enum PolicyError: Error, Sendable, Equatable, CustomStringConvertible {
  /// A table that needs rows has none.
  case nothing(String)
  case tooMany(String, count: Int, limit: Int)
  case communityOnUnknownStreet(community: String, street: Int)

  case leafWithoutName(leaf: Int)
  case duplicateLeaf(String)
  case leafWithoutLegalBasis(String)
  case leafWithoutOwner(String, street: String)
  case leafOfUnknownUnit(String, street: String, unit: Int)
  case leafOfUnknownLimitClass(String, limitClass: Int)
  /// The table of owners does not have one row a leaf.
  case ownerRows(count: Int, leaves: Int)

  case unknownSuccessor(channel: String, successor: Int)
  case successorCycle(channel: String)

  case unknownParent(post: String, parent: Int)
  case parentCycle(post: String)
  case postOfUnknownStreet(post: String, street: Int)
  case postOfUnknownChannel(post: String, channel: Int)
  case intakeRows(count: Int, channels: Int)
  case intakeColumns(channel: String, count: Int, streets: Int)
  case intakeToUnknownPost(channel: String, street: String, list: Int)
  case unitOfUnknownPost(unit: String, list: Int)
  case unitPostRows(count: Int, units: Int)

  case workflowWithoutClose(String)
  case workflowOutOfOrder(String, node: Node)
  /// Dispatch and handling belong together; sign-in, feedback and verification need handling.
  case workflowIncomplete(String, node: Node, needs: Node)
  case noWorkflow(leaf: String, nature: Nature)

  case natureWithoutLimit(Nature)
  case limitOfUnknownLeaf(leaf: Int)
  case negativeLimit(of: String)
  case negativeWindow(String)
  /// More than a hundred years.
  case limitTooLong(of: String)
  case windowTooLong(String)
  case calendarTooLong
  /// The unit's post cannot be reached by handing over.
  case unreachablePost(unit: String, from: String)
  /// What, and what is wrong with it.
  case measure(String, String)

  public var description: String {
    switch self {
    case .nothing, .tooMany, .communityOnUnknownStreet: placeText
    case .leafWithoutName, .duplicateLeaf, .leafWithoutLegalBasis, .leafWithoutOwner,
      .leafOfUnknownUnit, .leafOfUnknownLimitClass, .ownerRows:
      formText
    case .unknownSuccessor, .successorCycle, .unknownParent, .parentCycle, .postOfUnknownStreet,
      .postOfUnknownChannel, .intakeRows, .intakeColumns, .intakeToUnknownPost,
      .unitOfUnknownPost, .unitPostRows, .unreachablePost:
      routeText
    default: ruleText
    }
  }
}

extension PolicyError {
  private var placeText: String {
    switch self {
    case .nothing(let what): "The policy has no \(what); give at least one."
    case .tooMany(let what, let count, let limit):
      "The policy has \(count) \(what); there may be at most \(limit)."
    case .communityOnUnknownStreet(let community, let street):
      "Community \(community) lies on street number \(street), which is not in the list of "
        + "streets; correct the number or add the street."
    default: ""
    }
  }

  private var formText: String {
    switch self {
    case .leafWithoutName(let leaf):
      "Leaf number \(leaf) of the form lacks a name at one of its three levels; name it."
    case .duplicateLeaf(let path):
      "The form lists leaf \(path) twice; keep one."
    case .leafWithoutLegalBasis(let path):
      "Leaf \(path) has no legal basis; name the rule it rests on."
    case .leafWithoutOwner(let path, let street):
      "Leaf \(path) has no responsible unit in \(street); name exactly one."
    case .leafOfUnknownUnit(let path, let street, let unit):
      "Leaf \(path) belongs in \(street) to unit number \(unit), which is not in the list of "
        + "units; correct the number or add the unit."
    case .leafOfUnknownLimitClass(let path, let limitClass):
      "Leaf \(path) has limit class \(limitClass), which the service levels do not define; "
        + "correct it or add the class."
    case .ownerRows(let count, let leaves):
      "The table of owners has \(count) rows for \(leaves) leaves; give one row a leaf."
    default: ""
    }
  }

  private var routeText: String {
    switch self {
    case .unknownSuccessor(let channel, let successor):
      "Channel \(channel) names channel number \(successor) as its successor, which does not "
        + "exist; name an existing one."
    case .successorCycle(let channel):
      "The successors of channel \(channel) lead back to it; let the last one stay open."
    case .unknownParent(let post, let parent):
      "Post \(post) has parent number \(parent), which is not a post; name an existing one."
    case .parentCycle(let post):
      "The parents of post \(post) lead back to it; one post must stand at the top."
    case .postOfUnknownStreet(let post, let street):
      "Post \(post) serves street number \(street), which does not exist; correct the number."
    case .postOfUnknownChannel(let post, let channel):
      "Post \(post) serves channel number \(channel), which does not exist; correct the number."
    case .intakeRows(let count, let channels):
      "The intake table has \(count) rows for \(channels) channels; give one row a channel."
    case .intakeColumns(let channel, let count, let streets):
      "The intake of channel \(channel) has \(count) columns for \(streets) streets; give one "
        + "post a street."
    case .intakeToUnknownPost(let channel, let street, let list):
      "The intake of channel \(channel) in \(street) is list number \(list), which is not a "
        + "post; name an existing post."
    case .unitOfUnknownPost(let unit, let list):
      "Unit \(unit) is dispatched to by list number \(list), which is not a post; name an "
        + "existing post."
    case .unitPostRows(let count, let units):
      "The table of the units' posts has \(count) rows for \(units) units; drop the surplus."
    case .unreachablePost(let unit, let from):
      "Post \(from) gets appeals of unit \(unit) and can neither dispatch to it nor hand them over "
        + "to the post that does; allow a hand-over that leads there."
    default: ""
    }
  }

  private var ruleText: String {
    switch self {
    case .workflowWithoutClose(let name):
      "Workflow \(name) has no node close; add it, or its appeals would never end."
    case .workflowOutOfOrder(let name, let node):
      "Workflow \(name) has node \(node) out of order or twice; list its nodes in their order."
    case .workflowIncomplete(let name, let node, let needs):
      "Workflow \(name) has node \(node) without node \(needs); add \(needs) or drop \(node)."
    case .noWorkflow(let leaf, let nature):
      "No workflow applies to leaf \(leaf) with nature \(nature); add one without conditions."
    case .natureWithoutLimit(let nature):
      "Nature \(nature) has no overall limit; give one, or the target none."
    case .limitOfUnknownLeaf(let leaf):
      "A limit is given for leaf number \(leaf), which the form does not have; correct it."
    case .negativeLimit(let what): "The limit of \(what) is negative; give zero or more."
    case .negativeWindow(let what): "The \(what) window is negative; give zero or more."
    case .limitTooLong(let what):
      "The limit of \(what) is longer than a hundred years; give a shorter one, or the target none."
    case .windowTooLong(let what):
      "The \(what) window is longer than a hundred years; give a shorter one."
    case .calendarTooLong:
      "The working calendar reaches further than deadlines can be kept; end it before the year 6000."
    case .measure(let what, let problem): "The \(what) \(problem); correct it."
    default: ""
    }
  }
}
