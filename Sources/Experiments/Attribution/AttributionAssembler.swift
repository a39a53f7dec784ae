import Indicators
import ResultFiles
import Scenarios

/// Turns an attribution into the records that are stored and reported.
public struct AttributionAssembler {
  public var source: LeverSource
  public var outcome: AttributionOutcome
  public var provenance: Provenance

  public init(source: LeverSource, outcome: AttributionOutcome, provenance: Provenance) {
    self.source = source
    self.outcome = outcome
    self.provenance = provenance
  }

  /// Everything, in an order fixed by levers, explanations and indicators.
  public func result() -> AttributionResult {
    var result = AttributionResult(
      sentence: BilingualText(zh: "", en: ""), settings: settings, provenance: provenance,
      base: base, explanations: explanations,
      indicators: outcome.options.indicators.compactMap { Indicator.named($0) }
        .map(IndicatorRecord.init),
      levers: levers, groups: groups, clashes: source.levers.clashes.map(LeverClash.init),
      assumptions: assumptions, totals: [], values: [])
    for question in questions {
      result.totals.append(total(question))
      result.values += values(question)
    }
    result.sentence = AttributionSentence(result, leaders: leaders).text
    return result
  }

  private var settings: AttributionSettings {
    let window = source.window
    return AttributionSettings(
      seed: outcome.options.seed, replications: outcome.options.replications,
      orders: outcome.isExact ? nil : outcome.options.permutations,
      confidence: outcome.options.confidence, windowStart: window.start.description,
      windowEnd: window.start.advanced(by: window.days - 1).description,
      coalitions: outcome.coalitionsRun, trials: outcome.trialsRun,
      ownLimitIndicators: outcome.options.ownLimitIndicators)
  }

  private var base: ScenarioRecord {
    let base = source.base[0]
    return ScenarioRecord(
      id: base.id, title: BilingualText(base.title), summary: BilingualText(base.summary),
      hash: base.hash)
  }

  private var explanations: [ExplanationRecord] {
    source.base.map { scenario in
      guard let reason = scenario.explanation else { return ResultAssembler.noExplanation }
      return ExplanationRecord(
        id: reason.id, title: BilingualText(reason.title), summary: BilingualText(reason.summary))
    }
  }

  private var levers: [LeverRecord] {
    source.levers.levers.enumerated().map { place, lever in
      LeverRecord(
        id: lever.id, title: BilingualText(lever.title), summary: BilingualText(lever.summary),
        rows: lever.rows, needs: lever.needs, changesLimits: lever.changesLimits,
        structure: lever.structureKeys,
        // The values without a lever are those of the first explanation.
        effects: source.effects[0][place].map(EffectRecord.init),
        uses: LeverUse.of(lever, in: outcome))
    }
  }

  /// What the base takes as given and nobody measured: levers are judged on top of it.
  private var assumptions: [Assumption] {
    let base = source.base[0]
    return base.parameters.filter { $0.source == .assumed }.map { Assumption($0, of: base.id) }
  }

  /// Which lever brings most by the first indicator, under each explanation.
  private var leaders: [LeadingLever] {
    let response: AssumedResponse = outcome.responses.contains(.middle) ? .middle : .none
    return source.base.indices.map { explanation in
      LeadingLever(
        outcome, .init(explanation: explanation, response: response, indicator: 0),
        isJudged: source.levers.levers.map { !isWithheld($0, indicator: 0) })
    }
  }

  /// By its own limits a lever that changes them is not judged.
  private func isWithheld(_ lever: Lever, indicator: Int) -> Bool {
    lever.changesLimits
      && Indicator.named(outcome.options.indicators[indicator])?.followsOwnLimits == true
  }

  private var groups: [[String]] {
    outcome.players.groups.filter { $0.members.count > 1 }.map { group in
      group.members.places.map { source.levers.levers[$0].id }
    }
  }

  private var questions: [AttributionOutcome.Question] {
    source.base.indices.flatMap { explanation in
      outcome.options.indicators.indices.flatMap { indicator in
        outcome.responses.map { response in
          .init(explanation: explanation, response: response, indicator: indicator)
        }
      }
    }
  }

  private func total(_ question: AttributionOutcome.Question) -> AttributionTotal {
    let all = Coalition.all(outcome.players.count)
    return AttributionTotal(
      explanation: explanations[question.explanation].id,
      indicator: outcome.options.indicators[question.indicator],
      response: ResponseCase(question.response),
      without: mean(outcome.values(Coalition(), question)),
      with: mean(outcome.values(all, question)),
      difference: AttributionEstimate(
        ContributionEstimate(
          outcome.totals(question), confidence: outcome.options.confidence)))
  }

  private func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private func values(_ question: AttributionOutcome.Question) -> [AttributionValue] {
    let measures: [AttributionOutcome.Measure] =
      question.response == .none || question.response == .middle
      ? [.shapley, .alone, .leftOut] : [.shapley]
    let indicator = outcome.options.indicators[question.indicator]
    return source.levers.levers.enumerated().flatMap { place, lever -> [AttributionValue] in
      guard !isWithheld(lever, indicator: question.indicator) else { return [] }
      return measures.map { measure in
        AttributionValue(
          lever: lever.id, explanation: explanations[question.explanation].id,
          indicator: indicator, response: ResponseCase(question.response),
          measure: AttributionValue.Measure(measure),
          estimate: AttributionEstimate(outcome.estimate(measure, of: place, question)))
      }
    }
  }
}

extension ResponseCase {
  init(_ response: AssumedResponse) {
    self =
      switch response {
      case .none: .none
      case .low: .low
      case .middle: .middle
      case .high: .high
      }
  }
}

extension AttributionValue.Measure {
  init(_ measure: AttributionOutcome.Measure) {
    self =
      switch measure {
      case .shapley: .shapley
      case .alone: .alone
      case .leftOut: .leftOut
      }
  }
}

extension AttributionEstimate {
  init(_ estimate: ContributionEstimate) {
    var interval: ResultFiles.Interval?
    if let low = estimate.low, let high = estimate.high {
      interval = ResultFiles.Interval(low: low, high: high)
    }
    self.init(
      n: estimate.n, mean: estimate.mean, interval: interval,
      noiseHalfWidth: estimate.noiseHalfWidth, ordersHalfWidth: estimate.ordersHalfWidth)
  }
}

extension LeverClash {
  init(_ clash: LeverSet.Clash) {
    self.init(key: clash.key, earlier: clash.earlier, later: clash.later)
  }
}

extension EffectRecord {
  init(_ effect: LeverEffect) {
    self.init(
      parameter: effect.key, note: BilingualText(effect.note), without: effect.without,
      low: effect.low, middle: effect.middle, high: effect.high)
  }
}
