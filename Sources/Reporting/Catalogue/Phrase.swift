import ResultFiles

/// Every sentence and word of the reports that is not data.
///
/// `{name}` stands for a value. The texts are in `Phrase+Chinese` and `Phrase+English`.
package enum Phrase: String, CaseIterable, Sendable {
  case pageTitle, contents, replicationsFact, windowFact, seedFact, confidenceFact, stoppedPrecise
  case stoppedAtCap, constantIndicators, overloadedArms, armName, noData, comparedHead
  case comparedIntro, scenario, scenariosCaption, description, fingerprint, baselineTag
  case explanation, explanationsCaption, mechanism, freeParameters, indicatorsHead
  case indicatorsIntro, indicatorsZero, ownLimitsNote, ownLimits, referenceLimits, otherIndicators,
    indicator
  case underExplanation, assumptionRange, overloadedNoLevel, overloaded, meaningsSummary, meaning
  case differencesHead, differencesIntro, legendNoise, legendAssumptions, legendBetter
  case legendWorse, legendUndecided, differenceOf, forestAlternative, differencesSummary
  case differencesUnder, backlogHead, backlogIntro, backlogTitle, backlogAlternative
  case overloadedRising, heatHead, heatIntro, demandHeatTitle, breachHeatTitle, heatAlternative
  case perHour, weekdays, utilisationHead, utilisationIntro, utilisationTitle, dotAlternative
  case heads, postsSummary, postsUnder, post, headsColumn, utilisation, meanWait, meanQueue
  case closeTimeHead, closeTimeIntro, closeTimeTitle, closeTimeAlternative, limitsCaption
  case limitsSummary, limit, groupsHead, groupsIntro, measured, onTimeByChannel, onTimeByStreet
  case onTimeByCategory, onTimeByUnit, groupsSummary, groupsCaption, due, capacityHead
  case capacityIntro, capacityCaption, reproductionHead, reproductionIntro, reproductionCaption
  case quantity, tolerance, within, outside, ledgerHead, ledgerIntro, ledgerCaption, parameter
  case value, rangeColumn, neutralColumn, appliesTo, allScenarios, note, sourceAssumed
  case sourceMeasured, sourceQuoted, sourcePublished, colophon, unitHours, unitWorkingHours
  case unitPoints, unitScore, halfWidthNote

  /// The text in a language, with `values` in place of `{name}`.
  package func text(_ language: ReportLanguage, _ values: [String: String] = [:]) -> String {
    let table = language == .chinese ? Self.chinese : Self.english
    let pattern = table[self] ?? rawValue
    return pattern.filled(values)
  }
}

extension String {
  /// The text with `values` in place of `{name}`.
  func filled(_ values: [String: String]) -> String {
    guard !values.isEmpty else { return self }
    // One pass, so that braces inside of a value are never taken for a name.
    var out = ""
    var rest = self[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      out += rest[..<open]
      out += values[name] ?? "{\(name)}"
      rest = rest[rest.index(after: close)...]
    }
    return out + rest
  }
}
