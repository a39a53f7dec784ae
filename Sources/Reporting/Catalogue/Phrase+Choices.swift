import ResultFiles

extension Phrase {
  /// The heading of the on-time shares by a dimension.
  static func onTimeBy(_ dimension: GroupCount.Dimension) -> Phrase {
    switch dimension {
    case .channel: .onTimeByChannel
    case .street: .onTimeByStreet
    case .category: .onTimeByCategory
    case .unit: .onTimeByUnit
    }
  }

  static func source(_ source: Assumption.Source) -> Phrase {
    switch source {
    case .measured: .sourceMeasured
    case .quoted: .sourceQuoted
    case .published: .sourcePublished
    case .assumed: .sourceAssumed
    }
  }

  /// The unit of a value; shares carry their per cent sign, counts and costs none.
  static func unit(_ unit: IndicatorRecord.Unit) -> Phrase? {
    switch unit {
    case .hours: .unitHours
    case .workingHours: .unitWorkingHours
    case .score: .unitScore
    // A title says "per appeal" itself.
    case .share, .count, .cost, .perAppeal: nil
    }
  }

  /// The unit of a difference: that of a value, and percentage points for shares.
  static func unitOfDifference(_ unit: IndicatorRecord.Unit) -> Phrase? {
    unit == .share ? .unitPoints : self.unit(unit)
  }
}
