import Demand

/// Parameters of the model of demand that were computed from the trace (key, value, …).
struct DemandModel {
  private let numbers: [String: Double]

  /// Keys that a plan is made of; others of the table are for comparison.
  static let needed = [
    "busyness_shape", "hour_shape", "repeat_prompt_share", "repeat_prompt_shape",
    "repeat_prompt_scale_minutes",
    "repeat_same_channel_share", "polling_outage_start", "polling_outage_end",
    "polling_off_day_active", "polling_recovery_pages_per_day", "polling_slot_minutes",
    "polling_recovery_least_days", "polling_polls_least", "polling_polls_mean",
    "polling_polls_shape", "polling_page_shape", "polling_page_seconds",
  ]

  init(_ table: CSVTable) throws(ScenarioError) {
    let columns = try TableColumns(table, required: ["key", "value"], isOpen: true)
    var problems: [ScenarioProblem] = []
    var numbers: [String: Double] = [:]
    for row in table.rows {
      numbers[columns.text("key", row)] = columns.number("value", row, in: .amount, &problems)
    }
    for key in Self.needed where problems.isEmpty && numbers[key] == nil {
      problems.append(
        Place(file: table.file).problem(key, "the key is missing", mend: "add a row for it"))
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    self.numbers = numbers
  }

  subscript(key: String) -> Double { numbers[key] ?? 0 }

  var busynessShape: Double { self["busyness_shape"] }
  var hourShape: Double { self["hour_shape"] }

  func repeats(late: Double, afterDays days: Double) -> RepeatPlan {
    RepeatPlan(
      promptShare: self["repeat_prompt_share"], promptShape: self["repeat_prompt_shape"],
      promptScaleMinutes: self["repeat_prompt_scale_minutes"], lateShare: late,
      lateMeanDays: days, sameChannelShare: self["repeat_same_channel_share"])
  }

  func polling(_ hours: CSVTable) throws(ScenarioError) -> PollingPlan {
    let columns = try TableColumns(hours, required: ["hour", "batches"])
    var problems: [ScenarioProblem] = []
    var weights: [Double] = []
    for (index, row) in hours.rows.enumerated() {
      columns.checkNumbering("hour", row, index, &problems)
      weights.append(columns.number("batches", row, in: .amount, &problems) ?? 0)
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    do {
      return try PollingPlan(
        outageStart: self["polling_outage_start"], outageEnd: self["polling_outage_end"],
        offDayActive: self["polling_off_day_active"], pollsLeast: Int(self["polling_polls_least"]),
        pollsMean: self["polling_polls_mean"], pollsShape: self["polling_polls_shape"],
        pageShape: self["polling_page_shape"],
        recoveryLeastDays: Int(self["polling_recovery_least_days"]),
        recoveryPagesPerDay: self["polling_recovery_pages_per_day"],
        slotMinutes: Int(self["polling_slot_minutes"]),
        pageSeconds: Int(self["polling_page_seconds"]), hourWeights: weights)
    } catch {
      throw ScenarioError(
        Place(file: hours.file).problem(
          "hour", Printable.text(error.description), mend: "change the table"))
    }
  }
}
