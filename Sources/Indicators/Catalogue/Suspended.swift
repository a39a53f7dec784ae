extension Indicator {
  public static let suspended = Indicator(
    id: "suspended", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "挂账次数", en: "Suspensions"),
    meaning: Words(
      zh: "窗口内挂账的次数。",
      en: "Suspensions in the window."),
    value: { Double($0.scalars.suspensions) / Double($0.trials) })
}
