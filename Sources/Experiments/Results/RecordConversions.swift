import Indicators
import ResultFiles
import Scenarios

extension BilingualText {
  init(_ words: Scenarios.Words) { self.init(zh: words.zh, en: words.en) }
  init(_ words: Indicator.Words) { self.init(zh: words.zh, en: words.en) }
}

extension IndicatorRecord {
  init(_ indicator: Indicator) {
    self.init(
      id: indicator.id, unit: Unit(indicator.unit), polarity: Polarity(indicator.polarity),
      isLevel: indicator.isLevel, title: BilingualText(indicator.title),
      meaning: BilingualText(indicator.meaning))
  }
}

extension IndicatorRecord.Unit {
  init(_ unit: Indicator.Unit) {
    self =
      switch unit {
      case .share: .share
      case .hours: .hours
      case .count: .count
      case .score: .score
      case .cost: .cost
      case .workingHours: .workingHours
      case .perAppeal: .perAppeal
      }
  }
}

extension IndicatorRecord.Polarity {
  init(_ polarity: Indicator.Polarity) {
    self =
      switch polarity {
      case .lowerIsBetter: .lowerIsBetter
      case .neutral: .neutral
      case .higherIsBetter: .higherIsBetter
      }
  }
}

extension Assumption {
  init(_ parameter: Parameter, of scenario: String) {
    let source: Source =
      switch parameter.source {
      case .measured: .measured
      case .quoted: .quoted
      case .published: .published
      case .assumed: .assumed
      }
    let isAssumed = source == .assumed
    self.init(
      scenario: scenario, parameter: parameter.key, value: "\(parameter.value)",
      range: isAssumed ? Interval(low: parameter.low, high: parameter.high) : nil,
      neutral: isAssumed ? parameter.neutral : nil, source: source,
      note: BilingualText(parameter.note))
  }
}
