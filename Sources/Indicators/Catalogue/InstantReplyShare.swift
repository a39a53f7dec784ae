extension Indicator {
  public static let instantReplyShare = Indicator(
    id: "instant_reply_share", unit: .share, polarity: .higherIsBetter, followsOwnLimits: false,
    title: Words(zh: "秒回率", en: "Instant replies"),
    meaning: Words(
      zh: "窗口内秒回且未被拒绝的件数,除以窗口内登记的诉求数。",
      en: "Appeals answered at once in the window and not rejected, of those registered in it."),
    value: {
      ratio($0.scalars.measures.replies - $0.scalars.measures.rejections, $0.scalars.submitted)
    })
}
