import ResultFiles

/// Sentences that page and terminal share.
extension LoadModel {
  /// `soak (soak), seconds 20 to 90, 2,000 accepts a second planned`.
  func stageTitle(_ name: String) -> String {
    guard let stage = result.stages.first(where: { $0.name == name }) else { return name }
    let kind = self.name(of: stage.kind)
    let title = kind == name ? name : say(.stageCaption, ["name": name, "kind": kind])
    var values = [
      "from": shortest(stage.from.rounded()),
      "to": shortest((stage.from + stage.seconds).rounded()),
    ]
    let comma = language == .chinese ? "，" : ", "
    guard let rate = stage.offeredPerSecond else {
      return title + comma + say(.stageNoteUnplanned, values)
    }
    let end = stage.offeredPerSecondAtEnd ?? rate
    values["rate"] = self.rate(rate) + (end == rate ? "" : "–" + self.rate(end))
    return title + comma + say(.stageNote, values)
  }

  var memorySentence: String {
    guard let memory = result.memory else { return say(.memoryUnknown) }
    let values = [
      "slope": signed(bytes: memory.bytesPerSecond),
      "range": numbers.range(memory.interval) { signed(bytes: $0) },
      "confidence": numbers.decimal(memory.confidence * 100, digits: 0) + "%",
      "hour": signed(bytes: memory.bytesPerSecond * 3_600),
    ]
    if memory.isFlat { return say(.memoryFlat, values) }
    return say(memory.bytesPerSecond > 0 ? .memoryGrows : .memoryShrinks, values)
  }

  private func signed(bytes value: Double) -> String {
    (value > 0 ? "+" : "") + bytes(value)
  }

  func sentence(on capacity: CapacityResult) -> String {
    guard let found = capacity.found else {
      let isHeld = capacity.trials.contains(where: \.passed)
      return say(isHeld ? .capacityUnconfirmed : .capacityNone)
        + (capacity.isDriverLimited ? space + say(.capacityDriver) : "")
    }
    var first = say(
      .capacityFound,
      [
        "found": rate(found), "m": numbers.count(capacity.confirmed),
        "n": numbers.count(capacity.confirmations),
      ])
    if let confidence = capacity.confidence {
      first +=
        space
        + say(
          .capacityConfidence, ["low": percent(confidence.low), "high": percent(confidence.high)])
    }
    if capacity.isDriverLimited { return first + space + say(.capacityDriver) }
    guard let upper = capacity.upper else { return first + space + say(.capacityOpen) }
    return first + space
      + say(.capacityBounds, ["lower": rate(capacity.lower ?? found), "upper": rate(upper)])
  }

  /// What forbids reading the comparison, or makes it doubtful.
  func warnings(on comparison: LoadComparison) -> [String] {
    var warnings: [String] = []
    if comparison.earlierIsVoid || result.verdict.outcome == .driverLimited {
      warnings.append(say(.comparisonVoid))
    }
    if !comparison.differences.isEmpty {
      let list = joined(comparison.differences.map { $0[language] })
      warnings.append(say(.comparisonDiffers, ["list": list]))
    }
    return warnings
  }

  /// What one run on each side can tell, and what it cannot.
  func limits(of comparison: LoadComparison) -> [String] {
    var limits = comparison.differences.isEmpty ? [say(.comparisonSame)] : []
    limits.append(say(.comparisonLimits))
    if let earlier = comparison.earlierSpread, let now = comparison.spread {
      limits.append(
        say(
          .comparisonSpread,
          [
            "earlier": numbers.range(earlier) { latency($0) },
            "now": numbers.range(now) { latency($0) },
          ]))
    }
    return limits
  }
}
