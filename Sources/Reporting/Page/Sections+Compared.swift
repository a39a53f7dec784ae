import ResultFiles

/// Builds the sections of the page, one function a section.
struct SectionBuilder {
  let model: ReportModel
  /// Drawn pictures by name.
  let figures: [String: DrawnFigure]

  func section(_ id: String, _ head: Phrase, _ blocks: [PageBlock]) -> PageSection {
    PageSection(id: id, title: model.say(head), blocks: blocks)
  }

  /// The pictures of these names, or the sentence that there are no data.
  func pictures(_ names: [String]) -> [PageBlock] {
    let found = names.compactMap { figures[$0] }
    return found.isEmpty ? [.paragraph(model.say(.noData))] : found.map(PageBlock.figure)
  }

  var confidence: String {
    let percent = model.result.settings.confidence * 100
    return model.numbers.decimal(percent, digits: percent == percent.rounded() ? 0 : 1) + "%"
  }

  func compared() -> PageSection {
    section(
      "compared", .comparedHead,
      [.paragraph(model.say(.comparedIntro)), .table(scenarios), .table(explanations)])
  }

  private var scenarios: PageTable {
    let rows = model.result.scenarios.map { scenario in
      let isBaseline = scenario.id == model.baseline
      return PageTable.Row(
        head: scenario.title[model.language],
        note: scenario.id + (isBaseline ? " · " + model.say(.baselineTag) : ""),
        cells: [
          PageTable.Cell(text: scenario.summary[model.language]),
          PageTable.Cell(text: String(scenario.hash.prefix(12)), mark: "code"),
        ])
    }
    return PageTable(
      caption: model.say(.scenariosCaption), corner: model.say(.scenario),
      columns: [model.say(.description), model.say(.fingerprint)], groups: [(nil, rows)],
      mark: "words")
  }

  private var explanations: PageTable {
    let rows = model.result.explanations.map { explanation in
      PageTable.Row(
        head: explanation.title[model.language], note: explanation.id,
        cells: [
          PageTable.Cell(text: explanation.summary[model.language]),
          PageTable.Cell(text: explanation.freeParameters.map(model.numbers.count) ?? "–"),
        ])
    }
    return PageTable(
      caption: model.say(.explanationsCaption), corner: model.say(.explanation),
      columns: [model.say(.mechanism), model.say(.freeParameters)], groups: [(nil, rows)],
      mark: "words")
  }
}
