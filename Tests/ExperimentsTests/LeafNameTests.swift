import AppealCore
import Experiments
import Testing

/// Names of the leaves of a form and of its next edition.
@Suite struct LeafNameTests {
  private func leaf(_ first: String, _ second: String, _ third: String) -> Form.Leaf {
    Form.Leaf(
      level1: first, level2: second, level3: third, legalBasis: "", simple: false, evidence: false,
      limitClass: 0)
  }

  @Test("No two leaves share a name; what tells them apart is the least that does")
  func distinct() {
    let leaves = [
      leaf("城管", "市容", "占道"), leaf("城管", "市容", "其他"), leaf("水务", "排水", "其他"),
      leaf("城管", "市容", "井盖"), leaf("城管", "设施", "井盖"), leaf("环保", "噪声", "施工"),
      leaf("环保", "噪声", "孪生"), leaf("环保", "噪声", "孪生"), leaf("环保", "噪声", "施工"),
      leaf("环保", "噪声", "新类"),
    ]
    let names = LeafNames.distinct(leaves, inForce: 8)
    #expect(
      names.map(\.zh) == [
        "占道", "其他(城管)", "其他(水务)", "井盖(城管/市容)", "井盖(城管/设施)", "施工(旧版)",
        "孪生(第7项)", "孪生(第8项)", "施工(新版)", "新类",
      ])
    #expect(names[5].en == "施工 (old edition)" && names[8].en == "施工 (new edition)")
    #expect(Set(names.map(\.zh)).count == leaves.count)
    #expect(Set(names.map(\.en)).count == leaves.count)
  }
}
