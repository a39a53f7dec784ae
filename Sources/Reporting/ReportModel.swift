import ResultFiles

/// A result with what every figure and section needs to show it in one language.
struct ReportModel: Sendable {
  let result: ExperimentResult
  let language: ReportLanguage
  let index: ResultIndex
  let numbers: NumberText

  init(_ result: ExperimentResult, language: ReportLanguage) {
    self.result = result
    self.language = language
    index = ResultIndex(result)
    numbers = NumberText(language: language)
  }

  /// Indicators that are not zero in every scenario; the others are only named.
  var shownIndicators: [IndicatorRecord] {
    result.indicators.filter { indicator in
      let own = result.estimates.filter { $0.indicator == indicator.id }
      return own.isEmpty || own.contains { $0.mean != 0 }
    }
  }

  /// A sentence that names the indicators left out as zero; nil when there is none.
  var zeroIndicators: String? {
    let shown = Set(shownIndicators.map(\.id))
    let names = result.indicators.filter { !shown.contains($0.id) }.map { $0.title[language] }
    guard !names.isEmpty else { return nil }
    return say(
      .indicatorsZero, ["names": names.joined(separator: language == .chinese ? "、" : ", ")])
  }

  var baseline: String { result.settings.baseline }

  func say(_ phrase: Phrase, _ values: [String: String] = [:]) -> String {
    phrase.text(language, values)
  }

  func title(ofScenario id: String) -> String {
    result.scenarios.first { $0.id == id }?.title[language] ?? id
  }

  func title(ofExplanation id: String) -> String {
    result.explanations.first { $0.id == id }?.title[language] ?? id
  }

  func title(ofIndicator id: String) -> String {
    result.indicators.first { $0.id == id }?.title[language] ?? id
  }

  /// The scenario's look, the same in every figure: the baseline in ink, the others in colours.
  func style(of id: String) -> ScenarioStyle {
    guard id != baseline else {
      return ScenarioStyle(colour: Palette.ink, symbol: Palette.symbols[0])
    }
    let place = result.scenarios.filter { $0.id != baseline }.firstIndex { $0.id == id } ?? 0
    return ScenarioStyle(
      colour: Palette.others[place % Palette.others.count],
      symbol: Palette.symbols[(place + 1) % Palette.symbols.count])
  }

  /// Indicators worth drawing as differences: a direction is better, and they vary.
  var judgedIndicators: [IndicatorRecord] {
    shownIndicators.filter {
      $0.polarity != .neutral && !result.constantIndicators.contains($0.id)
    }
  }

  /// Scenarios that are compared with the baseline.
  var comparedScenarios: [ScenarioRecord] { result.scenarios.filter { $0.id != baseline } }
}
