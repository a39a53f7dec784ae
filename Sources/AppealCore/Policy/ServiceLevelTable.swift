import CivicTime

/// Time limits by nature and leaf: an overall clock, and a clock for each node.
public struct ServiceLevelTable: Sendable, Equatable {
  /// Overall limit by nature; complaints and petitions may be overridden by the leaf's class.
  public var overall: [Nature: Target]
  /// Overall limits of the complaint classes (`Form.Leaf.limitClass`).
  public var classes: [Target]
  /// Natures that take the class of the leaf instead of the limit by nature.
  public var classed: Set<Nature>
  /// Exceptions for single leaves, before all others.
  public var leaves: [LeafID: Target]
  /// Limits of the nodes, from the instant the appeal arrives at the node; absent = no clock.
  public var nodes: [Node: Target]
  /// Overall limits up to this elapsed length make an appeal urgent (rank 0 in every list).
  public var urgentUpTo: Milliseconds

  public init(
    overall: [Nature: Target], classes: [Target], classed: Set<Nature>,
    leaves: [LeafID: Target], nodes: [Node: Target], urgentUpTo: Milliseconds
  ) {
    self.overall = overall
    self.classes = classes
    self.classed = classed
    self.leaves = leaves
    self.nodes = nodes
    self.urgentUpTo = urgentUpTo
  }
}
