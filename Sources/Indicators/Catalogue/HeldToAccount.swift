extension Indicator {
  public static let heldToAccount = Indicator(
    id: "held_to_account", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: true,
    title: Words(zh: "单位被问责次数", en: "Units held to account"),
    meaning: Words(
      zh: "窗口内两次通报之间证据达到门槛的单位次数。",
      en: "Times a unit reached the threshold of evidence between two bulletins in the window."),
    value: { Double($0.scalars.measures.heldToAccount) / Double($0.trials) })
}
