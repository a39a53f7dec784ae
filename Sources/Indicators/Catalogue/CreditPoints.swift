extension Indicator {
  public static let creditPoints = Indicator(
    id: "credit_points", unit: .count, polarity: .higherIsBetter, followsOwnLimits: true,
    title: Words(zh: "激励积分", en: "Credit points"),
    meaning: Words(
      zh: "窗口内因提前办结与五星评价获得的积分。",
      en: "Points earned in the window by early closes and five stars."),
    value: { Double($0.scalars.measures.credits) / Double($0.trials) })
}
