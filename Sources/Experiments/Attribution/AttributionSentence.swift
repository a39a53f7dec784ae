import Indicators
import ResultFiles

/// The first sentence of an attribution: what all levers bring by their leading indicator, and which
/// of them brings most, under each explanation.
struct AttributionSentence {
  private let result: AttributionResult
  private let leaders: [LeadingLever]

  /// - Parameter leaders: under each explanation, with levers by their places in the result.
  init(_ result: AttributionResult, leaders: [LeadingLever]) {
    self.result = result
    self.leaders = leaders
  }

  var text: BilingualText {
    guard let record = result.indicators.first, let indicator = Indicator.named(record.id) else {
      return BilingualText(zh: "模型内归因", en: "Attribution within the model")
    }
    let count = result.levers.count
    let (structure, behaviour) = totals(record.id)
    let words = ValueText(indicator.unit)
    let bare = words.difference(structure)
    let full = behaviour.map(words.difference)
    let most = most(words)
    return BilingualText(
      zh: "模型内归因（\(record.title.zh)）：\(count)项措施合计，仅结构改变带来\(bare.zh)"
        + (full.map { "，计入假设的行为后为\($0.zh)" } ?? "") + "；" + most.zh + "。",
      en: "Attribution within the model (\(record.title.en)): \(count) levers together bring "
        + "\(bare.en) by structure only" + (full.map { ", \($0.en) with assumed behaviour" } ?? "")
        + "; " + most.en + ".")
  }

  /// Least and greatest total over the explanations: structure only, and over the assumed ends.
  private func totals(
    _ indicator: String
  ) -> (structure: ClosedRange<Double>, behaviour: ClosedRange<Double>?) {
    func range(_ responses: Set<ResponseCase>) -> ClosedRange<Double>? {
      let means = result.totals
        .filter { $0.indicator == indicator && responses.contains($0.response) }
        .map(\.difference.mean)
      guard let low = means.min(), let high = means.max() else { return nil }
      return low...high
    }
    return (range([.none]) ?? 0...0, range([.low, .middle, .high]))
  }

  /// The lever that brings most, where the replications can tell, under each explanation.
  private func most(_ words: ValueText) -> BilingualText {
    var verdicts: [LeadingLever.Verdict] = []
    for leader in leaders where !verdicts.contains(leader.verdict) {
      verdicts.append(leader.verdict)
    }
    let parts = verdicts.map { verdict in
      phrase(verdict, under: leaders.indices.filter { leaders[$0].verdict == verdict }, words)
    }
    let decided = verdicts.filter { if case .decided = $0 { true } else { false } }
    let text = BilingualText(
      zh: parts.map(\.zh).joined(separator: "；"), en: parts.map(\.en).joined(separator: "; "))
    guard decided.count > 1 else { return text }
    return BilingualText(
      zh: "哪一项贡献最大取决于超时的成因：" + text.zh,
      en: "which one brings most depends on why appeals are late: " + text.en)
  }

  /// One verdict, with the explanations under which it holds.
  private func phrase(
    _ verdict: LeadingLever.Verdict, under places: [Int], _ words: ValueText
  ) -> BilingualText {
    let names = places.map { result.explanations[$0].title }
    let isEverywhere = places.count == leaders.count && places.count > 1
    let zh = isEverywhere ? "各种解释下" : "“" + names.map(\.zh).joined(separator: "”“") + "”下"
    let en =
      isEverywhere
      ? "under every explanation" : "under " + names.map(\.en).joined(separator: " and ")
    switch verdict {
    case .decided(let lever):
      let means = places.map { leaders[$0].mean }
      let amount = words.difference((means.min() ?? 0)...(means.max() ?? 0))
      let title = result.levers[lever].title
      return BilingualText(
        zh: "\(zh)贡献最大的是“\(title.zh)”（\(amount.zh)）",
        en: "“\(title.en)” brings most \(en) (\(amount.en))")
    case .between(let levers):
      let shown = levers.prefix(3).map { result.levers[$0].title }
      let more = levers.count - shown.count
      return BilingualText(
        zh: "\(zh)误差之内分不出哪项最大：" + shown.map { "“\($0.zh)”" }.joined(separator: "、")
          + (more > 0 ? "等\(levers.count)项" : ""),
        en: "\(en) noise leaves open which brings most: "
          + shown.map { "“\($0.en)”" }.joined(separator: ", ")
          + (more > 0 ? " or one of \(more) more" : ""))
    case .none:
      return BilingualText(
        zh: "\(zh)没有一项的改善超出误差", en: "\(en) no lever's gain can be told from noise")
    }
  }
}
