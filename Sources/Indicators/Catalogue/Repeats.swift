extension Indicator {
  public static let repeats = Indicator(
    id: "repeats", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "重复诉求", en: "Repeats"),
    meaning: Words(
      zh: "窗口内登记的诉求中,同一件事在别的渠道重报或再次催问的件数。",
      en: "Of the appeals registered in the window, further ones of a need already brought: "
        + "duplicates on other channels and repeat enquiries."),
    value: { Double($0.scalars.duplicates + $0.scalars.repeats) / Double($0.trials) })
}
