/// The measures of a reform. Each is off unless its section is there.
extension Catalogue {
  static let measures: [Key] = [
    Key("tags", .group(tags), .optional, "标签", "Registry of tags and the rules that set them."),
    Key("campaigns", .named(campaign), .usual("[]"), "专项行动", "Campaigns for a while."),
    Key(
      "supervision", .group(supervision), .optional, "催办、督办、通报、问责",
      "The supervision ladder, with evidence of shirking and idling."),
    Key(
      "first_handler", .flag, .usual("false"), "首办负责制",
      "The lead unit stays responsible; it may ask once to be relieved."),
    Key("support", .group(support), .optional, "多单位协办", "Several units at one appeal."),
    Key("credits", .group(credits), .optional, "正向激励积分", "Credit points of units."),
    Key("repair_first", .group(repairFirst), .optional, "先抢修、再问责", "Repair comes first."),
    Key("low_scores", .group(lowScores), .optional, "低分评价的处理", "What follows a low appraisal."),
    Key("alerts", .group(alerts), .optional, "热点敏感预警", "Alerts and reminder letters."),
    Key("knowledge", .group(knowledge), .optional, "知识库与秒回", "Prepared answers."),
    Key(
      "learned_routing", .group(learnedRouting), .optional, "智能分拨",
      "Units are suggested by what closed before."),
    Key("duplicates", .group(duplicates), .optional, "重复诉求并案", "Detection of duplicates."),
    Key(
      "lanes", .named(lane), .usual("[]"), "专用通道", "Dedicated lanes: deputy, talent, vulnerable."),
    Key("emergency", .group(emergency), .optional, "平战一体", "Emergency mode of an area."),
    Key("bulletin", .group(bulletin), .optional, "周通报", "The weekly bulletin."),
    Key(
      "adoption", .flag, .usual("false"), "建议采纳状态", "Suggestions have an adoption state."),
  ]

  private static let tags: [Key] = [
    Key(
      "standard", .flag, .usual("true"), "启用标准的35类标签",
      "The standard 35 kinds, with the rules that need nothing but the course of an appeal."),
    Key("kinds", .named(tagKind), .usual("[]"), "另加的标签种类", "Further kinds of tag."),
    Key(
      "rules", .table, .optional, "按类别设标签的规则表",
      "Tags by leaf (tag, level1, level2, level3); an empty level is any."),
  ]

  private static let tagKind: [Key] = [
    Key("id", .text(.name), .required, "编号", "Name, as rules give it."),
    Key("title", .words, .required, "名称", "Title."),
    Key(
      "rank", .integer(0...2), .optional, "优先级(0紧急,1优先)",
      "An appeal with this tag is at least this pressing: 0 urgent, 1 priority."),
    Key("key", .flag, .usual("false"), "重点标签", "Supervised more closely."),
  ]

  private static let campaign: [Key] = [
    Key("id", .text(.name), .required, "编号", "Name."),
    Key("title", .words, .required, "名称", "Title."),
    Key("start", .text(.date), .required, "首日", "First day."),
    Key("end", .text(.date), .required, "末日", "Last day."),
    Key(
      "leaves", .table, .optional, "所涉类别表",
      "Its leaves (level1, level2, level3); all without it."),
    Key("streets", .list(.text(.name)), .usual("[]"), "所涉街道", "Its streets; all if empty."),
    Key(
      "limit", .text(.target), .optional, "另定时限", "A further limit; the earlier deadline counts."),
    Key("rank", .integer(0...2), .optional, "优先级", "Its rank: 0 urgent, 1 priority, 2 usual."),
  ]

  private static let supervision: [Key] = [
    Key(
      "remind_at", percent, .usual("75"), "催办点(时限的%)",
      "Reminder after this percentage of the time to the deadline."),
    Key(
      "close_remind_at", percent, .usual("50"), "重点件催办点(时限的%)",
      "The same for appeals with a key tag."),
    Key("supervise", .text(.target), .usual("0h"), "超时后多久督办", "Span after a missed deadline."),
    Key("notice", .text(.target), .usual("2wd"), "超时后多久通报", "Span after a missed deadline."),
    Key("account", .text(.target), .usual("5wd"), "超时后多久问责", "Span after a missed deadline."),
    Key(
      "evidence", .integer(0...65_535), .usual("10"), "问责证据数",
      "Evidence of shirking or idling between two bulletins that holds a unit to account; 0 never."),
  ]

  private static let support: [Key] = [
    Key(
      "order", .choice(["parallel", "serial"]), .usual("serial"), "并联或串联",
      "All parts at once, or one after another."),
    Key("limit", .integer(1...8), .usual("8"), "协办单位数上限", "Supporting units of one appeal."),
  ]

