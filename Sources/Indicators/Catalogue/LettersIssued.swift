extension Indicator {
  public static let lettersIssued = Indicator(
    id: "letters", unit: .count, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "提醒函", en: "Reminder letters"),
    meaning: Words(
      zh: "窗口内发出的提醒函;报道称当年41份。",
      en: "Reminder letters to oversight bodies in the window; the report counts 41 in a year."),
    value: { Double($0.scalars.measures.letters) / Double($0.trials) })
}
