import ResultFiles

/// Puts the page of an attribution together.
struct AttributionPage {
  let model: AttributionModel
  let figures: [DrawnFigure]

  var content: PageContent {
    let provenance = model.result.provenance
    return PageContent(
      language: model.language.rawValue, title: model.say(.title),
      decision: model.result.sentence[model.language], facts: facts, notices: notices,
      contentsTitle: model.say(.contents),
      sections: model.result.indicators.map(contributions) + [levers] + assumptions + [method],
      colophon: Phrase.colophon.text(
        model.language,
        [
          "version": provenance.version, "toolchain": provenance.toolchain,
          "gsl": provenance.gslVersion, "cpu": provenance.cpuFeatures.joined(separator: ", "),
        ]),
      style: PageStyle.css)
  }

  private var facts: [String] {
    let settings = model.result.settings
    return [
      model.result.base.title[model.language],
      model.say(.replicationsFact, ["n": model.numbers.count(settings.replications)]),
      settings.orders.map { model.say(.ordersFact, ["n": model.numbers.count($0)]) }
        ?? model.say(.exactFact),
      model.say(.windowFact, ["start": settings.windowStart, "end": settings.windowEnd]),
      model.say(
        .costFact,
        [
          "coalitions": model.numbers.count(settings.coalitions),
          "trials": model.numbers.count(settings.trials),
        ]),
      Phrase.seedFact.text(model.language, ["seed": String(settings.seed)]),
    ]
  }

  /// What a reader must know before the numbers.
  var notices: [String] {
    [model.say(.caution)] + groups + withheld + clashes
  }

  private var groups: [String] {
    guard !model.result.groups.isEmpty else { return [] }
    let names = model.result.groups.map { ids in
      "{" + model.joined(ids.map(model.title(ofLever:))) + "}"
    }
    let text = names.joined(separator: model.language == .chinese ? "；" : "; ")
    return [model.say(.groupNotice, ["groups": text])]
  }

  private var withheld: [String] {
    model.result.indicators.compactMap { indicator in
      let levers = model.result.levers.filter { model.result.isWithheld($0, indicator.id) }
      guard !levers.isEmpty else { return nil }
      return model.say(
        .withheldNotice,
        [
          "indicator": indicator.title[model.language],
          "levers": model.joined(levers.map { $0.title[model.language] }),
        ])
    }
  }

  private var clashes: [String] {
    model.result.clashes.map { clash in
      model.say(
        .clash,
        [
          "later": model.title(ofLever: clash.later),
          "earlier": model.title(ofLever: clash.earlier), "key": clash.key,
        ])
    }
  }

  private func contributions(_ indicator: IndicatorRecord) -> PageSection {
    let tables = AttributionTables(model)
    let pictures = model.result.explanations.compactMap { explanation in
      figures.first { $0.name == WaterfallFigure.name(indicator, explanation) }
    }
    let isBoth = model.hasBehaviour
    return PageSection(
      id: Figure.safe("attribution-\(indicator.id)"),
      title: model.say(.contributions, ["indicator": indicator.title[model.language]]),
      blocks: [
        .paragraph(
          model.say(isBoth ? .summaryIntro : .summaryIntroExact) + space
            + model.say(.halfWidthNote, ["confidence": model.confidence])),
        .table(tables.summary(indicator)),
        .paragraph(model.say(isBoth ? .waterfallIntro : .waterfallIntroExact)),
      ] + pictures.map { .figure($0) } + [
        .details(
          model.say(.tableSummary),
          model.result.explanations.map { tables.under($0, indicator) })
      ])
  }

  /// Between two sentences.
  private var space: String { model.language == .chinese ? "" : " " }

  private var levers: PageSection {
    PageSection(
      id: "levers", title: model.say(.leversHead),
      blocks: [
        .paragraph(model.say(.leversIntro)), .table(AttributionTables(model).levers),
      ])
  }

  private var assumptions: [PageSection] {
    guard !model.result.assumptions.isEmpty else { return [] }
    return [
      PageSection(
        id: "assumptions", title: model.say(.assumptionsHead),
        blocks: [
          .paragraph(model.say(.assumptionsIntro)),
          .table(AttributionTables(model).assumptions),
        ])
    ]
  }

  private var method: PageSection {
    let isExact = model.result.settings.orders == nil
    return PageSection(
      id: "method", title: model.say(.methodHead),
      blocks: [
        .paragraph(model.say(.method)),
        .paragraph(
          model.say(.methodIntervals, ["confidence": model.confidence])
            + space + model.say(isExact ? .methodExact : .methodOrders)),
      ])
  }
}
