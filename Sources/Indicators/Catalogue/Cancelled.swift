extension Indicator {
  public static let cancelled = Indicator(
    id: "cancelled", unit: .count, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "撤销数", en: "Cancelled"),
    meaning: Words(
      zh: "窗口内无结果而终止的诉求数。",
      en: "Appeals ended without a result in the window."),
    value: { Double($0.scalars.cancelled) / Double($0.trials) })
}
