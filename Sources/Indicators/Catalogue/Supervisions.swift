extension Indicator {
  public static let supervisions = Indicator(
    id: "supervisions", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: true,
    title: Words(zh: "督办次数", en: "Supervised"),
    meaning: Words(
      zh: "窗口内督办、通报与问责(监督阶梯第二级及以上)的次数。",
      en: "Rungs of the supervision ladder above the reminder that rang in the window."),
    value: {
      Double(
        $0.scalars.measures.supervisions + $0.scalars.measures.notices
          + $0.scalars.measures.accountabilities) / Double($0.trials)
    })
}
