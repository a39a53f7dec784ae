import ResultFiles

/// An attribution for a terminal: the sentence, then one table an indicator and explanation.
public enum AttributionSummary {
  /// Rows are levers; `±` is the half-width of the interval.
  ///
  /// East Asian characters count for two columns; control characters in names are left out.
  public static func text(of result: AttributionResult, language: ReportLanguage) -> String {
    let model = AttributionModel(result, language: language)
    var parts = [DisplayWidth.printable(result.sentence[language]) + "\n"]
    for indicator in result.indicators {
      for explanation in result.explanations {
        let title = model.titled(indicator) + " · " + explanation.title[language]
        parts.append(
          DisplayWidth.printable(title) + "\n" + table(model, indicator, explanation).text)
      }
    }
    parts.append(model.say(.halfWidthNote, ["confidence": model.confidence]) + "\n")
    let exact = result.settings.orders.map {
      model.say(.ordersFact, ["n": model.numbers.count($0)])
    }
    parts.append((exact ?? model.say(.exactFact)) + "\n")
    parts += AttributionPage(model: model, figures: []).notices.map {
      DisplayWidth.printable($0) + "\n"
    }
    return parts.joined(separator: "\n")
  }

  private static func table(
    _ model: AttributionModel, _ indicator: IndicatorRecord, _ explanation: ExplanationRecord
  ) -> TextTable {
    let columns = columns(model)
    let rows = model.levers.map { lever -> [String] in
      guard !model.result.isWithheld(lever, indicator.id) else {
        return [lever.title[model.language]] + columns.map { _ in "–" }
      }
      return [lever.title[model.language]]
        + columns.map { $0.text(lever, explanation, indicator) }
    }
    let totals = columns.map { $0.total(explanation, indicator) }
    return TextTable(
      head: [model.say(.lever)] + columns.map(\.head),
      rows: rows + [[model.say(.allLevers)] + totals])
  }

  private struct Column {
    var head: String
    var text: (LeverRecord, ExplanationRecord, IndicatorRecord) -> String
    var total: (ExplanationRecord, IndicatorRecord) -> String
  }

  private static func columns(_ model: AttributionModel) -> [Column] {
    let last: ResponseCase = model.hasBehaviour ? .middle : .none
    func difference(_ measure: AttributionValue.Measure) -> Column {
      Column(head: model.say(AttributionTables.phrase(measure))) { lever, explanation, indicator in
        let estimate = model.estimate(lever, explanation, indicator, last, measure)
        return estimate.map { model.text($0, indicator) } ?? "–"
      } total: { _, _ in
        ""
      }
    }
    var columns = model.parts.map { part in
      Column(head: model.say(.shapley) + " " + model.name(of: part)) {
        lever, explanation, indicator in
        model.estimate(lever, explanation, indicator, part).map { model.text($0, indicator) } ?? "–"
      } total: { explanation, indicator in
        model.total(explanation, indicator, part).map { model.text($0.difference, indicator) }
          ?? "–"
      }
    }
    if model.hasBehaviour { columns.append(ends(model)) }
    return columns + [difference(.alone), difference(.leftOut)]
  }

  private static func ends(_ model: AttributionModel) -> Column {
    Column(head: model.say(.lowToHigh)) { lever, explanation, indicator in
      lever.effects.isEmpty ? "" : model.ends(lever, explanation, indicator) ?? "–"
    } total: { explanation, indicator in
      guard let low = model.total(explanation, indicator, .low),
        let high = model.total(explanation, indicator, .high)
      else { return "–" }
      return model.range(
        low.difference.mean, high.difference.mean, model.writer(low.difference, indicator))
    }
  }
}
