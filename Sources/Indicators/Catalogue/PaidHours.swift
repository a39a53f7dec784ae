extension Indicator {
  public static let paidHours = Indicator(
    id: "paid_hours", unit: .hours, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "付薪工时", en: "Paid hours"),
    meaning: Words(
      zh: "窗口内花名册上的付薪小时数,含值班。",
      en: "Hours on the roster in the window, after-hours duty included."),
    value: { $0.staff.isEmpty ? nil : $0.staff.reduce(0) { $0 + $1.paidHours } / Double($0.trials) }
  )
}
