extension Indicator {
  public static let oldestOpenHours = Indicator(
    id: "oldest_open_hours", unit: .hours, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "最老未结", en: "Oldest open appeal"),
    meaning: Words(
      zh: "窗口结束时最老的未结诉求已登记的时间(自然小时)。",
      en: "Elapsed hours since registration of the oldest appeal open at the end of the "
        + "window."),
    value: { Double($0.scalars.oldestOpen) / 3_600_000 })
}
