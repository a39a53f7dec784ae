import ResultFiles

/// Puts the page together, in the order in which it answers a planner's questions.
struct PageBuilder {
  let model: ReportModel
  let figures: [DrawnFigure]

  var content: PageContent {
    let names = Dictionary(figures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let build = SectionBuilder(model: model, figures: names)
    let provenance = model.result.provenance
    return PageContent(
      language: model.language.rawValue, title: model.say(.pageTitle),
      decision: model.result.decision[model.language], facts: facts(build), notices: notices,
      contentsTitle: model.say(.contents),
      sections: [
        build.compared(), build.indicators(), build.differences(), build.backlog(), build.heat(),
        build.utilisation(), build.closeTime(), build.groups(), build.capacity(),
        build.reproduction(), build.ledger(),
      ].compactMap { $0 },
      colophon: model.say(
        .colophon,
        [
          "version": provenance.version, "toolchain": provenance.toolchain,
          "gsl": provenance.gslVersion, "cpu": provenance.cpuFeatures.joined(separator: ", "),
        ]),
      style: PageStyle.css)
  }

  private func facts(_ build: SectionBuilder) -> [String] {
    let settings = model.result.settings
    return [
      model.say(.replicationsFact, ["n": model.numbers.count(settings.replications)]),
      model.say(.windowFact, ["start": settings.windowStart, "end": settings.windowEnd]),
      model.say(.confidenceFact, ["share": build.confidence]),
      model.say(.seedFact, ["seed": String(settings.seed)]),
    ]
  }

  /// What a reader must know before the numbers: overload, precision, constants.
  var notices: [String] {
    let joint = model.language == .chinese ? "、" : ", "
    var notices: [String] = []
    if !model.result.overloaded.isEmpty {
      let arms = model.index.arms.filter(model.index.isOverloaded).map { arm in
        model.say(
          .armName,
          [
            "scenario": model.title(ofScenario: arm.scenario),
            "explanation": model.title(ofExplanation: arm.explanation),
          ])
      }
      notices.append(model.say(.overloadedArms, ["arms": arms.joined(separator: joint)]))
    }
    if let stopped = stopped(joint) { notices.append(stopped) }
    if !model.result.constantIndicators.isEmpty {
      let names = model.result.constantIndicators.map(model.title(ofIndicator:))
      notices.append(
        model.say(.constantIndicators, ["indicators": names.joined(separator: joint)]))
    }
    return notices
  }

  /// Why the replications ended, where the number was not simply asked for.
  private func stopped(_ joint: String) -> String? {
    let stopping = model.result.stopping
    guard stopping.mode == .auto else { return nil }
    let precision = model.numbers.decimal(model.result.settings.precision * 100, digits: 1)
    guard !stopping.reached else { return model.say(.stoppedPrecise, ["precision": precision]) }
    let names = stopping.tooWide.map(model.title(ofIndicator:)).joined(separator: joint)
    let cap = model.numbers.count(stopping.cap ?? model.result.settings.replications)
    return model.say(.stoppedAtCap, ["cap": cap, "indicators": names])
  }
}
