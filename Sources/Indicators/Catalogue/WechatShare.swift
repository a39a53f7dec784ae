extension Indicator {
  public static let wechatShare = Indicator(
    id: "wechat_share", unit: .share, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "微信占比", en: "WeChat share"),
    meaning: Words(
      zh: "窗口内登记的诉求中经由主推微信渠道的比例。",
      en: "Of the appeals registered in the window, those through the promoted WeChat "
        + "channel."),
    value: { ratio($0.scalars.promoted, $0.scalars.submitted) })
}
