extension Indicator {
  public static let shirkingAndIdling = Indicator(
    id: "shirking_and_idling", unit: .count, polarity: .lowerIsBetter, followsOwnLimits: true,
    title: Words(zh: "推诿与不作为", en: "Shirking and idling"),
    meaning: Words(
      zh: "窗口内记录的推诿(无理由退件、反复退件)与不作为(超限未动)证据。",
      en:
        "Evidence noted in the window: groundless and repeated returns, and tasks left untouched past a limit."
    ),
    value: { Double($0.scalars.measures.shirking + $0.scalars.measures.idling) / Double($0.trials) }
  )
}
