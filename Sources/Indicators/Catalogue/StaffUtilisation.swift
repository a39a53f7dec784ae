extension Indicator {
  public static let staffUtilisation = Indicator(
    id: "staff_utilisation", unit: .share, polarity: .neutral, followsOwnLimits: false,
    title: Words(zh: "人员利用率", en: "Staff utilisation"),
    meaning: Words(
      zh: "付薪工时中被办理任务占用的比例;缺勤、培训和其他职责按可用率拉长任务。",
      en: "Paid hours taken up by tasks, per paid hour; absence, training and other duties stretch "
        + "a task."),
    value: { measures in
      let paid = measures.staff.reduce(0) { $0 + $1.paidHours }
      guard paid > 0 else { return nil }
      return measures.staff.reduce(0) { $0 + $1.busyHours } / paid
    })
}