  private static let credits: [Key] = [
    Key(
      "early_within", percent, .usual("50"), "提前办结(时限的%)",
      "Closed within this percentage of the time to the deadline is early."),
    Key("early_close", points, .usual("1"), "提前办结积分", "Points for an early close."),
    Key("five_stars", points, .usual("2"), "五星积分", "Points for five stars in all four."),
  ]

  private static let repairFirst: [Key] = [
    Key(
      "leaves", .table, .required, "先抢修类别表", "Leaves repaired at once (level1, level2, level3)."),
    Key(
      "settle", .text(.target), .usual("5wd"), "责任认定时限", "Limit of the liability case beside."),
  ]

  private static let lowScores: [Key] = [
    Key("stars", .number(0...5), .usual("2"), "低分界限(星)", "Mean stars up to which a score is low."),
    Key(
      "answer", .choice(["call-back", "reopen"]), .usual("call-back"), "处理方式",
      "Call the citizen back, or reopen at once."),
    Key("within", .text(.target), .usual("2wd"), "回访时限", "Limit of the call-back."),
  ]

  private static let alerts: [Key] = [
    Key("count", .integer(2...255), .usual("5"), "预警件数", "Appeals that make a burst …"),
    Key(
      "window_hours", .integer(1...8_760), .usual("72"), "预警时段(小时)",
      "… of one second-level class in one community within this span."),
    Key(
      "sensitive", .table, .optional, "敏感类别表", "The sensitive list (level1, level2, level3)."),
    Key(
      "oversight", .table, .optional, "提醒函去向表",
      "Body that letters go to, by leaf (level1, level2, level3, body); later rows win."),
  ]

  private static let knowledge: [Key] = [
    Key(
      "answers", .table, .optional, "答复模板表",
      "Leaves with an answer (level1, level2, level3, title, text_key, natures)."),
    Key(
      "answers_repeats", .flag, .usual("true"), "重复诉求秒回",
      "Repeats are answered with the state of their original."),
  ]

  private static let learnedRouting: [Key] = [
    Key(
      "leads_from", .integer(0...101), .usual("90"), "优先于表单的概率界限(%)",
      "From this probability on, in %, a suggestion stands before the form's owner; 101 never.")
  ]

  private static let duplicates: [Key] = [
    Key("window_days", .integer(1...365), .usual("7"), "识别期(天)", "Days between the two."),
    Key("merges", .flag, .usual("true"), "是否并案", "Merged at once with an open original."),
  ]

  private static let lane: [Key] = [
    Key("id", .choice(laneNames), .required, "通道", "deputy, talent or vulnerable."),
    Key("rank", .integer(0...2), .usual("1"), "优先级", "Its rank: 0 urgent, 1 priority, 2 usual."),
    Key(
      "chase_at", percent, .optional, "专人跟进点(时限的%)",
      "A named person chases after this percentage of the time to the deadline."),
  ]

  static let laneNames = ["deputy", "talent", "vulnerable"]

  private static let emergency: [Key] = [
    Key(
      "leaves", .table, .required, "战时类别表", "Listed categories (level1, level2, level3)."),
    Key(
      "limit", .text(.target), .usual("none"), "战时时限",
      "A further limit of theirs in emergency; the earlier deadline counts."),
    Key(
      "merge", .flag, .usual("true"), "并入区中心待办",
      "The district centre dispatches for an area in emergency."),
    Key(
      "pool", .flag, .usual("true"), "街道人员并用",
      "Staff of the street's centre take from the district's list as well."),
    Key(
      "trigger", .integer(0...255), .usual("0"), "启动件数",
      "Listed submissions in one street that start an emergency; 0 by hand only."),
    Key("window_hours", .integer(1...8_760), .usual("24"), "启动时段(小时)", "Within this span."),
    Key(
      "quiet_hours", .integer(1...8_760), .usual("48"), "解除时段(小时)",
      "Hours without one after which it ends."),
    Key("switches", .named(modeSwitch), .usual("[]"), "人工切换", "Switches by hand."),
  ]

  private static let modeSwitch: [Key] = [
    Key("id", .text(.name), .required, "编号", "Name."),
    Key("at", .text(.moment), .required, "时间", "Local time."),
    Key("streets", .list(.text(.name)), .usual("[]"), "街道", "Its streets; all if empty."),
    Key("mode", .choice(["emergency", "peacetime"]), .required, "模式", "What it becomes."),
  ]

  private static let bulletin: [Key] = [
    Key(
      "first", .text(.date), .optional, "首期日期",
      "Day of the first; the first Monday of the run-in without it."),
    Key("hour", .integer(0...23), .usual("9"), "时刻", "Hour of the day."),
    Key("every_days", .integer(1...366), .usual("7"), "间隔天数", "Days between two."),
  ]

  private static let percent = Shape.integer(0...100)
  private static let points = Shape.integer(0...255)
}
