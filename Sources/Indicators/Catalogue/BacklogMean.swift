extension Indicator {
  public static let backlogMean = Indicator(
    id: "backlog_mean", unit: .count, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "平均积压", en: "Mean backlog"),
    meaning: Words(
      zh: "窗口内未结诉求数的时间平均。",
      en: "Open appeals, as a time average over the window."),
    value: { measures in
      let scalars = measures.scalars
      guard scalars.windowMilliseconds > 0 else { return nil }
      return Double(scalars.backlogMilliseconds) / Double(scalars.windowMilliseconds)
    })
}
