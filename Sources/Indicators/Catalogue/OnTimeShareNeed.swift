extension Indicator {
  public static let onTimeShareNeed = Indicator(
    id: "on_time_share_need", unit: .share, polarity: .higherIsBetter, followsOwnLimits: false,
    title: Words(zh: "诉求人按时率", en: "On time, per need"),
    meaning: Words(
      zh: "以一位市民的一件事为单位:自首次来电来访起,到其全部诉求(含重复)最后结案,按统一时限按时的比例。",
      en: "Per citizen's need: from first contact to the last close of all its appeals, "
        + "repeats included, against the reference limit."),
    value: { $0.scalars.need.share })
}
