extension Indicator {
  public static let closeHoursP50 = Indicator(
    id: "close_hours_p50", unit: .hours, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "结案用时中位数", en: "Median time to close"),
    meaning: Words(
      zh: "窗口内结案的诉求自登记到结案的自然小时数,中位数。",
      en: "Elapsed hours from registration to close, median of the appeals closed in the "
        + "window."),
    value: { $0.closeTime.quantileHours(0.5) })
}
