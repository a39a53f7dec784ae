import ResultFiles

/// On-time share by the members of one dimension, most appeals first, with the measured share.
struct GroupFigure {
  let model: ReportModel
  let dimension: GroupCount.Dimension
  /// More members than this would be an unreadable figure; those with most appeals are kept.
  static let most = 30

  var figure: Figure? {
    let rows = rows
    guard !rows.isEmpty else { return nil }
    let title = model.say(.onTimeBy(dimension))
    return Figure(
      name: "on-time-" + dimension.rawValue, title: title,
      description: title + model.say(.dotAlternative),
      canvas: DotPlot(model, rows: rows, limits: 0...1).canvas())
  }

  private var rows: [DotPlot.Row] {
    var byKey: [String: [Arm: GroupCount]] = [:]
    var first: [String: GroupCount] = [:]
    var due: [String: Int] = [:]
    for group in model.result.groups where group.dimension == dimension {
      let arm = Arm(scenario: group.scenario, explanation: group.explanation)
      byKey[group.key, default: [:]][arm] = group
      if first[group.key] == nil || group.scenario == model.baseline { first[group.key] = group }
      if group.scenario == model.baseline { due[group.key, default: 0] += group.due }
    }
    return first.values.sorted {
      (due[$0.key] ?? 0, $1.key) > (due[$1.key] ?? 0, $0.key)
    }
    .prefix(Self.most).map { row($0, byKey[$0.key] ?? [:], due: due[$0.key] ?? 0) }
  }

  private func row(_ group: GroupCount, _ counts: [Arm: GroupCount], due: Int) -> DotPlot.Row {
    let explanations = model.result.explanations
    let runs = max(1, model.result.settings.replications * explanations.count)
    return DotPlot.Row(
      title: group.title[model.language],
      note: model.numbers.count((due + runs / 2) / runs),
      values: explanations.map { explanation in
        model.result.scenarios.map { scenario in
          counts[Arm(scenario: scenario.id, explanation: explanation.id)]
            .flatMap { $0.due > 0 ? Double($0.onTime) / Double($0.due) : nil }
        }
      },
      measured: explanations.map { explanation in
        counts[Arm(scenario: model.baseline, explanation: explanation.id)]?.measuredShare
      })
  }
}
