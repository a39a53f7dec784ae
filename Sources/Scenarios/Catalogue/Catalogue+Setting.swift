/// Calendar, window, places, form and the rules of the core.
extension Catalogue {
  static let calendar: [Key] = [
    Key("zone", .text(.zone), .usual("Asia/Shanghai"), "时区", "Time zone."),
    Key(
      "hours", .text(.hours), .usual("Mon-Fri 09:00-12:00,14:00-18:00"), "办公时间",
      "Office hours, by which limits in working time are counted."),
    Key(
      "holidays", .choice(["china", "none"]), .usual("china"), "法定节假日与调休",
      "National holidays and make-up days, built in for 2010–2026."),
    Key("closures", .list(.text(.date)), .usual("[]"), "停工日", "Days on which all is closed."),
    Key(
      "beyond", .choice(["fail", "weekdays"]), .usual("fail"), "公布年份以外",
      "Days whose holidays are not published: refuse, or take ordinary weeks."),
  ]

  static let window: [Key] = [
    Key("start", .text(.date), .required, "首日", "First measured day."),
    Key("days", .integer(1...3_660), .required, "天数", "Measured days."),
    Key(
      "run_in_days", .integer(0...366), .usual("28"), "预热天数",
      "Days simulated before the window, so that it opens with a backlog."),
    Key(
      "opening_backlog", .assumed(0...400, neutral: 0, in: 0...100_000), .usual("0"),
      "预热开始时另行放入的在办件数", "Further open appeals at the start of the run-in."),
  ]

  static let places: [Key] = [
    Key("streets", .table, .required, "街道表", "Streets (street, id, zh)."),
    Key(
      "street_names", .list(.text(.name)), .usual("[]"), "排班表中的街道名",
      "Names of the streets in rosters, in the order of the table; their ids if empty."),
    Key(
      "communities", .table, .required, "社区表",
      "Communities (community, street, zh, share of demand)."),
  ]

  static let form: [Key] = [
    Key(
      "version", .choice(["none", "v1", "v2"]), .required, "在用表单版本",
      "Form in force; with none, posts name the unit by experience."),
    Key(
      "next", .choice(["v2"]), .optional, "将启用的版本",
      "Version that comes into force while the simulation runs; open appeals move over."),
    Key("changes_on", .text(.date), .optional, "启用日期", "Day on which it does."),
    Key(
      "derives_deadlines", .flag, .usual("true"), "换版后是否重定时限",
      "Whether open appeals are due by their new leaf's limit from then on."),
    Key("leaves", .table, .required, "表单(第二版)", "Leaves of version 2: what demand is told by."),
    Key("leaves_v1", .table, .required, "表单(第一版)", "Leaves of version 1."),
    Key("migration", .table, .required, "版本对应表", "Leaf of version 1 for each leaf of version 2."),
    Key("owners", .table, .required, "责任单位表", "Responsible unit by leaf and street."),
    Key(
      "final_units", .table, .optional, "最终处置单位分布",
      "Weights of the units that in the end solve needs of a leaf and street; else the owner."),
    Key(
      "simple_leaves", .flag, .usual("true"), "表单标注的简易事项是否有效",
      "Whether leaves marked simple may take the simple workflow."),
    Key(
      "evidence", .flag, .usual("true"), "是否要求结果照片",
      "Whether leaves that ask for evidence of the result enforce it."),
  ]

  static let workflows: [Key] = [
    Key("simple", .flag, .usual("false"), "启用简易流程", "Simple workflow for eligible leaves."),
    Key(
      "simple_natures", .list(.choice(natures)), .usual("[enquiry, suggestion, complaint]"),
      "适用简易流程的诉求性质", "Natures that may take the simple workflow."),
    Key(
      "verify", .flag, .usual("true"), "是否核查",
      "Whether the general workflow has a node of verification."),
  ]

  static let natures = ["enquiry", "suggestion", "complaint", "petition", "thanks"]

  static let serviceLevels: [Key] = [
    Key(
      "limits", .table, .required, "时限表(性质或类别)",
      "Limits (kind, name, limit): by nature, class of complaint, leaf or node."),
    Key(
      "reference", .table, .required, "参照时限表",
      "Limits by which all scenarios are compared; the same for all of them."),
    Key(
      "scale", .assumed(0.5...2, neutral: 1, in: 0.05...20), .usual("1"), "时限总体缩放",
      "Factor on all limits in force. Limits in working days are rounded up to whole days."),
    Key(
      "urgent_up_to", .text(.target), .usual("4h"), "紧急件界限",
      "Limits up to this elapsed time make an appeal urgent."),
  ]

  static let returns: [Key] = [
    Key("limit", .integer(0...20), .usual("2"), "退件次数上限", "Returns allowed for one appeal."),
    Key(
      "escalate_from", .integer(1...20), .usual("2"), "升级起点",
      "From this return on, the appeal goes to the top of the dispatch tree."),
  ]

  static let windows: [Key] = [
    Key("appraisal_days", .integer(0...365), .usual("15"), "评价期限", "Days to appraise."),
    Key("reopening_days", .integer(0...365), .usual("30"), "重办期限", "Days to reopen."),
    Key(
      "idempotency_days", .integer(0...365), .usual("7"), "重复登记识别期",
      "Days for which a reference is remembered after close."),
  ]
}
