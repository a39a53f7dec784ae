extension Indicator {
  public static let merged = Indicator(
    id: "merged", unit: .count, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "并案数", en: "Merged"),
    meaning: Words(
      zh: "窗口内并入他案的诉求数。",
      en: "Appeals merged into others in the window."),
    value: { Double($0.scalars.merged) / Double($0.trials) })
}
