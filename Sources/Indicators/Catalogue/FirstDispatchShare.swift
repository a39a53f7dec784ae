extension Indicator {
  public static let firstDispatchShare = Indicator(
    id: "first_dispatch_share", unit: .share, polarity: .higherIsBetter, followsOwnLimits: false,
    title: Words(zh: "一次派准率", en: "First dispatch right"),
    meaning: Words(
      zh: "窗口内结案的诉求中,首次派遣即派到应办单位的比例;派错而由该单位自行办结的算派错。",
      en: "Of the dispatched appeals closed in the window, those first dispatched to the unit "
        + "that they were for; a wrong unit that kept the appeal counts as wrong."),
    value: { ratio($0.scalars.rightAtFirst, $0.scalars.dispatched) })
}
