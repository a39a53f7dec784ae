extension Indicator {
  public static let onTimeShareReference = Indicator(
    id: "on_time_share_reference", unit: .share, polarity: .higherIsBetter, followsOwnLimits: false,
    title: Words(zh: "按时率(统一时限)", en: "On time, reference limits"),
    meaning: Words(
      zh: "用所有方案共用的一张时限表计算的按时率;自登记起算,延期和挂账都不停表。",
      en: "The same against one table of limits for all scenarios, counted from "
        + "registration; neither extension nor suspension stops this clock."),
    value: { $0.scalars.reference.share })
}
