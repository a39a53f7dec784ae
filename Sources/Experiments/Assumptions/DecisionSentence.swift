import Foundation
import Indicators
import ResultFiles

/// Says a decision in one sentence, in both languages, from its numbers.
package struct DecisionSentence {
  package var decision: Decision
  /// Titles of the scenarios, the baseline first.
  package var scenarios: [BilingualText]
  /// Titles of the assumed parameters, by their place in the study.
  package var parameters: [BilingualText]
  /// Means of the leading indicator by set, for an experiment of one scenario.
  package var levels: ClosedRange<Double>?

  package init(
    decision: Decision, scenarios: [BilingualText], parameters: [BilingualText],
    levels: ClosedRange<Double>? = nil
  ) {
    self.decision = decision
    self.scenarios = scenarios
    self.parameters = parameters
    self.levels = levels
  }

  package var text: BilingualText {
    guard let indicator = Indicator.named(decision.indicator), let base = scenarios.first else {
      return BilingualText(zh: "没有可比较的方案。", en: "There is nothing to compare.")
    }
    switch decision.outcome {
    case .nothingToCompare: return alone(base, indicator)
    case .better: return better(base, indicator)
    case .worse: return worse(base, indicator)
    case .undecided: return undecided(base, indicator)
    }
  }

  private func alone(_ base: BilingualText, _ indicator: Indicator) -> BilingualText {
    guard let levels else {
      return BilingualText(
        zh: "\(base.zh)：\(indicator.title.zh)没有数值。",
        en: "\(base.en): \(indicator.title.en) is not defined.")
    }
    let range = ValueText(indicator.unit).level(levels)
    return BilingualText(
      zh: "\(base.zh)：\(indicator.title.zh)在\(decision.sets)组假设下为\(range.zh)。",
      en: "\(base.en): \(indicator.title.en) is \(range.en) over \(setsEnglish(decision.sets)).")
  }

  private func better(_ base: BilingualText, _ indicator: Indicator) -> BilingualText {
    let names = pair(base)
    let by = amount(decision.gain, indicator)
    return BilingualText(
      zh: "按\(indicator.title.zh)，\(setsChinese(decision.wins))\(names.best.zh)优于\(names.base.zh)"
        + "\(by.zh)；\(cause.zh)。",
      en: "\(names.best.en) beats \(names.base.en) by \(by.en) (\(indicator.title.en)) under "
        + "\(setsEnglish(decision.wins, of: decision.sets)); \(cause.en).")
  }

  private func worse(_ base: BilingualText, _ indicator: Indicator) -> BilingualText {
    let names = pair(base)
    let by = amount(decision.loss.map { -$0.upperBound ... -$0.lowerBound }, indicator)
    return BilingualText(
      zh: "按\(indicator.title.zh)，没有方案优于\(names.base.zh)：最接近的\(names.best.zh)"
        + "\(setsChinese(decision.losses))落后\(by.zh)；\(cause.zh)。",
      en: "Nothing beats \(names.base.en) (\(indicator.title.en)): the nearest, "
        + "\(names.best.en), is behind by \(by.en) under "
        + "\(setsEnglish(decision.losses, of: decision.sets)); \(cause.en).")
  }

  private func undecided(_ base: BilingualText, _ indicator: Indicator) -> BilingualText {
    let names = pair(base)
    var zh: [String] = []
    var en: [String] = []
    if decision.wins > 0 {
      let by = amount(decision.gain, indicator)
      zh.append("\(setsChinese(decision.wins))优于\(names.base.zh)\(by.zh)")
      en.append(
        "beats \(names.base.en) by \(by.en) under "
          + setsEnglish(decision.wins, of: decision.sets))
    }
    if decision.losses > 0 {
      let by = amount(decision.loss.map { -$0.upperBound ... -$0.lowerBound }, indicator)
      zh.append("\(setsChinese(decision.losses))落后\(by.zh)")
      en.append("is behind by \(by.en) under \(setsEnglish(decision.losses, of: decision.sets))")
    }
    if zh.isEmpty {
      zh = ["在\(decision.sets)组假设下与\(names.base.zh)均无可辨差别"]
      en = [
        "differs beyond noise from \(names.base.en) under none of \(setsEnglish(decision.sets))"
      ]
    }
    return BilingualText(
      zh: "数据不能定论（\(indicator.title.zh)）：\(names.best.zh)"
        + "\(zh.joined(separator: "，"))；\(cause.zh)。",
      en: "Not decided by the data (\(indicator.title.en)): \(names.best.en) "
        + "\(en.joined(separator: " and ")); \(cause.en).")
  }

  private func pair(_ base: BilingualText) -> (base: BilingualText, best: BilingualText) {
    let best = decision.best ?? 0
    return (base, scenarios.indices.contains(best) ? scenarios[best] : base)
  }

  private func amount(_ range: ClosedRange<Double>?, _ indicator: Indicator) -> BilingualText {
    ValueText(indicator.unit).difference(range ?? 0...0)
  }

  private func setsChinese(_ count: Int) -> String {
    count == decision.sets
      ? "在全部\(decision.sets)组假设下" : "在\(decision.sets)组假设中的\(count)组下"
  }

  private func setsEnglish(_ count: Int, of total: Int? = nil) -> String {
    let noun = (total ?? count) == 1 ? "set of assumptions" : "sets of assumptions"
    guard let total else { return "\(count) \(noun)" }
    return count == total ? "all \(total) \(noun)" : "\(count) of \(total) \(noun)"
  }

  /// Which assumption decides it; where all sets agree, which one its size depends on.
  private var cause: BilingualText {
    let agrees = decision.wins == decision.sets || decision.losses == decision.sets
    let verb =
      agrees
      ? BilingualText(zh: "差距大小主要取决于", en: "its size depends most on ")
      : BilingualText(zh: "取决于", en: "decided by ")
    switch decision.decidedBy?.factor {
    case .explanation:
      return BilingualText(
        zh: verb.zh + "超时成因的解释", en: verb.en + "the explanation of why appeals are late")
    case .parameter(let index) where parameters.indices.contains(index):
      let name = parameters[index]
      return BilingualText(zh: verb.zh + "“\(name.zh)”", en: verb.en + "“\(name.en)”")
    default:
      return agrees
        ? BilingualText(zh: "没有单独决定差距大小的假设", en: "no single assumption decides its size")
        : BilingualText(zh: "没有单独起决定作用的假设", en: "no single assumption decides it")
    }
  }
}

