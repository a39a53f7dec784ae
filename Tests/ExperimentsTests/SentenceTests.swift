import Experiments
import ResultFiles
import Testing

/// The decision in words, from its numbers.
struct SentenceTests {
  private func sentence(
    wins: Int, losses: Int, of sets: Int, by factor: DecisiveFactor.Factor? = nil,
    best: Int? = 1
  ) -> BilingualText {
    var decision = Decision(indicator: "on_time_share")
    decision.best = best
    (decision.wins, decision.losses, decision.sets) = (wins, losses, sets)
    decision.gain = wins > 0 ? 0.021...0.0637 : nil
    decision.loss = losses > 0 ? -0.04 ... -0.01 : nil
    decision.decidedBy = factor.map { DecisiveFactor(factor: $0, share: 0.6) }
    return DecisionSentence(
      decision: decision,
      scenarios: [BilingualText(zh: "甲", en: "Base"), BilingualText(zh: "乙", en: "More")],
      parameters: [BilingualText(zh: "评价率 (citizens.response)", en: "citizens.response")],
      levels: 0.9...0.95
    ).text
  }

  @Test("A gain under all sets, and under most")
  func better() {
    #expect(
      sentence(wins: 27, losses: 0, of: 27, by: .parameter(0)).en
        == "More beats Base by 2.1–6.4 points (On time, own limits) under all 27 sets of "
        + "assumptions; decided by citizens.response.")
    #expect(
      sentence(wins: 24, losses: 0, of: 27, by: .explanation).zh
        == "按按时率(自定时限)，在27组假设中的24组下乙优于甲2.1–6.4个百分点；取决于超时成因的解释。")
  }

  @Test("Losses are said as positive distances")
  func worse() {
    let text = sentence(wins: 0, losses: 27, of: 27)
    #expect(text.en.contains("More, is behind by 1.0–4.0 points under all 27 sets"))
    #expect(text.en.hasPrefix("Nothing beats Base"))
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
    #expect(sentence(wins: 0, losses: 0, of: 3).en.contains("differs from Base under none of 3"))
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
