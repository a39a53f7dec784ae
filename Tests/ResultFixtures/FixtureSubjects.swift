import ResultFiles

/// Who and what the made-up experiment is about.
enum FixtureSubjects {
  static let baseline = "pingshan-2018"

  static let scenarios: [ScenarioRecord] = [
    scenario(
      "pingshan-2018", "坪山 2018（实测基线）", "Pingshan 2018 (as measured)",
      "六个来源、“1+6+N”分拨、第一版表单。", "Six sources, 1+6+N dispatch, the first form."),
    scenario(
      "pingshan-2016", "坪山 2016（改革前，反事实）", "Pingshan 2016 (before the reform, counterfactual)",
      "148 个渠道、分散分拨、无统一表单、时限较长。", "148 channels, scattered dispatch, no form, long limits."),
    scenario(
      "package-2", "改革包二：并表单·缩时限", "Package 2: one form, shorter limits",
      "在渠道整合之上合并表单并压缩时限。", "One form and shorter limits on top of merged channels."),
    scenario(
      "package-4", "改革包四：融智慧·助治理", "Package 4: instant replies and alerts",
      "四个改革包全部实施。", "All four packages together."),
    scenario(
      "pingshan-2018-capacity-plus-10", "坪山 2018，处置力量增加 10%",
      "Pingshan 2018 with 10 % more capacity",
      "每个处置班组增加 10% 人手。", "Ten per cent more heads in every crew."),
  ]

  static let explanations: [ExplanationRecord] = [
    ExplanationRecord(
      id: "congestion", title: BilingualText(zh: "拥堵", en: "Congestion"),
      summary: BilingualText(zh: "人手不足，诉求排队。", en: "Too few hands: appeals wait in line."),
      freeParameters: 17),
    ExplanationRecord(
      id: "outside-waiting", title: BilingualText(zh: "外部等待", en: "Outside waiting"),
      summary: BilingualText(
        zh: "等待由他方造成，不受本单位人手影响。", en: "The wait is outside the staff's control."),
      freeParameters: 18),
    ExplanationRecord(
      id: "unit-habit", title: BilingualText(zh: "单位习惯", en: "Unit habit"),
      summary: BilingualText(zh: "超时取决于单位的工作习惯。", en: "Lateness is a habit of the unit."),
      freeParameters: 16),
  ]

  static let indicators: [IndicatorRecord] = [
    indicator("on_time_share", .share, 1, "按时办结率（自身时限）", "On time (own limits)"),
    indicator("on_time_share_reference", .share, 1, "按时办结率（参照时限）", "On time (reference limits)"),
    indicator("on_time_share_need", .share, 1, "按时办结率（按需求计）", "On time, per need"),
    indicator("first_dispatch_share", .share, 1, "首次派单准确率", "Right at first dispatch"),
    indicator("returns_per_appeal", .perAppeal, -1, "每件退件次数", "Returns per appeal"),
    indicator("backlog_mean", .count, -1, "平均积压", "Mean backlog", isLevel: true),
    indicator("backlog_end", .count, -1, "期末积压", "Backlog at the end"),
    indicator("close_hours_p50", .hours, -1, "办结时长中位数", "Median time to close"),
    indicator("close_hours_p90", .hours, -1, "办结时长九成位数", "90th percentile time to close"),
    indicator(
      "close_working_hours_p50", .workingHours, -1, "办结工时中位数", "Median working time to close"),
    indicator("satisfaction_mean", .score, 1, "满意度", "Satisfaction"),
    indicator("wechat_share", .share, 0, "微信占比", "Share of WeChat"),
    indicator("staff_utilisation", .share, 0, "人员利用率", "Utilisation of staff"),
    indicator("paid_hours", .hours, -1, "支薪工时", "Paid hours"),
    indicator("cost", .cost, -1, "成本", "Cost"),
    indicator("appeals", .count, 0, "诉求数", "Appeals"),
  ]

  /// Means under the baseline and congestion, in the order of the indicators.
  static let baselineMeans: [Double] = [
    0.912, 0.874, 0.861, 0.853, 0.142, 412, 436, 31.4, 118.2, 9.6, 4.12, 0.334, 0.871, 214_700,
    9_836_000, 41_230,
  ]

  /// Effect of each scenario on each indicator, as a factor under congestion.
  static let factors: [String: [Double]] = [
    "pingshan-2018": Array(repeating: 1, count: 16),
    "pingshan-2016": [
      0.94, 0.90, 0.89, 0.82, 1.9, 3.4, 6.2, 1.9, 2.3, 1.8, 0.91, 0.5, 1.09, 1, 1, 0.97,
    ],
    "package-2": [
      0.985, 1.028, 1.03, 1.06, 0.7, 0.83, 0.84, 0.83, 0.79, 0.84, 1.02, 1.18, 0.97, 1, 1, 1.01,
    ],
    "package-4": [
      1.041, 1.071, 1.082, 1.1, 0.48, 0.61, 0.6, 0.55, 0.62, 0.58, 1.07, 1.69, 0.9, 1, 1.012, 1.03,
    ],
    "pingshan-2018-capacity-plus-10": [
      1.062, 1.078, 1.08, 1, 1, 0.58, 0.57, 0.74, 0.66, 0.73, 1.02, 1, 0.79, 1.1, 1.1, 1,
    ],
  ]

  /// How much of an effect is left under each explanation.
  static func strength(_ explanation: String, capacity: Bool) -> Double {
    switch explanation {
    case "congestion": 1
    case "outside-waiting": capacity ? 0.04 : 0.62
    default: capacity ? 0.18 : 0.45
    }
  }

  private static func scenario(
    _ id: String, _ zh: String, _ en: String, _ summaryZh: String, _ summaryEn: String
  ) -> ScenarioRecord {
    ScenarioRecord(
      id: id, title: BilingualText(zh: zh, en: en),
      summary: BilingualText(zh: summaryZh, en: summaryEn), hash: "9f3c27d1a5b8e640")
  }

  private static func indicator(
    _ id: String, _ unit: IndicatorRecord.Unit, _ polarity: Int, _ zh: String, _ en: String,
    isLevel: Bool = false
  ) -> IndicatorRecord {
    IndicatorRecord(
      id: id, unit: unit, polarity: IndicatorRecord.Polarity(rawValue: polarity) ?? .neutral,
      isLevel: isLevel, title: BilingualText(zh: zh, en: en),
      meaning: BilingualText(zh: "窗口期内的" + zh + "。", en: en + ", over the window."))
  }
}
