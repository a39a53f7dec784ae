extension Indicator {
  public static let firstDispatchShare = Indicator(
    id: "first_dispatch_share", unit: .share, polarity: .higherIsBetter, followsOwnLimits: false,
    title: Words(zh: "一次派准率", en: "First dispatch right"),
    meaning: Words(
      zh: "窗口内结案的诉求中,首次派遣的单位即最终办结单位的比例;派错但由该单位自行办结的也算派准。",
      en: "Of the dispatched appeals closed in the window, those closed by the unit they "
        + "were first dispatched to; a wrong unit that kept the appeal counts as right."),
    value: { ratio($0.scalars.closedByFirstUnit, $0.scalars.dispatched) })
}
