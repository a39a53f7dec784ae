import ResultFiles

/// The outcome of a comparison for a terminal: the decision, then one table an explanation.
public enum TerminalSummary {
  /// Rows are indicators, columns scenarios; `±` is the half-width of simulation noise.
  ///
  /// East Asian characters count for two columns; control characters in names are left out.
  public static func text(of result: ExperimentResult, language: ReportLanguage) -> String {
    let model = ReportModel(result, language: language)
    var parts = [DisplayWidth.printable(result.decision[language]) + "\n"]
    for explanation in result.explanations {
      let title = DisplayWidth.printable(explanation.title[language])
      parts.append(title + "\n" + table(model, explanation).text)
    }
    let percent = model.numbers.decimal(result.settings.confidence * 100, digits: 0) + "%"
    parts.append(model.say(.halfWidthNote, ["confidence": percent]) + "\n")
    if let zero = model.zeroIndicators { parts.append(zero + "\n") }
    parts += PageBuilder(model: model, figures: []).notices.map {
      DisplayWidth.printable($0) + "\n"
    }
    return parts.joined(separator: "\n")
  }

  private static func table(_ model: ReportModel, _ explanation: ExplanationRecord) -> TextTable {
    let scenarios = model.result.scenarios
    let rows = model.shownIndicators.map { indicator in
      let unit = Phrase.unit(indicator.unit).map { " [" + model.say($0) + "]" } ?? ""
      return [indicator.title[model.language] + unit]
        + scenarios.map { scenario in
          let arm = Arm(scenario: scenario.id, explanation: explanation.id)
          return model.estimateText(arm, indicator, overloaded: .overloaded)
        }
    }
    return TextTable(
      head: [model.say(.indicator)] + scenarios.map { $0.title[model.language] }, rows: rows)
  }
}

extension ReportModel {
  /// `91.2% ± 0.3`, a dash where the indicator is not defined, or that there is no level.
  func estimateText(
    _ arm: Arm, _ indicator: IndicatorRecord, overloaded: Phrase = .overloadedNoLevel
  ) -> String {
    guard let estimate = index.estimate(arm, indicator.id) else { return "–" }
    guard index.hasLevel(arm, indicator) else { return say(overloaded) }
    let text = numbers.value(estimate.mean, indicator.unit)
    guard let noise = estimate.noise else { return text }
    let half = (noise.high - noise.low) / 2
    return text + " ± " + numbers.halfWidth(half, of: estimate.mean, indicator.unit)
  }
}
