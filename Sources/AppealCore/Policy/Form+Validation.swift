extension Form {
  /// The form validator: every leaf complete and listed once, with a legal basis and exactly one
  /// responsible unit in every street.
  public func validate(units: Int, streets: [String]) throws(PolicyError) {
    guard owners.count == leaves.count else {
      throw .ownerRows(count: owners.count, leaves: leaves.count)
    }
    var paths: Set<[String]> = []
    for (index, leaf) in leaves.enumerated() {
      guard leaf.levels.allSatisfy({ !$0.isEmpty }) else { throw .leafWithoutName(leaf: index) }
      guard paths.insert(leaf.levels).inserted else { throw .duplicateLeaf(leaf.path) }
      guard !trimmed(leaf.legalBasis).isEmpty else { throw .leafWithoutLegalBasis(leaf.path) }
      try validateOwners(of: index, units: units, streets: streets)
    }
  }

  private func validateOwners(
    of index: Int, units: Int, streets: [String]
  ) throws(PolicyError) {
    let path = leaves[index].path
    let row = owners[index]
    for (street, name) in streets.enumerated() {
      guard street < row.count, row[street] != .none else {
        throw .leafWithoutOwner(path, street: name)
      }
      guard row[street].index < units else {
        throw .leafOfUnknownUnit(path, street: name, unit: row[street].index)
      }
    }
    guard row.count == streets.count else {
      throw .tooMany("owners of leaf \(path)", count: row.count, limit: streets.count)
    }
  }
}

extension Form.Leaf {
  /// The three levels as one text.
  public var path: String { levels.joined(separator: " / ") }

  /// The levels without surrounding blanks, so that a stray one makes no second leaf.
  fileprivate var levels: [String] { [trimmed(level1), trimmed(level2), trimmed(level3)] }
}

private func trimmed(_ text: String) -> String {
  guard let first = text.firstIndex(where: { !$0.isWhitespace }),
    let last = text.lastIndex(where: { !$0.isWhitespace })
  else { return "" }
  return String(text[first...last])
}
