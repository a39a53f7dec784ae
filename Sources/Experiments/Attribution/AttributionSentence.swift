import Indicators
import ResultFiles

/// The first sentence of an attribution: what all levers bring by their leading indicator, and which
/// of them brings most, under each explanation.
struct AttributionSentence {
  private let result: AttributionResult

  init(_ result: AttributionResult) { self.result = result }

  var text: BilingualText {
    guard let record = result.indicators.first, let indicator = Indicator.named(record.id) else {
      return BilingualText(zh: "模型内归因", en: "Attribution within the model")
    }
    let count = result.levers.count
    let (structure, behaviour) = totals(record.id)
    let words = ValueText(indicator.unit)
    let bare = words.difference(structure)
    let full = behaviour.map(words.difference)
    let most = most(record, words)
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

  /// The lever that brings most for the better, and where that depends on the explanation.
  private func most(_ record: IndicatorRecord, _ words: ValueText) -> BilingualText {
    let leaders = result.explanations.compactMap { explanation in
      leader(record, under: explanation.id).map { (explanation, $0.lever, $0.mean) }
    }
    var ids: [String] = []
    for leader in leaders where !ids.contains(leader.1.id) { ids.append(leader.1.id) }
    guard let first = leaders.first else {
      return BilingualText(zh: "没有一项带来改善", en: "none of them brings an improvement")
    }
    if ids.count == 1, leaders.count == result.explanations.count {
      let means = leaders.map(\.2)
      let amount = words.difference((means.min() ?? 0)...(means.max() ?? 0))
      let zh = leaders.count > 1 ? "在每种解释下" : ""
      let en = leaders.count > 1 ? " under every explanation" : ""
      return BilingualText(
        zh: "\(zh)贡献最大的都是“\(first.1.title.zh)”（\(amount.zh)）",
        en: "“\(first.1.title.en)” brings most\(en) (\(amount.en))")
    }
    let parts = ids.map { id in
      phrase(leaders.filter { $0.1.id == id }.map { ($0.0, $0.1, $0.2) }, words)
    }
    return BilingualText(
      zh: "哪一项贡献最大取决于超时的成因：" + parts.map(\.zh).joined(separator: "，"),
      en: "which one brings most depends on why appeals are late: "
        + parts.map(\.en).joined(separator: ", "))
  }

  /// One lever, with the explanations under which it brings most.
  private func phrase(
    _ leaders: [(explanation: ExplanationRecord, lever: LeverRecord, mean: Double)],
    _ words: ValueText
  ) -> BilingualText {
    let amounts = leaders.map { words.difference($0.mean...$0.mean) }
    let lever = leaders[0].lever.title
    let zh = zip(leaders, amounts).map { "“\($0.explanation.title.zh)”下（\($1.zh)）" }
    let en = zip(leaders, amounts).map { "\($0.explanation.title.en) (\($1.en))" }
    return BilingualText(
      zh: zh.joined(separator: "和") + "为“\(lever.zh)”",
      en: "“\(lever.en)” under " + en.joined(separator: " and "))
  }

  private func leader(
    _ record: IndicatorRecord, under explanation: String
  ) -> (lever: LeverRecord, mean: Double)? {
    let response: ResponseCase =
      result.values.contains { $0.response == .middle } ? .middle : .none
    let values = result.values.filter {
      $0.indicator == record.id && $0.explanation == explanation && $0.response == response
        && $0.measure == .shapley
    }
    func gain(_ value: AttributionValue) -> Double {
      switch record.polarity {
      case .neutral: abs(value.estimate.mean)
      case .higherIsBetter: value.estimate.mean
      case .lowerIsBetter: -value.estimate.mean
      }
    }
    guard let best = values.max(by: { gain($0) < gain($1) }), gain(best) > 0,
      let lever = result.levers.first(where: { $0.id == best.lever })
    else { return nil }
    return (lever, best.estimate.mean)
  }
}
