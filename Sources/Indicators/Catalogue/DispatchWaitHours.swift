extension Indicator {
  public static let dispatchWaitHours = Indicator(
    id: "dispatch_wait_hours", unit: .hours, polarity: .lowerIsBetter, isLevel: true,
    followsOwnLimits: false,
    title: Words(zh: "分拨等候", en: "Wait for dispatch"),
    meaning: Words(
      zh: "窗口内分拨岗位接手的任务在清单上等候的平均自然小时数。",
      en: "Mean elapsed hours that tasks taken at dispatch posts in the window had waited "
        + "on a list."),
    value: { measures in
      let posts = measures.staff.filter { $0.role == .dispatch }
      let tasks = posts.reduce(0) { $0 + $1.tasks }
      guard tasks > 0 else { return nil }
      return posts.reduce(0) { $0 + $1.waitHours } / Double(tasks)
    })
}
