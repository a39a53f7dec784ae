import ResultFiles

/// Whether a difference is good news. The raw values are classes of the style sheet.
enum Verdict: String, Sendable {
  case better, worse, undecided
  /// Decided, but neither direction is better.
  case neutral
}

extension ReportModel {
  /// Decided when the interval of simulation noise leaves zero out.
  func verdict(_ difference: Difference, _ polarity: IndicatorRecord.Polarity) -> Verdict {
    guard let noise = difference.noise, noise.low > 0 || noise.high < 0 else { return .undecided }
    return switch polarity {
    case .neutral: .neutral
    case .higherIsBetter: difference.mean > 0 ? .better : .worse
    case .lowerIsBetter: difference.mean < 0 ? .better : .worse
    }
  }
}
