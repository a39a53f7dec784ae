extension Indicator {
  public static let onTimeShare = Indicator(
    id: "on_time_share", unit: .share, polarity: .higherIsBetter, followsOwnLimits: true,
    title: Words(zh: "按时率(自定时限)", en: "On time, own limits"),
    meaning: Words(
      zh: "截止时间落在窗口内的诉求中,按本方案自己的时限按时结案的比例;过期未结算超时;并案和撤销的不计入,另列。",
      en: "Of the appeals whose deadline by the scenario's own limits falls in the window, "
        + "those closed by it; open past it is late. Merged and cancelled ones are counted "
        + "beside."),
    value: { $0.scalars.own.share })
}
