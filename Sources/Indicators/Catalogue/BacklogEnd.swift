extension Indicator {
  public static let backlogEnd = Indicator(
    id: "backlog_end", unit: .count, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "期末积压", en: "Backlog at the end"),
    meaning: Words(
      zh: "窗口结束时未结的诉求数。",
      en: "Open appeals at the end of the window."),
    value: { Double($0.scalars.backlogEnd) / Double($0.trials) })
}
