extension Indicator {
  public static let breaches = Indicator(
    id: "breaches", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: true,
    title: Words(zh: "超时次数", en: "Deadlines missed"),
    meaning: Words(
      zh: "窗口内走完自定时限而未结案的次数。",
      en: "Own deadlines that ran out in the window."),
    value: { Double($0.scalars.breaches) / Double($0.trials) })
}
