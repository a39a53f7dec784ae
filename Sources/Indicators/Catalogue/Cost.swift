extension Indicator {
  public static let cost = Indicator(
    id: "cost", unit: .cost, polarity: .lowerIsBetter, followsOwnLimits: false,
    title: Words(zh: "成本", en: "Cost"),
    meaning: Words(
      zh: "付薪工时乘以等级费率,加班和夜班按倍数计;没有费率时等于付薪工时。",
      en: "Paid hours × grade rate, with premiums for overtime and night; without rates, "
        + "paid hours."),
    value: { measures in
      guard !measures.staff.isEmpty else { return nil }
      let cost = measures.staff.reduce(0) { $0 + $1.cost }
      let hours = measures.staff.reduce(0) { $0 + $1.paidHours }
      return (cost > 0 ? cost : hours) / Double(measures.trials)
    })
}
