import AppealCore
import ResultFiles

/// Names of leaves, none of which two leaves share.
package enum LeafNames {
  /// The third level; where several are called so, with the class, the second level, or the edition
  /// behind it, whichever tells all of them apart first.
  ///
  /// - Parameter inForce: how many of the leaves are of the form in force; the others are of the next.
  package static func distinct(_ leaves: [Form.Leaf], inForce: Int) -> [BilingualText] {
    var names = leaves.map { BilingualText(zh: $0.level3, en: $0.level3) }
    for (_, ids) in Dictionary(grouping: leaves.indices, by: { leaves[$0].level3 })
    where ids.count > 1 {
      let texts = details.lazy.map { detail in ids.map { detail(leaves[$0], $0 >= inForce) } }
        .first { Set($0).count == ids.count }
      // Twins in one edition: only their numbers differ.
      let told = texts ?? ids.map { Text(zh: "第\($0 + 1)项", en: "item \($0 + 1)") }
      for (id, text) in zip(ids, told) {
        names[id].zh += "(\(text.zh))"
        names[id].en += " (\(text.en))"
      }
    }
    return names
  }

  private typealias Detail = @Sendable (Form.Leaf, _ isNext: Bool) -> Text

  private struct Text: Hashable {
    var zh: String
    var en: String

    func joined(_ other: Self) -> Self {
      Self(zh: zh + "," + other.zh, en: en + ", " + other.en)
    }
  }

  private static let details: [Detail] = [
    { leaf, _ in same(leaf.level1) },
    { leaf, _ in same("\(leaf.level1)/\(leaf.level2)") },
    { _, isNext in edition(isNext) },
    { leaf, isNext in same(leaf.level1).joined(edition(isNext)) },
    { leaf, isNext in same("\(leaf.level1)/\(leaf.level2)").joined(edition(isNext)) },
  ]

  private static func same(_ text: String) -> Text { Text(zh: text, en: text) }

  private static func edition(_ isNext: Bool) -> Text {
    isNext ? Text(zh: "新版", en: "new edition") : Text(zh: "旧版", en: "old edition")
  }
}
