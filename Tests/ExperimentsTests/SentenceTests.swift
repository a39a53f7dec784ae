import Experiments
import ResultFiles
import Testing

/// The decision in words, from its numbers.
struct SentenceTests {
  private func sentence(
    wins: Int, losses: Int, of sets: Int, by factor: DecisiveFactor.Factor? = nil,
    best: Int? = 1, gain: ClosedRange<Double> = 0.021...0.0637
  ) -> BilingualText {
    var decision = Decision(indicator: "on_time_share")
    decision.best = best
    (decision.wins, decision.losses, decision.sets) = (wins, losses, sets)
    decision.gain = wins > 0 ? gain : nil
    decision.loss = losses > 0 ? -0.04 ... -0.01 : nil
    decision.decidedBy = factor.map { DecisiveFactor(factor: $0, share: 0.6) }
    return DecisionSentence(
      decision: decision,
      scenarios: [BilingualText(zh: "甲", en: "Base"), BilingualText(zh: "乙", en: "More")],
      parameters: [
        BilingualText(zh: "评价率 (citizens.response)", en: "Response (citizens.response)")
      ],
      levels: 0.9...0.95
    ).text
  }

  @Test("A gain under all sets, and under most")
  func better() {
    #expect(
      sentence(wins: 27, losses: 0, of: 27, by: .parameter(0)).en
        == "More beats Base by 2.1–6.4 points (On time, own limits) under all 27 sets of "
        + "assumptions; its size depends most on “Response (citizens.response)”.")
    #expect(
      sentence(wins: 27, losses: 0, of: 27, by: .parameter(0)).zh
        .hasSuffix("差距大小主要取决于“评价率 (citizens.response)”。"))
    #expect(
      sentence(wins: 24, losses: 0, of: 27, by: .parameter(0)).en
        .hasSuffix("24 of 27 sets of assumptions; decided by “Response (citizens.response)”."))
    #expect(
      sentence(wins: 24, losses: 0, of: 27, by: .explanation).zh
        == "按按时率(自定时限)，在27组假设中的24组下乙优于甲2.1–6.4个百分点；取决于超时成因的解释。")
  }

  @Test("A small difference is not said to be zero")
  func small() {
    let tiny = sentence(wins: 3, losses: 0, of: 3, gain: 0.000_04...0.000_31)
    #expect(tiny.en.contains("beats Base by 0.00–0.03 points"))
    let one = sentence(wins: 1, losses: 0, of: 1, gain: 0.000_02...0.000_02)
    #expect(one.zh.contains("0.002个百分点"))
    let none = sentence(wins: 1, losses: 0, of: 1, gain: 0...0)
    #expect(none.zh.contains("0.0个百分点"))
  }

  @Test("Losses are said as positive distances")
  func worse() {
    let text = sentence(wins: 0, losses: 27, of: 27)
    #expect(text.en.contains("More, is behind by 1.0–4.0 points under all 27 sets"))
    #expect(text.en.hasPrefix("Nothing beats Base"))
    #expect(text.zh.hasSuffix("没有单独决定差距大小的假设。"))
  }

  @Test("Disagreement between sets is said to be undecided, with both sides")
  func undecided() {
    let text = sentence(wins: 12, losses: 8, of: 27)
    #expect(
      text.en
        == "Not decided by the data (On time, own limits): More beats Base by 2.1–6.4 points "
        + "under 12 of 27 sets of assumptions and is behind by 1.0–4.0 points under 8 of 27 sets "
        + "of assumptions; no single assumption decides it.")
    #expect(text.zh.hasPrefix("数据不能定论"))
    #expect(
      sentence(wins: 0, losses: 0, of: 3).en.contains(
        "differs beyond noise from Base under none of 3"))
  }

  @Test("One scenario alone is described by its range")
  func alone() {
    let text = sentence(wins: 0, losses: 0, of: 3, best: nil)
    #expect(text.en.hasPrefix("Base: On time, own limits is 90.0–95.0 %"))
  }

  @Test("Progress says rate and time left")
  func progress() {
    let progress = Progress(language: .english, isShown: false)
    progress.begin(.replications(1, through: 20), total: 300)
    for _ in 0..<120 { progress.step() }
    #expect(
      progress.line(after: .seconds(20))
        == "replications 1–20 120/300 · 6.0 trials/s · 30 s left")
  }
}
