extension Indicator {
  public static let alertsRaised = Indicator(
    id: "alerts", unit: .count, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "预警次数", en: "Alerts"),
    meaning: Words(
      zh: "窗口内热点与敏感预警的次数。",
      en: "Alerts on bursts and sensitive matters in the window."),
    value: { Double($0.scalars.measures.alerts) / Double($0.trials) })
}
