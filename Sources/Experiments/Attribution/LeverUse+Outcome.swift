import Indicators
import ResultFiles
import Scenarios

extension LeverUse {
  /// What tells how often a measure acted, by the key that switches it on.
  private static let indicatorsByKey = [
    "measures.alerts": "alerts", "measures.credits": "credit_points",
    "measures.duplicates": "merged", "measures.emergency": "emergencies",
    "measures.knowledge": "instant_reply_share", "measures.low_scores": "call_backs",
    "measures.supervision": "supervisions",
  ]

  /// Indicators that are read beside those that are attributed.
  static let indicators = indicatorsByKey.values.sorted()

  /// The uses of a lever, with all levers in force and by structure only.
  static func of(_ lever: Lever, in outcome: AttributionOutcome) -> [LeverUse] {
    let all = Coalition.all(outcome.players.count)
    return indicatorsByKey.sorted { $0.key < $1.key }.compactMap { key, id in
      guard lever.structureKeys.contains(where: { $0 == key || $0.hasPrefix(key + ".") }),
        let indicator = Indicator.named(id),
        let place = outcome.recorded.firstIndex(of: id)
      else { return nil }
      let means = (0..<outcome.explanationCount).compactMap { explanation -> Double? in
        let values = outcome.values(
          all, .init(explanation: explanation, response: .none, indicator: place))
        return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
      }
      guard let low = means.min(), let high = means.max() else { return nil }
      return LeverUse(indicator: IndicatorRecord(indicator), low: low, high: high)
    }
  }
}
