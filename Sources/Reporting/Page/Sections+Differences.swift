import ResultFiles

extension SectionBuilder {
  func differences() -> PageSection {
    let base = model.title(ofScenario: model.baseline)
    let names = model.judgedIndicators.map { Figure.safe("difference-" + $0.id) }
    let items = [
      ("noise", Phrase.legendNoise), ("assumptions", .legendAssumptions),
      ("better", .legendBetter), ("worse", .legendWorse), ("undecided", .legendUndecided),
    ]
    let legend = PageLegend(
      items: items.map { PageLegend.Item(mark: $0.0, text: model.say($0.1)) })
    return section(
      "differences", .differencesHead,
      [.paragraph(model.say(.differencesIntro, ["baseline": base])), PageBlock(legend: legend)]
        + pictures(names) + [
          .details(
            model.say(.differencesSummary), model.result.explanations.map { differences(under: $0) }
          )
        ])
  }

  private func differences(under explanation: ExplanationRecord) -> PageTable {
    let scenarios = model.comparedScenarios
    let rows = model.shownIndicators.map { indicator in
      PageTable.Row(
        head: indicator.title[model.language],
        note: Phrase.unitOfDifference(indicator.unit).map { model.say($0) },
        cells: scenarios.map { scenario in
          differenceCell(Arm(scenario: scenario.id, explanation: explanation.id), indicator)
        })
    }
    return PageTable(
      caption: model.say(
        .differencesUnder, ["explanation": explanation.title[model.language]]),
      corner: model.say(.indicator), columns: scenarios.map { $0.title[model.language] },
      groups: [(nil, rows)])
  }

  func differenceCell(_ arm: Arm, _ indicator: IndicatorRecord) -> PageTable.Cell {
    guard let difference = model.index.difference(arm, from: model.baseline, indicator.id) else {
      return PageTable.Cell(text: "–")
    }
    let base = Arm(scenario: model.baseline, explanation: arm.explanation)
    guard model.index.hasLevel(arm, indicator), model.index.hasLevel(base, indicator) else {
      return PageTable.Cell(text: model.say(.overloadedNoLevel), mark: "overloaded")
    }
    let text = model.numbers.difference(difference, indicator.unit)
    var lines: [String] = []
    if let noise = difference.noise { lines.append(model.numbers.range(noise, text)) }
    if let assumptions = difference.assumptions {
      let range = model.numbers.range(assumptions, text)
      lines.append(model.say(.assumptionRange, ["range": range]))
    }
    return PageTable.Cell(
      text: text(difference.mean), lines: lines,
      mark: model.verdict(difference, indicator.polarity).rawValue)
  }

  /// The three answers to more capacity, if the experiment asked for them.
  func capacity() -> PageSection? {
    guard
      let scenario = model.result.scenarios.first(where: {
        $0.id.hasSuffix("capacity-plus-10") && $0.id != model.baseline
      })
    else { return nil }
    let rows = model.shownIndicators.map { indicator in
      PageTable.Row(
        head: indicator.title[model.language],
        note: Phrase.unitOfDifference(indicator.unit).map { model.say($0) },
        cells: model.result.explanations.map { explanation in
          differenceCell(Arm(scenario: scenario.id, explanation: explanation.id), indicator)
        })
    }
    let table = PageTable(
      caption: model.say(.capacityCaption), corner: model.say(.indicator),
      columns: model.result.explanations.map { $0.title[model.language] }, groups: [(nil, rows)])
    let names = [
      "scenario": scenario.title[model.language],
      "baseline": model.title(ofScenario: model.baseline),
    ]
    return section(
      "capacity", .capacityHead, [.paragraph(model.say(.capacityIntro, names)), .table(table)])
  }
}
