extension Indicator {
  public static let redoPerAppeal = Indicator(
    id: "redo_per_appeal", unit: .perAppeal, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "件均返工次数", en: "Redos per appeal"),
    meaning: Words(
      zh: "窗口内核查不通过而返工的次数,除以窗口内登记的诉求数。",
      en: "Failed verifications in the window, per appeal registered in it."),
    value: { ratio($0.scalars.redos, $0.scalars.submitted) })
}
