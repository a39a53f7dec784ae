import ResultFiles

/// The bars of one waterfall: where each lever starts, and where it ends.
package struct Waterfall {
  package struct Bar {
    package var start: Double
    package var end: Double
    var estimate: AttributionEstimate
    /// Where the bar ends at the low and the high end of the assumed behaviour.
    package var ends: Interval?
  }

  package var before: Double
  package var after: Double
  /// Aligned with the levers as they are shown; nil where the indicator is withheld.
  package var bars: [Bar?]
  /// Where the last bar ends: short of `after` by what is withheld.
  package var reached: Double
  var total: AttributionTotal
  /// The result of all levers at the low and the high end.
  var totalEnds: Interval?

  /// Nil where the attribution holds no total.
  package init?(
    _ model: AttributionModel, _ indicator: IndicatorRecord, _ explanation: ExplanationRecord,
    _ part: ResponseCase
  ) {
    guard let total = model.total(explanation, indicator, part) else { return nil }
    var place = total.without
    bars = model.levers.map { lever in
      guard let estimate = model.estimate(lever, explanation, indicator, part) else { return nil }
      let start = place
      place += estimate.mean
      var bar = Bar(start: start, end: place, estimate: estimate)
      if part == .middle, !lever.effects.isEmpty,
        let low = model.estimate(lever, explanation, indicator, .low),
        let high = model.estimate(lever, explanation, indicator, .high)
      {
        bar.ends = Interval(low: start + low.mean, high: start + high.mean)
      }
      return bar
    }
    before = total.without
    after = total.with
    reached = place
    self.total = total
    if part == .middle, let low = model.total(explanation, indicator, .low),
      let high = model.total(explanation, indicator, .high)
    {
      totalEnds = Interval(low: low.with, high: high.with)
    }
  }

  /// Whether some lever is not judged by this indicator.
  var isWithheld: Bool { bars.contains { $0 == nil } }

  /// Every place that the picture must hold.
  var places: [Double] {
    let own = bars.compactMap { $0 }.flatMap { bar -> [Double] in
      let interval = bar.estimate.interval.map { [bar.start + $0.low, bar.start + $0.high] }
      return [bar.start, bar.end] + (interval ?? [])
        + (bar.ends.map { [$0.low, $0.high] } ?? [])
    }
    let interval = total.difference.interval.map { [before + $0.low, before + $0.high] }
    return own + [before, after] + (interval ?? [])
      + (totalEnds.map { [$0.low, $0.high] } ?? [])
  }
}
