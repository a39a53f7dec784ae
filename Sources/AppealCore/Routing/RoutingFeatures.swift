/// What is known of an appeal when somebody must say whose it is: small numbers, each of a
/// directory of its own. Zero may stand for "not known"; it is a value like any other.
public struct RoutingFeatures: BitwiseCopyable, Hashable, Sendable {
  /// First level of the form (一级分类).
  public var level1: UInt16
  /// Second level of the form (二级分类).
  public var level2: UInt16
  /// Leaf of the form (三级分类), numbered over the whole form.
  public var leaf: UInt16
  public var street: UInt16
  /// Numbered over the whole district.
  public var community: UInt16
  public var channel: UInt16
  public var nature: UInt16

  public init(
    level1: UInt16 = 0, level2: UInt16 = 0, leaf: UInt16 = 0, street: UInt16 = 0,
    community: UInt16 = 0, channel: UInt16 = 0, nature: UInt16 = 0
  ) {
    self.level1 = level1
    self.level2 = level2
    self.leaf = leaf
    self.street = street
    self.community = community
    self.channel = channel
    self.nature = nature
  }
}
