import AppealCore
import CivicTime
import Experiments
import Traces

extension RoutingView {
  /// One row: what it was, what was suggested, and why.
  func explanation(_ explained: RoutingExplanation) -> String {
    let row = explained.row
    var lines = [
      "\(words("第 \(row.line) 行", "line \(row.line)")), "
        + "\(trace.zone.localDateTime(at: row.created).date): "
        + Self.subject(row.features, trace.names).joined(separator: " / ")
    ]
    for (place, suggestion) in explained.suggestions.enumerated() {
      let mark = suggestion.unit == row.unit ? words(" ← 最终单位", " ← final unit") : ""
      lines.append(
        "  \(place + 1). \(percent(suggestion.share))% \(unit(suggestion.unit))\(mark)")
    }
    if !explained.suggestions.contains(where: { $0.unit == row.unit }) {
      lines.append("  \(words("最终单位", "final unit")): \(unit(row.unit))")
    }
    for evidence in explained.evidence.prefix(5) where evidence.factor > 1.05 {
      lines.append("     \(reason(evidence))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func unit(_ unit: UnitID) -> String { trace.names.units.names[unit.index] }

  private func reason(_ evidence: RoutingEvidence) -> String {
    let whose =
      evidence.context.countsRoles
      ? words("归同类单位", "went to units of its kind") : words("归该单位", "went to it")
    let factor =
      evidence.factor < 10 ? (evidence.factor * 10).rounded() / 10 : evidence.factor.rounded()
    return words(
      "\(name(evidence.context)): \(count(evidence.outOf)) 件中 \(count(evidence.cases)) 件\(whose),×\(shown(factor))",
      "\(name(evidence.context)): \(count(evidence.cases)) of \(count(evidence.outOf)) \(whose), "
        + "×\(shown(factor))")
  }

  private func shown(_ factor: Double) -> String {
    factor < 10 ? "\(factor)" : factor < 1e9 ? count(Int(factor)) : "\(factor)"
  }

  /// Names of what is known of a row, the nulls left out.
  static func subject(_ features: RoutingFeatures, _ names: TraceNames) -> [String] {
    func name(_ directory: TraceDirectory, _ number: UInt16) -> String? {
      number == 0 ? nil : directory.names[Int(number) - 1]
    }
    var parts = [
      name(names.levels[0], features.level1),
      name(names.levels[names.levels.count - 1], features.leaf),
      name(names.places[0], features.street),
    ]
    if names.places.count > 1 {
      parts.append(name(names.places[names.places.count - 1], features.community))
    }
    if names.channels.count > 0 { parts.append(name(names.channels, features.channel)) }
    if names.natures.count > 0 { parts.append(name(names.natures, features.nature)) }
    return parts.compactMap { $0 }
  }

  func name(_ context: RoutingContext) -> String {
    switch context {
    case .leaf: words("同一细类", "same leaf")
    case .leafNature: words("同细类、同性质", "same leaf and nature")
    case .leafChannel: words("同细类、同渠道", "same leaf and channel")
    case .level2: words("同一二级分类", "same second level")
    case .level1: words("同一一级分类", "same first level")
    case .street: words("同一街道", "same street")
    case .community: words("同一社区", "same community")
    case .level1Street: words("同一级分类、同街道", "same first level and street")
    case .level1Community: words("同一级分类、同社区", "same first level and community")
    case .streetChannel: words("同街道、同渠道", "same street and channel")
    case .leafStreet: words("同细类、同街道", "same leaf and street")
    case .leafCommunity: words("同细类、同社区", "same leaf and community")
    }
  }
}
