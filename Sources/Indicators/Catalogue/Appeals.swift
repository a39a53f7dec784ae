extension Indicator {
  public static let appeals = Indicator(
    id: "appeals", unit: .count, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "诉求数", en: "Appeals"),
    meaning: Words(
      zh: "窗口内登记的诉求数。",
      en: "Appeals registered in the window."),
    value: { Double($0.scalars.submitted) / Double($0.trials) })
}
