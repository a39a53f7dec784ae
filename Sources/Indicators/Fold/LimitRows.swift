import AppealCore
import CivicTime

/// The overall limit of every nature and leaf, `nature × leaves + leaf`.
struct LimitRows {
  var rows: [Target] = []
  var distinct: [Target] = []
  var indices: [UInt16] = []

  init(
    _ table: ServiceLevelTable, of leaves: [Form.Leaf], named name: String
  ) throws(MeasurePlanError) {
    for nature in Nature.allCases {
      for leaf in leaves.indices {
        guard let target = table.target(nature, leaf, leaves[leaf]) else {
          throw .missingLimit(table: name, nature: nature, leaf: leaves[leaf].level3)
        }
        rows.append(target)
        indices.append(UInt16(distinct.index(of: target)))
      }
    }
  }
}

extension ServiceLevelTable {
  /// The overall limit of a nature at a leaf: leaf before class before nature.
  fileprivate func target(_ nature: Nature, _ leaf: Int, _ row: Form.Leaf) -> Target? {
    if let exception = leaves[LeafID(leaf)] { return exception }
    if classed.contains(nature) {
      return classes.indices.contains(Int(row.limitClass)) ? classes[Int(row.limitClass)] : nil
    }
    return overall[nature]
  }
}

extension Array where Element: Equatable {
  /// The place of `element`, which is appended if it is new.
  mutating func index(of element: Element) -> Int {
    if let index = firstIndex(of: element) { return index }
    append(element)
    return count - 1
  }
}
