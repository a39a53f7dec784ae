import ResultFiles

extension SectionBuilder {
  func backlog() -> PageSection {
    section(
      "backlog", .backlogHead, [.paragraph(model.say(.backlogIntro))] + pictures(["backlog"]))
  }

  func heat() -> PageSection {
    section(
      "heat", .heatHead,
      [.paragraph(model.say(.heatIntro))] + pictures(["demand-heat", "breach-heat"]))
  }

  func utilisation() -> PageSection {
    section(
      "utilisation", .utilisationHead,
      [.paragraph(model.say(.utilisationIntro))] + pictures(["utilisation"])
        + details(.postsSummary, model.result.explanations.map { posts(under: $0) }))
  }

  func closeTime() -> PageSection {
    section(
      "close-time", .closeTimeHead,
      [.paragraph(model.say(.closeTimeIntro))] + pictures(["close-time"])
        + details(.limitsSummary, model.result.explanations.map { limits(under: $0) }))
  }

  func groups() -> PageSection {
    let names = [GroupCount.Dimension.channel, .street, .category, .unit]
      .map { "on-time-" + $0.rawValue }
    return section(
      "groups", .groupsHead,
      [.paragraph(model.say(.groupsIntro))] + pictures(names)
        + details(
          .groupsSummary,
          [GroupCount.Dimension.channel, .street, .category, .unit].map(measured)))
  }

  /// Tables behind a fold, without those that have no rows.
  private func details(_ summary: Phrase, _ tables: [PageTable]) -> [PageBlock] {
    let filled = tables.filter { !$0.groups.isEmpty }
    return filled.isEmpty ? [] : [.details(model.say(summary), filled)]
  }

  private func posts(under explanation: ExplanationRecord) -> PageTable {
    let loads = model.result.posts.filter {
      $0.scenario == model.baseline && $0.explanation == explanation.id
    }
    let rows = loads.sorted { ($1.utilisation, $0.post) < ($0.utilisation, $1.post) }.map { load in
      PageTable.Row(
        head: load.title[model.language],
        cells: [
          model.numbers.decimal(load.heads, digits: load.heads == load.heads.rounded() ? 0 : 1),
          model.numbers.value(load.utilisation, .share),
          load.meanWaitHours.map { model.numbers.decimal($0, digits: 2) } ?? "–",
          load.meanQueue.map { model.numbers.decimal($0, digits: 1) } ?? "–",
        ].map { PageTable.Cell(text: $0) })
    }
    return PageTable(
      caption: model.say(.postsUnder, ["explanation": explanation.title[model.language]]),
      corner: model.say(.post),
      columns: [.headsColumn, .utilisation, .meanWait, .meanQueue].map { model.say($0) },
      groups: [(nil, rows)])
  }

  private func limits(under explanation: ExplanationRecord) -> PageTable {
    let marks = model.result.deadlines.filter {
      $0.measure == CloseTimeFigure.measure && $0.explanation == explanation.id
    }
    let keys = marks.reduce(into: [DeadlineMark]()) { kept, mark in
      if !kept.contains(where: { $0.key == mark.key }) { kept.append(mark) }
    }.sorted { $0.key < $1.key }
    let rows = keys.map { key in
      PageTable.Row(
        head: key.title[model.language],
        cells: model.result.scenarios.map { scenario in
          let mark = marks.first { $0.scenario == scenario.id && $0.key == key.key }
          guard let mark, mark.due > 0 else { return PageTable.Cell(text: "–") }
          let share = Double(mark.onTime) / Double(mark.due)
          return PageTable.Cell(
            text: model.numbers.value(share, .share), lines: [model.numbers.span(mark.value)])
        })
    }
    return PageTable(
      caption: model.say(.limitsCaption, ["explanation": explanation.title[model.language]]),
      corner: model.say(.limit), columns: model.result.scenarios.map { $0.title[model.language] },
      groups: [(nil, rows)])
  }

  private func measured(_ dimension: GroupCount.Dimension) -> PageTable {
    let groups = model.result.groups.filter {
      $0.dimension == dimension && $0.scenario == model.baseline
    }
    let first = model.result.explanations.first?.id
    let rows = groups.filter { $0.explanation == first }
      .sorted { ($1.due, $0.key) < ($0.due, $1.key) }
      .map { group in
        let simulated = model.result.explanations.map { explanation in
          groups.first { $0.explanation == explanation.id && $0.key == group.key }
            .flatMap { $0.due > 0 ? Double($0.onTime) / Double($0.due) : nil }
        }
        let shares = [group.measuredShare] + simulated
        return PageTable.Row(
          head: group.title[model.language],
          cells: shares.map { share in
            PageTable.Cell(text: share.map { model.numbers.value($0, .share) } ?? "–")
          })
      }
    let title = model.say(.onTimeBy(dimension))
    return PageTable(
      caption: model.say(.groupsCaption, ["dimension": title]), corner: "",
      columns: [model.say(.measured)]
        + model.result.explanations.map { $0.title[model.language] },
      groups: [(nil, rows)])
  }
}