/// Values and differences of an indicator in words.
struct ValueText {
  var unit: Indicator.Unit

  init(_ unit: Indicator.Unit) { self.unit = unit }

  func level(_ range: ClosedRange<Double>) -> BilingualText {
    unit == .share ? both(range, scale: 100, zh: "%", en: " %") : difference(range)
  }

  func difference(_ range: ClosedRange<Double>) -> BilingualText {
    switch unit {
    case .share: both(range, scale: 100, zh: "个百分点", en: " points")
    case .hours: both(range, scale: 1, zh: "小时", en: " hours")
    case .workingHours: both(range, scale: 1, zh: "工作小时", en: " working hours")
    case .score: both(range, scale: 1, digits: 2, zh: "星", en: " stars")
    case .perAppeal: both(range, scale: 1, digits: 3, zh: "次/件", en: " per appeal")
    case .count, .cost: both(range, scale: 1, zh: "", en: "")
    }
  }

  private func both(
    _ range: ClosedRange<Double>, scale: Double, digits: Int = 1, zh: String, en: String
  ) -> BilingualText {
    let ends = [range.lowerBound * scale, range.upperBound * scale]
    let size = ends.map { abs($0) }.max() ?? 0
    // As many digits more as it takes to show that it is not zero.
    var shown = digits
    while size > 0, shown < 9, size < 0.5 * pow(10, -Double(shown)) { shown += 1 }
    let low = String(format: "%.\(shown)f", ends[0])
    let high = String(format: "%.\(shown)f", ends[1])
    let text = low == high ? low : "\(low)–\(high)"
    return BilingualText(zh: text + zh, en: text + en)
  }
}
