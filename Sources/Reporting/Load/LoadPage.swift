import ResultFiles

/// Puts the page of a load run together: the verdict first.
struct LoadPage {
  let model: LoadModel
  let figures: [DrawnFigure]

  private var result: LoadResult { model.result }
  private var tables: LoadPageTables { LoadPageTables(model: model) }

  var content: PageContent {
    let made = result.settings.provenance
    return PageContent(
      language: model.language.rawValue, title: model.say(.title), decision: model.headline,
      facts: facts, notices: notices, contentsTitle: model.say(.contents),
      sections: [
        thresholds, latency, operations, rates, memory, capacity, comparison, method,
      ].compactMap { $0 },
      colophon: model.say(
        .colophon,
        [
          "version": made.version, "toolchain": made.toolchain,
          "cpu": made.cpuFeatures.joined(separator: ", "), "hash": result.settings.scenarioHash,
          "seed": String(result.settings.seed),
        ]),
      style: PageStyle.css)
  }

  // MARK: Head

  var facts: [String] {
    let settings = result.settings
    let machine = settings.machine
    return [
      settings.scenarioTitle[model.language],
      settings.explanation.map { model.say(.explanationFact, ["explanation": $0]) },
      model.say(.modelFact, ["model": settings.model[model.language]]),
      settings.preset.map { model.say(.presetFact, ["preset": $0]) },
      model.say(.secondsFact, ["n": model.numbers.decimal(settings.seconds, digits: 0)]),
      model.say(
        .storeFact,
        [
          "synchronous": settings.store.synchronous,
          "batch": model.numbers.count(settings.store.batchSize),
          "wait": shortest(settings.store.batchWaitMs),
        ]),
      model.say(
        .machineFact,
        [
          "cores": model.numbers.count(machine.cores),
          "memory": model.bytes(Double(machine.memoryBytes)), "system": machine.system,
        ]),
      result.driver.commandsPerAccept.map { commands in
        model.say(
          .tapeFact,
          [
            "scale": model.numbers.count(result.settings.scale),
            "commands": model.numbers.decimal(commands, digits: 1),
          ])
      },
      model.say(.driverFact, driver),
      model.say(.startedFact, ["time": settings.started]),
      result.chainMatches == true ? model.say(.chainFact) : nil,
    ].compactMap { $0 }
  }

  private var driver: [String: String] {
    let use = result.driver
    return [
      "share": model.percent(use.processorShare), "limit": model.percent(use.processorShareLimit),
      "p99": model.latency(result.operation(LoadOperation.all)?.lateness.us(atPercent: 99)),
      "p99limit": model.latency(use.latenessP99LimitUs),
    ]
  }

  /// What a reader must know before the numbers; lost and wrong answers are in the verdict.
  var notices: [String] {
    var notices: [String] = []
    if result.verdict.outcome == .driverLimited { notices.append(model.say(.voidNotice)) }
    if let dropped = result.operation(LoadOperation.all)?.dropped, dropped > 0 {
      notices.append(model.say(.droppedNotice, ["n": model.numbers.count(dropped)]))
    }
    if !isDurable { notices.append(model.say(.normalNotice)) }
    if result.settings.store.isInMemory { notices.append(model.say(.memoryStoreNotice)) }
    return notices + result.notices.map { $0[model.language] }
  }

  private var isDurable: Bool { result.settings.store.synchronous == "full" }

  private func figure(_ name: String) -> [PageBlock] {
    figures.filter { $0.name == name }.map { .figure($0) }
  }

  // MARK: Sections

  private var thresholds: PageSection {
    let blocks: [PageBlock] =
      result.thresholds.isEmpty
      ? [.paragraph(model.say(.noThresholds))]
      : [.paragraph(model.say(.thresholdsIntro)), .table(tables.thresholds)]
    return PageSection(id: "thresholds", title: model.say(.thresholdsHead), blocks: blocks)
  }

  private var latency: PageSection? {
    let pictures = figure("latency-time")
    let percentiles = figure("percentiles")
    guard !pictures.isEmpty || !percentiles.isEmpty else { return nil }
    let bin = TimeFrame(model).bin
    let binned = bin > 1 ? model.space + model.say(.binned, ["n": "\(bin)"]) : ""
    return PageSection(
      id: "latency", title: model.say(.latencyHead),
      blocks: [.paragraph(model.say(.latencyIntro) + binned)] + pictures
        + (percentiles.isEmpty ? [] : [.paragraph(model.say(.percentileIntro))]) + percentiles)
  }

  private var operations: PageSection {
    let whole = model.say(.wholeRun)
    let stages = result.stages.map(\.name).filter { !model.operations(of: $0).isEmpty }
    let details = stages.flatMap { name -> [PageTable] in
      let title = model.stageTitle(name)
      return [tables.counts(name, title), tables.latencies(name, title)]
    }
    return PageSection(
      id: "operations", title: model.say(.operationsHead),
      blocks: [
        .paragraph(model.say(.operationsIntro)),
        .table(tables.counts(LoadOperation.all, whole)),
        .paragraph(model.say(.cellNote)),
        .table(tables.latencies(LoadOperation.all, whole)),
      ] + (details.isEmpty ? [] : [.details(model.say(.stagesSummary), details)]))
  }

  private var rates: PageSection? {
    let pictures = figure("rates")
    guard !pictures.isEmpty else { return nil }
    return PageSection(
      id: "rates", title: model.say(.rateHead),
      blocks: [.paragraph(model.say(.rateIntro))] + pictures)
  }

  private var memory: PageSection? {
    let pictures = figure("memory")
    guard !pictures.isEmpty || result.memory != nil else { return nil }
    return PageSection(
      id: "memory", title: model.say(.memoryHead),
      blocks: [.paragraph(model.memorySentence)]
        + (result.memory == nil ? [] : [.paragraph(model.say(.memoryNote))]) + pictures)
  }

  private var capacity: PageSection? {
    guard let capacity = result.capacity else { return nil }
    return PageSection(
      id: "capacity", title: model.say(.capacityHead),
      blocks: [
        .paragraph(model.sentence(on: capacity)), .paragraph(model.say(.capacityIntro)),
      ] + figure("capacity") + [.table(tables.capacity(capacity))])
  }

  private var comparison: PageSection? {
    guard let comparison = result.comparison else { return nil }
    return PageSection(
      id: "comparison", title: model.say(.comparisonHead),
      blocks: model.warnings(on: comparison).map { .notice($0) } + [
        .paragraph(model.say(.comparisonIntro, ["time": comparison.earlierStarted])),
        .table(tables.comparison(comparison)),
      ] + model.limits(of: comparison).map { .paragraph($0) })
  }

  private var method: PageSection {
    let phrases: [LoadPhrase] = [
      .methodLatency, .methodCoordinated, .methodDriver,
      isDurable ? .methodStore : .methodStoreNormal, .methodOneRun,
    ]
    return PageSection(
      id: "method", title: model.say(.methodHead),
      blocks: phrases.map { .paragraph(model.say($0)) }
        + result.notes.map { .paragraph($0[model.language]) })
  }
}
