extension Indicator {
  public static let closeWorkingHoursP50 = Indicator(
    id: "close_working_hours_p50", unit: .workingHours, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "结案工时中位数", en: "Median working time to close"),
    meaning: Words(
      zh: "窗口内结案的诉求自登记到结案的办公时间小时数,中位数。",
      en: "Office hours from registration to close, median of the appeals closed in the "
        + "window."),
    value: { $0.closeWorkingTime.quantileHours(0.5) })
}
