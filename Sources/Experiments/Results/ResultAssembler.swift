import Indicators
import ResultFiles
import Scenarios
import Statistics

/// Turns what was run into the records that are stored and reported.
public struct ResultAssembler {
  public var source: ScenarioSource
  public var comparison: Comparison
  public var study: AssumptionStudy
  public var provenance: Provenance
  /// Measured shares beside the simulated ones, where they are known.
  public var measured: MeasuredTable?
  /// Fitted parameters of each explanation, by id.
  public var freeParameters: [String: Int]

  public init(
    source: ScenarioSource, comparison: Comparison, study: AssumptionStudy,
    provenance: Provenance, measured: MeasuredTable? = nil, freeParameters: [String: Int] = [:]
  ) {
    self.source = source
    self.comparison = comparison
    self.study = study
    self.provenance = provenance
    self.measured = measured
    self.freeParameters = freeParameters
  }

  var options: ExperimentOptions { comparison.options }

  /// Everything an experiment found. The order of all rows is fixed by the arms.
  public func result() -> ExperimentResult {
    var result = ExperimentResult(
      settings: settings, stopping: stopping, provenance: provenance, decision: decision)
    result.scenarios = source.scenarios.compactMap(\.first).map(record)
    result.explanations = explanationRecords
    result.indicators = Indicator.catalogue.map(IndicatorRecord.init)
    result.constantIndicators = comparison.verdict.constant
    for index in comparison.arms {
      let arm = ArmRecords(
        names: names(index), scenario: scenario(index), sample: comparison.sample(index),
        window: settings.windowStart, measured: measured)
      if comparison.isOverloaded(index) { result.overloaded.append(arm.names) }
      arm.append(to: &result)
      result.estimates += estimates(index)
      result.differences += differences(index)
    }
    result.assumptions = assumptions
    return result
  }

  func scenario(_ arm: ArmIndex) -> Scenario { source.scenarios[arm.scenario][arm.explanation] }

  func names(_ arm: ArmIndex) -> Arm { source.names(arm) }

  static let noExplanation = ExplanationRecord(
    id: "as-stated", title: BilingualText(zh: "原样", en: "As stated"),
    summary: BilingualText(
      zh: "按方案文件原样运行,不叠加解释。", en: "The scenarios as they stand, under no explanation."))

  private var settings: ExperimentSettings {
    let window = source.scenarios[0][0].plan.window
    return ExperimentSettings(
      seed: options.seed, replications: comparison.sample(comparison.arms[0]).replications,
      precision: options.precision, confidence: options.confidence,
      baseline: source.scenarios[0][0].id, windowStart: window.start.description,
      windowEnd: window.start.advanced(by: window.days - 1).description)
  }

  private var stopping: Stopping {
    switch options.replications {
    case .fixed:
      Stopping(
        mode: .fixed, reached: comparison.verdict.isReached, tooWide: comparison.verdict.tooWide)
    case .auto(_, let cap):
      Stopping(
        mode: .auto, reached: comparison.verdict.isReached, cap: cap,
        tooWide: comparison.verdict.tooWide)
    }
  }

  private func record(_ scenario: Scenario) -> ScenarioRecord {
    ScenarioRecord(
      id: scenario.id, title: BilingualText(scenario.title),
      summary: BilingualText(scenario.summary), hash: scenario.hash)
  }

  private var explanationRecords: [ExplanationRecord] {
    source.scenarios[0].map { scenario in
      guard let explanation = scenario.explanation else { return Self.noExplanation }
      return ExplanationRecord(
        id: explanation.id, title: BilingualText(explanation.title),
        summary: BilingualText(explanation.summary),
        freeParameters: freeParameters[explanation.id])
    }
  }

  /// Every parameter of every scenario; those of an explanation once, under its name in the key.
  private var assumptions: [Assumption] {
    source.scenarios.compactMap(\.first).flatMap { scenario in
      scenario.parameters.map { Assumption($0, of: scenario.id) }
    }
  }
}

extension ResultAssembler {
  private func estimates(_ arm: ArmIndex) -> [Estimate] {
    let names = names(arm)
    return Indicator.catalogue.compactMap { indicator in
      let values = comparison.sample(arm).defined(indicator.id)
      guard !values.isEmpty else { return nil }
      let range = study.range(
        indicator.id, scenario: arm.scenario, explanation: arm.explanation)
      return Estimate(
        scenario: names.scenario, explanation: names.explanation, indicator: indicator.id,
        n: values.count, mean: RunningMoments(values).mean, noise: noise(values),
        assumptions: drawn(range))
    }
  }

  private func differences(_ arm: ArmIndex) -> [Difference] {
    guard arm.scenario > 0 else { return [] }
    let (names, base) = (names(arm), comparison.baseline(of: arm))
    return Indicator.catalogue.compactMap { indicator in
      let values = comparison.sample(arm).differences(
        indicator.id, from: comparison.sample(base))
      guard !values.isEmpty else { return nil }
      let range = study.differenceRange(
        indicator.id, scenario: arm.scenario, explanation: arm.explanation)
      return Difference(
        scenario: names.scenario, baseline: self.names(base).scenario,
        explanation: names.explanation, indicator: indicator.id, n: values.count,
        mean: RunningMoments(values).mean, noise: noise(values), assumptions: drawn(range))
    }
  }

  private func noise(_ values: [Double]) -> ResultFiles.Interval? {
    guard let interval = try? Statistics.Interval.mean(of: values, level: options.confidence)
    else { return nil }
    return ResultFiles.Interval(low: interval.low, high: interval.high)
  }

  /// The range over the sets of assumptions, where any were drawn.
  private func drawn(_ range: (low: Double, high: Double)?) -> ResultFiles.Interval? {
    guard study.sets.contains(where: { $0.places != nil }), let range else { return nil }
    return ResultFiles.Interval(low: range.low, high: range.high)
  }
}

extension ResultAssembler {
  /// The first sentence of every report.
  public var decision: BilingualText {
    let id = options.leadingIndicator(scenarios: source.scenarioCount)
    let decision = Decision(
      study, indicator: id, confidence: options.confidence, seed: options.seed)
    return DecisionSentence(
      decision: decision,
      scenarios: source.scenarios.compactMap(\.first).map { BilingualText($0.title) },
      parameters: study.keys.map(title), levels: levels(id)
    ).text
  }

  /// What a parameter is called: its note, with the key for those who edit scenarios.
  private func title(_ key: String) -> BilingualText {
    let parameter = source.scenarios.joined().flatMap(\.parameters).first { $0.key == key }
    guard let parameter else { return BilingualText(zh: key, en: key) }
    let note = BilingualText(parameter.note)
    return BilingualText(
      zh: note.zh.isEmpty ? key : "\(note.zh) (\(key))",
      en: note.en.isEmpty ? key : "\(note.en) (\(key))")
  }

  private func levels(_ id: String) -> ClosedRange<Double>? {
    let ranges = (0..<source.explanationCount).compactMap {
      study.range(id, scenario: 0, explanation: $0)
    }
    guard let low = ranges.map(\.low).min(), let high = ranges.map(\.high).max() else { return nil }
    return low...high
  }
}
