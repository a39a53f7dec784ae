import ResultFiles

/// An attribution with what its page, pictures and tables need to show it in one language.
package struct AttributionModel {
  let result: AttributionResult
  let language: ReportLanguage
  let numbers: NumberText
  private let values: [Name: AttributionEstimate]
  private let totals: [TotalName: AttributionTotal]

  private struct Name: Hashable {
    var lever: String
    var explanation: String
    var indicator: String
    var response: ResponseCase
    var measure: AttributionValue.Measure
  }

  private struct TotalName: Hashable {
    var explanation: String
    var indicator: String
    var response: ResponseCase
  }

  package init(_ result: AttributionResult, language: ReportLanguage) {
    self.result = result
    self.language = language
    numbers = NumberText(language: language)
    var values: [Name: AttributionEstimate] = [:]
    for value in result.values {
      let name = Name(
        lever: value.lever, explanation: value.explanation, indicator: value.indicator,
        response: value.response, measure: value.measure)
      values[name] = value.estimate
    }
    self.values = values
    var totals: [TotalName: AttributionTotal] = [:]
    for total in result.totals {
      let name = TotalName(
        explanation: total.explanation, indicator: total.indicator, response: total.response)
      totals[name] = total
    }
    self.totals = totals
  }

  /// The levers as they are shown: in their order, but a group as one, where its first member is.
  package var levers: [LeverRecord] {
    var shown: [LeverRecord] = []
    for lever in result.levers where !shown.contains(lever) {
      let group = result.groups.first { $0.contains(lever.id) } ?? [lever.id]
      shown += result.levers.filter { group.contains($0.id) }
    }
    return shown
  }

  func estimate(
    _ lever: LeverRecord, _ explanation: ExplanationRecord, _ indicator: IndicatorRecord,
    _ response: ResponseCase, _ measure: AttributionValue.Measure = .shapley
  ) -> AttributionEstimate? {
    values[
      Name(
        lever: lever.id, explanation: explanation.id, indicator: indicator.id,
        response: response, measure: measure)]
  }

  func total(
    _ explanation: ExplanationRecord, _ indicator: IndicatorRecord, _ response: ResponseCase
  ) -> AttributionTotal? {
    totals[
      TotalName(explanation: explanation.id, indicator: indicator.id, response: response)]
  }

  /// Whether any lever assumes behaviour.
  var hasBehaviour: Bool { result.totals.contains { $0.response == .middle } }

  /// The parts that are shown as bars.
  var parts: [ResponseCase] { hasBehaviour ? [.none, .middle] : [.none] }

  func say(_ phrase: AttributionPhrase, _ values: [String: String] = [:]) -> String {
    phrase.text(language, values)
  }

  func name(of part: ResponseCase) -> String {
    say(part == .none ? .structureOnly : .withBehaviour)
  }

  var confidence: String { numbers.decimal(result.settings.confidence * 100, digits: 0) + "%" }

  /// `+6.1 ± 1.2`; shares in points.
  func text(_ estimate: AttributionEstimate, _ indicator: IndicatorRecord) -> String {
    let text = writer(estimate, indicator)(estimate.mean)
    guard let half = half(estimate, indicator) else { return text }
    return text + " ± " + half
  }

  /// Writes values with the digits that suit an estimate, signed.
  func writer(
    _ estimate: AttributionEstimate, _ indicator: IndicatorRecord
  ) -> @Sendable (Double) -> String {
    let difference = Difference(
      scenario: "", baseline: "", explanation: "", indicator: indicator.id, n: estimate.n,
      mean: estimate.mean, noise: estimate.interval)
    // What one lever does to a mean of stars shows in the third decimal only.
    return numbers.difference(
      difference, indicator.unit == .score ? .perAppeal : indicator.unit)
  }

  private func half(_ estimate: AttributionEstimate, _ indicator: IndicatorRecord) -> String? {
    guard let interval = estimate.interval else { return nil }
    return unsigned((interval.high - interval.low) / 2, estimate, indicator)
  }

  /// A half-width with the digits of its estimate.
  func unsigned(
    _ half: Double, _ estimate: AttributionEstimate, _ indicator: IndicatorRecord
  ) -> String {
    let text = writer(estimate, indicator)(half)
    return text.hasPrefix("+") ? String(text.dropFirst()) : text
  }

  /// `+5.0 to +9.1`: the low and high ends of the assumed behaviour.
  func ends(
    _ lever: LeverRecord, _ explanation: ExplanationRecord, _ indicator: IndicatorRecord
  ) -> String? {
    guard let middle = estimate(lever, explanation, indicator, .middle),
      let low = estimate(lever, explanation, indicator, .low),
      let high = estimate(lever, explanation, indicator, .high)
    else { return nil }
    return range(low.mean, high.mean, writer(middle, indicator))
  }

  func range(_ low: Double, _ high: Double, _ text: (Double) -> String) -> String {
    numbers.range(Interval(low: low, high: high), text)
  }

  /// Unit of a difference behind a title: `, percentage points`.
  func titled(_ indicator: IndicatorRecord) -> String {
    let unit = Phrase.unitOfDifference(indicator.unit).map { $0.text(language) } ?? ""
    let comma = language == .chinese ? "，" : ", "
    return indicator.title[language] + (unit.isEmpty ? "" : comma + unit)
  }

  func joined(_ names: [String]) -> String {
    names.joined(separator: language == .chinese ? "、" : ", ")
  }

  func title(ofLever id: String) -> String {
    result.levers.first { $0.id == id }?.title[language] ?? id
  }
}
