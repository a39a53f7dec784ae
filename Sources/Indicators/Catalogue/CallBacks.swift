extension Indicator {
  public static let callBacks = Indicator(
    id: "call_backs", unit: .count, polarity: .neutral, followsOwnLimits: true,
    title: Words(zh: "回访次数", en: "Call-backs"),
    meaning: Words(
      zh: "窗口内完成的低分回访。",
      en: "Call-backs after low scores made in the window."),
    value: { Double($0.scalars.measures.callBacks) / Double($0.trials) })
}
