import ResultFiles

extension SectionBuilder {
  func indicators() -> PageSection {
    section(
      "indicators", .indicatorsHead,
      [
        .paragraph(model.say(.indicatorsIntro, ["confidence": confidence])),
        .notice(model.say(.ownLimitsNote)),
      ] + model.result.explanations.map { .table(table(under: $0)) }
        + (model.zeroIndicators.map { [.paragraph($0)] } ?? []) + [
          .details(model.say(.meaningsSummary), [meanings])
        ])
  }

  /// Own limits and the reference table are never mixed: each has a group of its own.
  private var indicatorGroups: [(phrase: Phrase, indicators: [IndicatorRecord])] {
    let own = model.result.indicators.filter { $0.id == "on_time_share" }
    let reference = model.result.indicators.filter { $0.id == "on_time_share_reference" }
    let set = Set((own + reference).map(\.id))
    let others = model.shownIndicators.filter { !set.contains($0.id) }
    return [(.ownLimits, own), (.referenceLimits, reference), (.otherIndicators, others)]
  }

  private func table(under explanation: ExplanationRecord) -> PageTable {
    PageTable(
      caption: model.say(
        .underExplanation, ["explanation": explanation.title[model.language]]),
      corner: model.say(.indicator),
      columns: model.result.scenarios.map { $0.title[model.language] },
      groups: indicatorGroups.map { group in
        (model.say(group.phrase), group.indicators.map { row($0, under: explanation) })
      })
  }

  private func row(
    _ indicator: IndicatorRecord, under explanation: ExplanationRecord
  ) -> PageTable.Row {
    PageTable.Row(
      head: indicator.title[model.language],
      note: Phrase.unit(indicator.unit).map { model.say($0) },
      cells: model.result.scenarios.map { scenario in
        cell(Arm(scenario: scenario.id, explanation: explanation.id), indicator)
      })
  }

  private func cell(_ arm: Arm, _ indicator: IndicatorRecord) -> PageTable.Cell {
    let text = model.estimateText(arm, indicator)
    guard model.index.hasLevel(arm, indicator) else {
      return PageTable.Cell(text: text, mark: "overloaded")
    }
    let lines = model.index.estimate(arm, indicator.id)?.assumptions.map { interval in
      [model.numbers.range(interval) { model.numbers.value($0, indicator.unit) }]
    }
    return PageTable.Cell(text: text, lines: lines ?? [])
  }

  private var meanings: PageTable {
    PageTable(
      caption: model.say(.meaningsSummary), corner: model.say(.indicator),
      columns: [model.say(.meaning)],
      groups: [
        (
          nil,
          model.result.indicators.map { indicator in
            PageTable.Row(
              head: indicator.title[model.language], note: indicator.id,
              cells: [PageTable.Cell(text: indicator.meaning[model.language])])
          }
        )
      ], mark: "words")
  }
}
