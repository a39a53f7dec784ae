/// Tags and campaigns, the ladder, appraisal, answers, backlog.
extension Catalogue {
  static let tags: [Query] = [
    Query(
      "tags", .tags, "各标签的诉求", "Appeals by tag", by: [.tag],
      [.appeals, .onTime, .median, .stars]),
    Query(
      "tags-units", .tags, "各标签由谁办", "Who handles which tag", by: [.tag, .unit],
      [.assigned, .onTime], top: 60),
    Query(
      "tags-months", .tags, "标签逐月", "Tags month by month", by: [.month, .tag], [.appeals]),
    Query(
      "campaigns", .tags, "专项行动:纳入、办结与按时", "Campaigns: joined, closed, on time",
      by: [.campaign], [.joined, .closed, .onTime, .median]),
    Query(
      "campaigns-streets", .tags, "专项行动在各街道", "Campaigns in each street",
      by: [.campaign, .street], [.joined, .closed, .onTime, .open]),
    Query(
      "lanes", .tags, "专用通道:代表、人才、困难群体", "Dedicated lane: deputies, talents, vulnerable groups",
      by: [.lane], [.appeals, .onTime, .median, .stars]),
  ]

  static let ladder: [Query] = [
    Query("rungs", .ladder, "督办梯次", "Rungs of the ladder", by: [.rung], [.rungs]),
    Query(
      "rungs-units", .ladder, "各单位被催办、督办、通报、问责", "Rungs by unit: remind to account",
      by: [.unit], [.rungs, .reminders, .supervisions, .notices, .accounts]),
    Query(
      "rungs-months", .ladder, "督办梯次逐月", "Rungs month by month", by: [.month],
      [.reminders, .supervisions, .notices, .accounts]),
    Query(
      "evidence", .ladder, "推诿与慢作为的证据", "Evidence of shirking and idling", by: [.evidence],
      [.evidenceCount]),
    Query(
      "evidence-units", .ladder, "各单位推诿与慢作为证据", "Evidence of shirking and idling, by unit",
      by: [.unit], [.evidenceCount, .shirking, .idling, .heldToAccount]),
    Query(
      "evidence-staff", .ladder, "各人员推诿与慢作为证据", "Evidence of shirking and idling, by person",
      by: [.staff], [.evidenceCount, .shirking, .idling, .heldToAccount], top: 40),
    Query(
      "held-to-account", .ladder, "被追责的单位逐月", "Units held to account, by month",
      by: [.month, .unit], [.heldToAccount, .shirking, .idling], least: 1),
    Query(
      "credits-units", .ladder, "各单位加分", "Credits by unit", by: [.unit], [.points, .credits]),
    Query("credits", .ladder, "加分事由", "Reasons of credits", by: [.credit], [.credits, .points]),
    Query(
      "alerts", .ladder, "预警:社区×类别", "Alerts: community and category",
      by: [.community, .leaf, .alert], [.alerts], top: 40),
    Query(
      "letters", .ladder, "发给各监督部门的提醒函", "Reminder letters, by oversight body",
      by: [.body], [.letters]),
  ]

  static let appraisal: [Query] = [
    Query(
      "satisfaction-units", .appraisal, "各单位满意率,附评价率", "Satisfaction by unit, with who answered",
      by: [.unit], [.answers, .answerShare, .satisfaction, .dissatisfied, .stars],
      order: .ascending(.stars), least: 5),
    Query(
      "satisfaction-types", .appraisal, "各类别满意率,附评价率", "Satisfaction by class, with who answered",
      by: [.level1], [.answers, .answerShare, .satisfaction, .dissatisfied, .stars]),
    Query(
      "satisfaction-months", .appraisal, "满意率逐月", "Satisfaction month by month", by: [.month],
      [.answers, .answerShare, .satisfaction, .stars]),
    Query(
      "satisfaction-channels", .appraisal, "各渠道满意率", "Satisfaction by channel", by: [.channel],
      [.answers, .answerShare, .satisfaction, .stars]),
    Query(
      "stars", .appraisal, "星级分布", "Distribution of stars", by: [.stars], [.answers]),
    Query(
      "stars-dimensions", .appraisal, "各街道速度、结果、态度、系统四维评价",
      "Speed, result, attitude, system, by street",
      by: [.street], [.answers, .speed, .result, .attitude, .system]),
    Query(
      "call-backs", .appraisal, "回访是否解决,按单位", "Solved, as call-backs say, by unit", by: [.unit],
      [.solvedByCall, .sideDone], order: .ascending(.solvedByCall)),
  ]

  static let answers: [Query] = [
    Query(
      "instant-replies", .answers, "秒回:各类别占比与被拒", "Instant replies by category, and those rejected",
      by: [.leaf], [.instant, .instantShare, .instantRejected], top: 30),
    Query(
      "answers", .answers, "各答复模板的使用与被拒", "Answers used, and those rejected", by: [.answer],
      [.instant, .instantRejected]),
    Query(
      "side-tasks", .answers, "协办、责任认定、回访、跟进", "Side tasks: support, liability, call-back, chase",
      by: [.sideTask], [.sideOpened, .sideDone]),
    Query(
      "disputes", .answers, "责任争议与轮候协办,按单位", "Disputed duties and support in turn, by unit",
      by: [.unit], [.disputed, .planned, .withdrawn]),
    Query(
      "liability", .answers, "先抢修后问责:责任认定结果", "Repair first: units found liable",
      by: [.liable], [.sideDone]),
    Query(
      "suggestions", .answers, "建议的采纳状态", "Adoption of suggestions", by: [.adoption],
      [.suggestionStates], only: .suggestions),
    Query(
      "suggestions-types", .answers, "各类别建议与采纳", "Suggestions and adoptions, by class",
      by: [.level1], [.appeals, .adopted], only: .suggestions),
  ]

  static let backlog: [Query] = [
    Query(
      "backlog-age", .backlog, "在办件的时长分布", "Open appeals by age", by: [.age],
      [.open, .overdue]),
    Query(
      "backlog-units", .backlog, "各单位在办与最久在办", "Open appeals by unit, and the oldest",
      by: [.unit], [.open, .overdue, .meanAge, .oldest]),
    Query(
      "backlog-streets", .backlog, "各街道在办与最久在办", "Open appeals by street, and the oldest",
      by: [.street], [.open, .overdue, .meanAge, .oldest]),
    Query(
      "backlog-types", .backlog, "在办最多的类别", "Open appeals by category", by: [.leaf],
      [.open, .overdue, .oldest], top: 30),
    Query(
      "close-times", .backlog, "办结用时分布", "Distribution of the time to close",
      by: [.closeTime], [.closed]),
    Query(
      "late-by", .backlog, "超时长短分布", "How late the late ones are", by: [.lateBy], [.dueCount]),
  ]
}
