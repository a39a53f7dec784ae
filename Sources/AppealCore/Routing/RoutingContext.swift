/// A class of earlier cases that say something of a new one: those alike in one or two features.
///
/// The first five say *what kind of desk* handles such a matter: their cases are counted by the
/// role of the unit (see ``UnitRoles``), so that what one street has taught serves the others. The
/// rest say *who is in charge at this place* and are counted by unit.
public enum RoutingContext: UInt8, CaseIterable, Sendable {
  case leaf, leafNature, leafChannel, level2, level1
  case street, community, level1Street, level1Community, streetChannel, leafStreet, leafCommunity

  /// Whether cases are counted by the role of the unit.
  public var countsRoles: Bool { rawValue <= RoutingContext.level1.rawValue }

  /// The class of a case: which context, and its features.
  @inline(__always)
  func key(of features: RoutingFeatures) -> UInt64 {
    let (first, second): (UInt16, UInt16) =
      switch self {
      case .leaf: (features.leaf, 0)
      case .leafNature: (features.leaf, features.nature)
      case .leafChannel: (features.leaf, features.channel)
      case .level2: (features.level2, 0)
      case .level1: (features.level1, 0)
      case .street: (features.street, 0)
      case .community: (features.community, 0)
      case .level1Street: (features.level1, features.street)
      case .level1Community: (features.level1, features.community)
      case .streetChannel: (features.street, features.channel)
      case .leafStreet: (features.leaf, features.street)
      case .leafCommunity: (features.leaf, features.community)
      }
    return UInt64(rawValue) << 32 | UInt64(first) << 16 | UInt64(second)
  }

  /// In order of the raw value, without an allocation.
  @inline(__always)
  static func forEach(_ body: (RoutingContext) -> Void) {
    for raw in 0..<UInt8(count) {
      if let context = RoutingContext(rawValue: raw) { body(context) }
    }
  }

  static let count = 12
}
