extension Indicator {
  public static let staffUtilisation = Indicator(
    id: "staff_utilisation", unit: .share, polarity: .neutral,
    title: Words(zh: "人员利用率", en: "Staff utilisation"),
    meaning: Words(
      zh: "在岗可用工时中实际动手办理的比例,含日常工作。",
      en: "Hands-on hours, background work included, per hour at hand (paid hours less "
        + "absence, training and other duties)."),
    value: { measures in
      let at = measures.staff.reduce(0) { $0 + $1.availableHours }
      guard at > 0 else { return nil }
      return measures.staff.reduce(0) { $0 + $1.busyHours } / at
    })
}
