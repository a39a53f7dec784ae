extension Indicator {
  public static let emergencies = Indicator(
    id: "emergencies", unit: .count, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "进入应急状态次数", en: "Emergencies"),
    meaning: Words(
      zh: "窗口内各街道由平时转入应急状态的次数。",
      en: "Times a street changed from peacetime to emergency in the window."),
    value: { Double($0.scalars.measures.emergencies) / Double($0.trials) })
}
