import ResultFiles

/// How busy every post is, the busiest of each kind first.
struct UtilisationFigure {
  let model: ReportModel
  /// More posts than this would be an unreadable figure; the busiest are kept.
  static let most = 40

  var figure: Figure? {
    let rows = rows
    guard !rows.isEmpty else { return nil }
    return Figure(
      name: "utilisation", title: model.say(.utilisationTitle),
      description: model.say(.dotAlternative),
      canvas: DotPlot(model, rows: rows, limits: 0...1).canvas())
  }

  private var rows: [DotPlot.Row] {
    var byPost: [String: [Arm: PostLoad]] = [:]
    var order: [PostLoad] = []
    for load in model.result.posts {
      let arm = Arm(scenario: load.scenario, explanation: load.explanation)
      if byPost[load.post] == nil { order.append(load) }
      byPost[load.post, default: [:]][arm] = load
    }
    let kinds = order.reduce(into: [String]()) { kinds, load in
      if !kinds.contains(load.kind) { kinds.append(load.kind) }
    }.sorted()
    func busiest(_ load: PostLoad) -> Double {
      byPost[load.post]?.values.map(\.utilisation).max() ?? 0
    }
    let kept = order.sorted { (busiest($0), $1.post) > (busiest($1), $0.post) }
      .prefix(Self.most)
      .sorted {
        (kinds.firstIndex(of: $0.kind) ?? 0, -busiest($0), $0.post)
          < (kinds.firstIndex(of: $1.kind) ?? 0, -busiest($1), $1.post)
      }
    return kept.map { row($0, byPost[$0.post] ?? [:]) }
  }

  private func row(_ load: PostLoad, _ loads: [Arm: PostLoad]) -> DotPlot.Row {
    let explanations = model.result.explanations
    return DotPlot.Row(
      title: load.title[model.language],
      note: model.say(
        .heads,
        [
          "number": model.numbers.decimal(
            load.heads, digits: load.heads == load.heads.rounded() ? 0 : 1)
        ]),
      values: explanations.map { explanation in
        model.result.scenarios.map { scenario in
          loads[Arm(scenario: scenario.id, explanation: explanation.id)]?.utilisation
        }
      },
      measured: explanations.map { _ in nil })
  }
}
