extension Indicator {
  public static let responseShare = Indicator(
    id: "response_share", unit: .share, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "参评率", en: "Response share"),
    meaning: Words(
      zh: "窗口内的评价数,除以窗口内结案数。",
      en: "Appraisals in the window per appeal closed in it."),
    value: { ratio($0.scalars.appraisals, $0.scalars.closed) })
}
