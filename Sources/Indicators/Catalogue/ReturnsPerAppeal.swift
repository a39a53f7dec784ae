extension Indicator {
  public static let returnsPerAppeal = Indicator(
    id: "returns_per_appeal", unit: .perAppeal, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "件均退件次数", en: "Returns per appeal"),
    meaning: Words(
      zh: "窗口内的退件次数,除以窗口内登记的诉求数。",
      en: "Returns by units in the window, per appeal registered in it."),
    value: { ratio($0.scalars.returns, $0.scalars.submitted) })
}
