extension Indicator {
  public static let extensions = Indicator(
    id: "extensions", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "延期次数", en: "Extensions"),
    meaning: Words(
      zh: "窗口内批准的延期次数。", en: "Extensions granted in the window."),
    value: { Double($0.scalars.extensions) / Double($0.trials) })
}
