import AppealCore
import Indicators
import ResultFiles

/// The table measured ↔ simulated: shares on time by own limits, and shares of demand.
extension ArmRecords {
  /// The scenario that is calibrated to the trace; all others differ from it on purpose.
  static let reproduced = "pingshan-2018"

  func reproduction(_ total: TrialMeasures) -> [ReproductionRow] {
    guard let measured, scenario.id == Self.reproduced else { return [] }
    let policy = scenario.plan.policy
    var rows = [
      row("overall", "全部", "All appeals", measured.overall.value, total.scalars.own, 0.015)
    ].compactMap { $0 }
    for (index, channel) in policy.channels.enumerated() {
      guard let share = measured.channel(channel.name) else { continue }
      rows += [
        row(
          "channel-\(index)", channel.name, channel.name, share.value,
          total.groups.channel[index], nil)
      ].compactMap { $0 }
    }
    for unit in measured.units where unit.isLarge && unit.unit < policy.units.count {
      // Two standard errors of what was measured; at least half an appeal.
      let tolerance = max(2 * unit.share.standardError, 0.5 / Double(max(1, unit.share.count)))
      rows += [
        row(
          "unit-\(unit.unit)", unit.title, unit.title, unit.share.value,
          total.groups.unit[unit.unit], tolerance)
      ].compactMap { $0 }
    }
    return rows + demandShares(total, measured)
  }

  /// Shares of channels and natures in the appeals registered.
  private func demandShares(_ total: TrialMeasures, _ measured: MeasuredTable) -> [ReproductionRow] {
    let policy = scenario.plan.policy
    let channels = policy.channels.enumerated().compactMap { index, channel in
      measured.channel(channel.name).map {
        ("demand-channel-\(index)", channel.name, channel.name, $0.count,
          total.submittedByChannel[index])
      }
    }
    let natures = Nature.allCases.compactMap { nature in
      measured.natures[nature.chinese].map {
        ("demand-nature-\(nature)", nature.chinese, "\(nature)", $0.count,
          total.submittedByNature[Int(nature.rawValue)])
      }
    }
    return [channels, natures].flatMap { rows -> [ReproductionRow] in
      let counted = rows.reduce(0) { $0 + $1.3 }
      let simulated = rows.reduce(0) { $0 + $1.4 }
      guard counted > 0, simulated > 0 else { return [] }
      return rows.map { key, zh, en, count, submitted in
        ReproductionRow(
          explanation: names.explanation, key: key,
          title: BilingualText(zh: "\(zh)占比", en: "Share of \(en)"), unit: .share,
          measured: Double(count) / Double(counted),
          simulated: Double(submitted) / Double(simulated), tolerance: 0.01)
      }
    }
  }

  private func row(
    _ key: String, _ zh: String, _ en: String, _ measured: Double, _ count: TimelyCount,
    _ tolerance: Double?
  ) -> ReproductionRow? {
    guard let share = count.share else { return nil }
    return ReproductionRow(
      explanation: names.explanation, key: key,
      title: BilingualText(zh: "按时率:\(zh)", en: "On time: \(en)"), unit: .share,
      measured: measured, simulated: share, tolerance: tolerance)
  }
}

extension Nature {
  var chinese: String {
    switch self {
    case .enquiry: "咨询"
    case .suggestion: "建议"
    case .complaint: "投诉"
    case .petition: "求决"
    case .thanks: "感谢"
    }
  }
}
