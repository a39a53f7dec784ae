extension ExperimentResult {
  /// Rows of one table that no result is without when others are there.
  ///
  /// - Throws: `RowReader.Mistake` that names what is missing.
  func checkWhole() throws {
    for (table, count) in [
      ("scenario", scenarios.count), ("explanation", explanations.count),
      ("indicator", indicators.count),
    ] where count == 0 {
      throw RowReader.Mistake(detail: "table \(table) has no rows")
    }
    guard scenarios.contains(where: { $0.id == settings.baseline }) else {
      throw RowReader.Mistake(detail: "the baseline \(settings.baseline) is not listed")
    }
    let run = Set(trials.map { Arm(scenario: $0.scenario, explanation: $0.explanation) })
    let estimated = Set(estimates.map { Arm(scenario: $0.scenario, explanation: $0.explanation) })
    for scenario in scenarios {
      for explanation in explanations {
        let arm = Arm(scenario: scenario.id, explanation: explanation.id)
        if run.contains(arm), !estimated.contains(arm) {
          throw RowReader.Mistake(
            detail: "table estimate has no rows of \(arm.scenario) under \(arm.explanation)")
        }
      }
    }
  }
}
