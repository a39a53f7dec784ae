import ResultFiles

/// The words of a load run that are not data; `{name}` stands for a value.
package enum LoadPhrase: String, CaseIterable, Sendable {
  case title, contents, verdictOk, verdictFailed, verdictVoid, verdictWrong
  case verdictInterrupted
  case modelFact, presetFact, secondsFact, storeFact, machineFact, startedFact, explanationFact
  case voidNotice, droppedNotice, normalNotice, memoryStoreNotice, chainFact, driverFact
  case tapeFact
  case thresholdsHead, thresholdsIntro, noThresholds, threshold, measured, outcome, passed, failed
  case notMeasured, voidTrial
  case worstWindow
  case latencyHead, latencyIntro, latencyTitle, latencyAlternative, binned
  case percentileTitle, percentileIntro, percentileAlternative, percentileAxis
  case intended, dispatch, service, lateness, median, maximum
  case operationsHead, operationsIntro, stage, operation, wholeRun, stageCaption, stageNote
  case stageNoteUnplanned, allOperations, stagesSummary
  case offered, offeredRate, submitted, achieved, refused, dropped, errors
  case driverP99, countsCaption, latenciesCaption, cellNote, perSecond
  case rateHead, rateIntro, rateTitle, rateAlternative, ratePanel, queuePanel, walPanel
  case memoryHead, memoryFlat, memoryGrows, memoryShrinks, memoryTitle, memoryAlternative
  case memoryTrend, memoryUnknown, memoryNote, resident, uncached
  case capacityHead, capacityFound, capacityNone, capacityBounds, capacityOpen, capacityIntro
  case capacityUnconfirmed, capacityConfidence, capacityDriver, capacityMeasure
  case capacityTitle, capacityAlternative, capacityCaption, trial, phaseDouble
  case phaseBisect, phaseConfirm, rate, achievedRate, foundLabel
  case comparisonHead, comparisonIntro, comparisonLimits, comparisonSpread, comparisonVoid
  case comparisonSame, comparisonDiffers, comparisonCaption, figure, earlier, now, difference, ratio
  case throughput
  case methodHead, methodLatency, methodCoordinated, methodDriver, methodStore, methodStoreNormal
  case methodOneRun
  case kindWarmUp, kindRamp, kindStep, kindSpike, kindSoak, kindShaped, kindSearch
  case liveLeft, liveRate, liveQueue, liveErrors, liveDropped, colophon

  package func text(_ language: ReportLanguage, _ values: [String: String] = [:]) -> String {
    (Self.texts[self]?[language] ?? rawValue).filled(values)
  }

  package static let texts: [LoadPhrase: BilingualText] =
    summaryTexts.merging(pageTexts) { first, _ in first }
    .merging(methodTexts) { first, _ in first }

  static func both(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: zh, en: en)
  }
}
