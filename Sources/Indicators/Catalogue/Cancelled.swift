extension Indicator {
  public static let cancelled = Indicator(
    id: "cancelled", unit: .count, polarity: .neutral,
    title: Words(zh: "撤销数", en: "Cancelled"),
    meaning: Words(
      zh: "窗口内无结果而终止的诉求数;本版模拟的人员不撤销。",
      en: "Appeals ended without a result in the window; the simulated people of this "
        + "version give no such command."),
    value: { Double($0.scalars.cancelled) / Double($0.trials) })
}
