/// Dispatch, staff, units and verification.
extension Catalogue {
  static let dispatch: [Key] = [
    Key(
      "structure", .choice(["scattered", "one-six-n"]), .required, "分拨结构",
      "One district and six street centres, or an account for each channel."),
    Key(
      "order", .choice(["deadline", "arrival", "strict-arrival"]), .usual("arrival"), "待办排序",
      "Order of work lists: urgent and earliest deadline, urgent and first come, first come."),
    Key(
      "effort_hours", .assumedHours(0.05...0.4, neutral: 0, upTo: 1_000),
      .usual("{lognormal: {mean: 0.15, cv: 0.8}}"), "每次分拨用时(小时)",
      "Hands-on hours of one visit at a post; published: some 6 minutes for a hotline order."),
    Key(
      "switching_minutes", .assumed(0...10, neutral: 0, in: 0...240), .usual("0"),
      "切换账号用时(分钟)", "Minutes lost when the next task is on another list than the last."),
    Key(
      "own_units", .flag, .usual("true"), "街道单位由本街道分拨",
      "Whether street units are dispatched by their street's centre and all others by the district."
    ),
    Key(
      "unclear", .choice(["own", "district"]), .usual("own"), "不清楚的诉求由谁理清",
      "Who makes free texts clear: the post that receives them, or the district centre."),
    Key(
      "hand_over", .list(.choice(["up", "down", "across"])), .usual("[up, down, across]"),
      "分拨岗位间移交", "The ways in which posts may hand an appeal over."),
  ]

  static let classification: [Key] = [
    Key(
      "filing_accuracy", .assumed(0.2...1, neutral: 1), .usual("0.5"), "立案时错报类别的纠正率",
      "Share of wrongly reported leaves that the post sets right at filing."),
    Key(
      "choice_accuracy", .assumed(0.5...1, neutral: 1), .usual("1"), "无表单时首派准确率",
      "Without a form: share of first choices of unit that are right (published: 70 %, Bao'an)."),
    Key(
      "redispatch_accuracy", .assumed(0.6...1, neutral: 1), .usual("0.9"), "退件后重派准确率",
      "Share of dispatches after a return that are right."),
    Key(
      "wrong_unit_effort", .assumed(1...2, neutral: 1, in: 0.1...10), .usual("1.3"),
      "非本职单位办理的用时倍数", "Effort of a unit that may not send a wrong appeal back, as a multiple."),
    Key(
      "look_share", .assumed(0.02...0.3, neutral: 0), .usual("0.1"), "识别误派的用时比例",
      "Effort to see that an appeal is another's, as a share of handling."),
  ]

  static let staff: [Key] = [
    Key(
      "roster", .table, .required, "排班表(岗位×班次×人数)",
      "Heads (post, shift, heads, availability): a post is a centre, a unit or a verifying team."),
    Key("shifts", .named(shift), .required, "班次", "Shifts that a roster names."),
    Key(
      "changes", .named(change), .usual("[]"), "人员增减",
      "Heads more or fewer at a post, laid over the roster."),
  ]

  private static let shift: [Key] = [
    Key("id", .text(.name), .required, "编号", "Name, as in the roster."),
    Key("hours", .text(.hours), .required, "工作时间", "When its heads work."),
    Key(
      "holidays", .flag, .usual("false"), "节假日照常上班", "Whether it works on holidays as well."),
    Key("urgent_only", .flag, .usual("false"), "只办紧急件", "After-hours duty: urgent tasks only."),
    Key("premium", .number(0...10), .usual("1"), "工资倍数", "Paid multiple of the rate."),
  ]

  private static let change: [Key] = [
    Key("id", .text(.name), .required, "编号", "Name of the change."),
    Key("post", .text(.name), .required, "岗位", "Post of the roster."),
    Key("shift", .text(.name), .required, "班次", "Shift."),
    Key("heads", .integer(-1_000...1_000), .required, "增减人数", "Heads to add; negative to take."),
  ]

  static let units: [Key] = [
    Key("table", .table, .required, "单位表", "Units (unit, id, zh, controllable, street)."),
    Key(
      "effort_hours", .assumedHours(0.5...6, neutral: 0, upTo: 1_000),
      .usual("{lognormal: {mean: 2, cv: 1}}"), "每件处置用时(小时)",
      "Hands-on hours of one appeal, in working time of the crew."),
    Key("effort", .table, .optional, "各单位用时倍数表", "Factor on these hours by unit (unit, value)."),
    Key(
      "availability", .table, .optional, "各单位可用率表",
      "Share of paid time at hand for appeals by unit (unit, value); before the roster's."),
    Key(
      "availability_scale", .assumed(0.85...1.15, neutral: 1, in: 0.01...100), .usual("1"),
      "可用率总体缩放", "Factor on the availability of all units; uncertainty of its calibration."),
    Key(
      "capacity", .number(0.01...100), .usual("1"), "可控单位人力倍数",
      "Factor on the availability of controllable units: a lever."),
    Key(
      "background", .assumed(0...0.4, neutral: 0, in: 0...0.95), .usual("0"), "背景工作占用",
      "Share of crew time taken by patrol records and inspections."),
    Key(
      "outside", .table, .optional, "各单位外部等待中位数表(小时)",
      "Median hours of waiting outside the staff's control by unit (unit, value)."),
    Key(
      "outside_cv", .assumed(0...2.5, neutral: 0, in: 0...10), .usual("0"), "外部等待变异系数",
      "Coefficient of variation of waiting outside."),
    Key(
      "outside_scale", .assumed(0.8...1.25, neutral: 1, in: 0...100), .usual("1"),
      "外部等待总体缩放", "Factor on all waiting outside."),
    Key(
      "outside_share", .assumed(0...1, neutral: 0), .usual("0"), "需外部等待的比例",
      "Share of appeals that wait outside."),
    Key(
      "habit", .table, .optional, "各单位习惯启动点中位数表",
      "Median share of the time to the deadline after which a unit starts (unit, value)."),
    Key(
      "habit_cv", .assumed(0...1.5, neutral: 0, in: 0...10), .usual("0"),
      "习惯启动点变异系数", "Coefficient of variation of that share."),
    Key(
      "habit_scale", .assumed(0.8...1.2, neutral: 1, in: 0...10), .usual("1"), "习惯启动点总体缩放",
      "Factor on all habitual starts."),
    Key(
      "sends_back", .assumed(0.3...1, neutral: 0), .usual("0.8"), "误派件退回的比例",
      "Share of appeals of another unit that are sent back."),
    Key(
      "redo", .assumed(0...0.15, neutral: 0), .usual("0.04"), "结果不合格的比例",
      "Share of results that are not good enough."),
  ]

  static let verification: [Key] = [
    Key(
      "sensitivity", .assumed(0.3...1, neutral: 1), .usual("0.7"), "核查发现率",
      "Share of bad results that are found."),
    Key(
      "effort_hours", .assumedHours(0.1...1, neutral: 0, upTo: 1_000),
      .usual("{lognormal: {mean: 0.3, cv: 0.6}}"),
      "每次核查用时(小时)", "Hands-on hours of one verification."),
  ]

  static let costs: [Key] = [
    Key("dispatch", .number(0...1_000_000), .usual("0"), "分拨岗位时薪", "Paid per hour at a post."),
    Key("unit", .number(0...1_000_000), .usual("0"), "处置人员时薪", "Paid per hour in a unit."),
    Key("verify", .number(0...1_000_000), .usual("0"), "核查人员时薪", "Paid per hour of verification."),
  ]
}
