import ResultFiles

extension SectionBuilder {
  /// The table measured ↔ simulated, if there is one.
  func reproduction() -> PageSection? {
    guard !model.result.reproduction.isEmpty else { return nil }
    let keys = model.result.reproduction.reduce(into: [ReproductionRow]()) { kept, row in
      if !kept.contains(where: { $0.key == row.key }) { kept.append(row) }
    }
    let rows = keys.map { key in
      let tolerance = key.tolerance.map { "± " + model.numbers.halfWidth($0, of: 0, key.unit) }
      return PageTable.Row(
        head: key.title[model.language],
        note: key.unit == .score ? nil : Phrase.unit(key.unit).map { model.say($0) },
        cells: [
          PageTable.Cell(text: model.numbers.value(key.measured, key.unit)),
          PageTable.Cell(text: tolerance ?? "–"),
        ] + model.result.explanations.map { simulated(key.key, under: $0.id) })
    }
    let table = PageTable(
      caption: model.say(.reproductionCaption), corner: model.say(.quantity),
      columns: [model.say(.measured), model.say(.tolerance)]
        + model.result.explanations.map { $0.title[model.language] },
      groups: [(nil, rows)])
    return section(
      "reproduction", .reproductionHead,
      [.paragraph(model.say(.reproductionIntro)), .table(table)])
  }

  private func simulated(_ key: String, under explanation: String) -> PageTable.Cell {
    guard
      let row = model.result.reproduction.first(where: {
        $0.key == key && $0.explanation == explanation
      })
    else { return PageTable.Cell(text: "–") }
    let text = model.numbers.value(row.simulated, row.unit)
    guard let tolerance = row.tolerance else { return PageTable.Cell(text: text) }
    let isWithin = abs(row.simulated - row.measured) <= tolerance
    return PageTable.Cell(
      text: text, lines: [model.say(isWithin ? .within : .outside)],
      mark: isWithin ? "" : "worse")
  }

  func ledger() -> PageSection {
    let entries = ledgerEntries
    guard !entries.isEmpty else {
      return section("ledger", .ledgerHead, [.paragraph(model.say(.noData))])
    }
    let order: [Assumption.Source] = [.assumed, .published, .quoted, .measured]
    let table = PageTable(
      caption: model.say(.ledgerCaption), corner: model.say(.parameter),
      columns: [.value, .rangeColumn, .neutralColumn, .appliesTo, .note].map { model.say($0) },
      groups: order.map { source in
        (
          model.say(.source(source)),
          entries.filter { $0.assumption.source == source }.map(ledgerRow)
        )
      }, mark: "ledger")
    return section(
      "ledger", .ledgerHead, [.paragraph(model.say(.ledgerIntro)), .table(table)])
  }

  private struct LedgerEntry {
    var assumption: Assumption
    var scenarios: [String]
  }

  /// Equal entries of several scenarios become one.
  private var ledgerEntries: [LedgerEntry] {
    var places: [Assumption: Int] = [:]
    var entries: [LedgerEntry] = []
    for assumption in model.result.assumptions {
      var key = assumption
      key.scenario = ""
      if let place = places[key] {
        entries[place].scenarios.append(assumption.scenario)
      } else {
        places[key] = entries.count
        entries.append(LedgerEntry(assumption: assumption, scenarios: [assumption.scenario]))
      }
    }
    return entries.sorted {
      ($0.assumption.parameter, $0.assumption.scenario)
        < ($1.assumption.parameter, $1.assumption.scenario)
    }
  }

  private func ledgerRow(_ entry: LedgerEntry) -> PageTable.Row {
    let assumption = entry.assumption
    let isEverywhere = Set(entry.scenarios) == Set(model.result.scenarios.map(\.id))
    let range = assumption.range.map { model.numbers.range($0, shortest) }
    let titles = model.result.scenarios.filter { entry.scenarios.contains($0.id) }
      .map { $0.title[model.language] }
    return PageTable.Row(
      head: assumption.parameter,
      cells: [
        PageTable.Cell(text: assumption.value), PageTable.Cell(text: range ?? "–"),
        PageTable.Cell(text: assumption.neutral.map(shortest) ?? "–"),
        PageTable.Cell(
          text: isEverywhere
            ? model.say(.allScenarios)
            : titles.joined(separator: model.language == .chinese ? "；" : "; ")),
        PageTable.Cell(text: assumption.note[model.language]),
      ])
  }
}
