/// Who works, how the work flows, and which way appeals come.
extension Catalogue {
  static let units: [Query] = [
    Query(
      "units", .unit, "处置单位总表", "Units at a glance", by: [.unit],
      [.assigned, .closed, .onTime, .median, .returnShare, .stars]),
    Query(
      "units-late", .unit, "超时最多的单位及超时天数", "Units with most late, and how late", by: [.unit],
      [.late, .dueCount, .onTime, .lateDays]),
    Query(
      "units-on-time", .unit, "单位按时率排名(到期10件以上)", "Units by share on time (10 or more due)",
      by: [.unit], [.dueCount, .onTime, .lateDays], order: .ascending(.onTime), least: 10),
    Query(
      "units-speed", .unit, "单位快慢:中位、90%与一日内办结", "Units: median, slowest tenth, closed in a day",
      by: [.unit], [.closed, .median, .slowest, .withinDay], order: .descending(.median),
      least: 10),
    Query(
      "units-returns", .unit, "退件最多的单位", "Units that send most back", by: [.unit],
      [.returns, .assigned, .returnShare, .groundless]),
    Query(
      "units-wrongly-sent", .unit, "首派不准:首派单位×最终单位", "Wrong first dispatch: first and final unit",
      by: [.firstUnit, .unit], [.closed, .onTime, .median], order: .descending(.closed), top: 30,
      least: 1, only: .wronglySent),
    Query(
      "units-redone", .unit, "返工与重办的单位", "Units whose results are redone or reopened",
      by: [.unit], [.redos, .redoShare, .reopened, .cameBack]),
    Query(
      "units-controllable", .unit, "区属单位与驻区单位对比", "Units of the district against the others",
      by: [.controllable], [.assigned, .onTime, .median, .slowest, .lateDays]),
    Query(
      "units-types", .unit, "各单位的一级分类", "First-level classes of each unit",
      by: [.unit, .level1], [.assigned, .onTime], top: 60),
    Query(
      "units-months", .unit, "各单位逐月", "Units month by month", by: [.month, .unit],
      [.assigned, .closed, .onTime]),
    Query(
      "staff", .unit, "人员(班组)领办量", "Tasks taken by staff (crews)", by: [.staff],
      [.tasks, .putBacks], top: 60),
  ]

  static let flows: [Query] = [
    Query(
      "dispatch-speed", .flow, "各街道派遣用时", "Time to dispatch, by street", by: [.street],
      [.assigned, .dispatchMedian, .dispatchSlowest]),
    Query(
      "dispatch-months", .flow, "派遣用时与首派准确率逐月",
      "Time to dispatch and first dispatch right, by month",
      by: [.month], [.assigned, .dispatchMedian, .dispatchSlowest, .firstRight]),
    Query(
      "dispatches", .flow, "一件派了几次,代价多大", "How often an appeal was dispatched, and the price",
      by: [.dispatches], [.closed, .onTime, .median]),
    Query(
      "nodes", .flow, "哪个节点最易超时", "Which node runs out of time", by: [.node], [.nodeBreaches]),
    Query(
      "nodes-units", .flow, "各单位节点超时", "Node limits missed, by unit", by: [.unit, .node],
      [.nodeBreaches], top: 40),
    Query(
      "work-lists", .flow, "各工作台领办与移交", "Tasks and hand-overs, by work list", by: [.post],
      [.tasks, .handOvers], top: 60),
    Query(
      "return-grounds", .flow, "退件理由", "Grounds of returns", by: [.ground], [.returns]),
    Query(
      "arbitrations", .flow, "首办负责制下的退件仲裁", "Returns arbitrated under first-handler responsibility",
      by: [.unit], [.arbitrations, .upheld]),
    Query(
      "extensions", .flow, "各单位延期与挂账", "Extensions and suspensions, by unit", by: [.unit],
      [.extensions, .suspensions, .dueCount, .dueExtended, .dueSuspended]),
    Query(
      "suspensions", .flow, "挂账理由", "Grounds of suspensions", by: [.ground], [.suspensions]),
    Query(
      "migrations", .flow, "表单换版时迁移的在办件", "Open appeals moved to a new edition of the form",
      by: [.level1], [.migrated]),
    Query(
      "cancellations", .flow, "撤销理由", "Grounds of cancellations", by: [.ground], [.cancelled]),
  ]

  static let channels: [Query] = [
    Query(
      "channels", .channel, "各渠道:占比与表现", "Channels: share and how they fare", by: [.channel],
      [.appeals, .ofAll, .onTime, .median, .stars]),
    Query(
      "channels-months", .channel, "渠道迁移逐月", "Shift of channels month by month",
      by: [.month, .channel], [.appeals, .onTime]),
    Query(
      "channels-delay", .channel, "从反映到登记的滞后", "Delay from contact to registration",
      by: [.channel], [.appeals, .delay], order: .descending(.delay)),
    Query(
      "channels-misreported", .channel, "各渠道报错类别的比例", "Wrong category, by channel",
      by: [.channel], [.appeals, .misreported], order: .descending(.misreported)),
    Query(
      "channels-structured", .channel, "结构化提交与自由文本", "Structured submission against free text",
      by: [.channel, .structured], [.appeals, .misreported, .median]),
    Query(
      "channels-hours", .channel, "各渠道的时刻分布", "Hours of contact, by channel",
      by: [.contactHour, .channel], [.appeals]),
    Query(
      "channels-natures", .channel, "各渠道的性质构成", "Natures, by channel", by: [.channel, .nature],
      [.appeals]),
  ]

  static let repeats: [Query] = [
    Query(
      "repeats", .repeats, "首次与重复诉求对比", "First against repeated appeals", by: [.repeated],
      [.appeals, .ofAll, .onTime, .median]),
    Query(
      "repeats-types", .repeats, "30日内重复最多的类别", "Categories most repeated in 30 days",
      by: [.leaf], [.repeats, .appeals, .repeatShare], top: 30),
    Query(
      "repeats-places", .repeats, "重复诉求的社区×类别", "Repeats: community and category",
      by: [.community, .leaf], [.appeals], top: 30, only: .repeats),
    Query(
      "repeats-months", .repeats, "重复率逐月", "Repeat share month by month", by: [.month],
      [.appeals, .repeats, .repeatShare]),
    Query(
      "repeats-channels", .repeats, "各渠道重复、查重与并案",
      "Repeats, duplicates found and merged, by channel",
      by: [.channel], [.repeats, .repeatShare, .duplicates, .merged, .unmerged]),
    Query(
      "came-back", .repeats, "办结后30日内重办或重复的单位", "Units whose results come back in 30 days",
      by: [.unit], [.cameBack, .closed, .reopened], order: .descending(.cameBack), least: 5),
    Query(
      "reopenings", .repeats, "重办理由", "Grounds of reopening", by: [.ground], [.reopened]),
  ]
}
