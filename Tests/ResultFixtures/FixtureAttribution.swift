import ResultFiles

/// A synthetic attribution: four levers, one of them moving own limits, two in a group, two
/// explanations, two indicators.
public func makeFixtureAttribution(behaviour: Bool = true, orders: Int? = 4) -> AttributionResult {
  let fixture = makeFixtureResult(replications: 1, days: 1)
  let ids = ["on_time_share_reference", "on_time_share"]
  var result = AttributionResult(
    sentence: BilingualText(zh: "模型内归因：一句话。", en: "Attribution within the model: one sentence."),
    settings: AttributionSettings(
      seed: 7, replications: 6, orders: orders, confidence: 0.95, windowStart: "2018-10-02",
      windowEnd: "2018-12-31", coalitions: 120, trials: 480,
      ownLimitIndicators: ["on_time_share"]),
    provenance: fixture.provenance, base: fixture.scenarios[0],
    explanations: Array(fixture.explanations.prefix(2)),
    indicators: ids.compactMap { id in fixture.indicators.first { $0.id == id } },
    levers: FixtureLevers.all(behaviour: behaviour), groups: [["form", "photos"]],
    clashes: [LeverClash(key: "returns.limit", earlier: "form", later: "photos")],
    assumptions: fixture.assumptions, totals: [], values: [])
  result.levers[0].uses = [LeverUse(indicator: result.indicators[0], low: 0.02, high: 0.02)]
  for explanation in result.explanations.indices {
    for indicator in result.indicators.indices {
      FixtureLevers.fill(&result, explanation, indicator, behaviour: behaviour)
    }
  }
  return result
}

private enum FixtureLevers {
  static func all(behaviour: Bool) -> [LeverRecord] {
    let effect = EffectRecord(
      parameter: "citizens.repeat_enquiry", note: BilingualText(zh: "催问", en: "Enquiries"),
      without: 0.15, low: 0.15, middle: 0.08, high: 0)
    return [
      lever("channels", "并入三条渠道", "Merge <channels> into three & more", rows: [1]),
      lever("form", "一张表单", "One form", rows: [5]),
      lever(
        "photos", "结果照片", "Photos", rows: [14], needs: ["form"],
        effects: behaviour ? [effect] : []),
      lever("limits", "压缩时限", "Shorter limits", rows: [7], changesLimits: true),
    ]
  }

  private static func lever(
    _ id: String, _ zh: String, _ en: String, rows: [Int], needs: [String] = [],
    changesLimits: Bool = false, effects: [EffectRecord] = []
  ) -> LeverRecord {
    LeverRecord(
      id: id, title: BilingualText(zh: zh, en: en),
      summary: BilingualText(zh: zh + "。", en: en + "."), rows: rows, needs: needs,
      changesLimits: changesLimits, structure: effects.isEmpty ? ["form.version"] : [],
      effects: effects)
  }

  /// Contributions in shares; the last one is withheld by own limits.
  static func fill(
    _ result: inout AttributionResult, _ explanation: Int, _ indicator: Int, behaviour: Bool
  ) {
    let responses: [ResponseCase] = behaviour ? ResponseCase.allCases : [.none]
    for response in responses {
      let parts = [-0.02, 0.08 + 0.03 * Double(explanation), extra(response), 0.01]
      let total = parts.reduce(0, +)
      let ids = (result.explanations[explanation].id, result.indicators[indicator].id)
      result.totals.append(
        AttributionTotal(
          explanation: ids.0, indicator: ids.1, response: response, without: 0.6,
          with: 0.6 + total, difference: estimate(total, 0.012)))
      for (place, lever) in result.levers.enumerated()
      where !result.isWithheld(lever, ids.1) {
        for measure in measures(response) {
          result.values.append(
            AttributionValue(
              lever: lever.id, explanation: ids.0, indicator: ids.1, response: response,
              measure: measure, estimate: estimate(parts[place], 0.006)))
        }
      }
    }
  }

  private static func extra(_ response: ResponseCase) -> Double {
    switch response {
    case .none: 0
    case .low: 0.01
    case .middle: 0.02
    case .high: 0.05
    }
  }

  private static func measures(_ response: ResponseCase) -> [AttributionValue.Measure] {
    response == .none || response == .middle ? AttributionValue.Measure.allCases : [.shapley]
  }

  private static func estimate(_ mean: Double, _ half: Double) -> AttributionEstimate {
    AttributionEstimate(
      n: 6, mean: mean, interval: Interval(low: mean - half, high: mean + half),
      noiseHalfWidth: half * 0.6, ordersHalfWidth: half * 0.8)
  }
}
