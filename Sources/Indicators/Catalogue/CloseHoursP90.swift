extension Indicator {
  public static let closeHoursP90 = Indicator(
    id: "close_hours_p90", unit: .hours, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "结案用时九成分位", en: "Time to close, 90 %"),
    meaning: Words(
      zh: "窗口内结案的诉求自登记到结案的自然小时数,九成在此之内。",
      en: "Elapsed hours from registration to close within which nine in ten appeals closed "
        + "in the window were closed."),
    value: { $0.closeTime.quantileHours(0.9) })
}
