/// What a chief answers for, and this period against the last.
extension Catalogue {
  /// Response, solution, satisfaction, lateness, oldest open, what came back, extensions.
  private static let answerable: [Measure] = [
    .assigned, .response, .solution, .satisfaction, .answerShare, .late, .lateDays, .oldest,
    .cameBack, .extensions,
  ]

  static let chief: [Query] = [
    Query(
      "chief-units-months", .chief, "各单位逐月:响应率、解决率、满意率(附评价率)、超时、最久在办、重办、延期",
      "Units monthly: response, solution, satisfaction and who answered, lateness, age, back",
      by: [.month, .unit], answerable),
    Query(
      "chief-streets-months", .chief, "各街道逐月:响应率、解决率、满意率(附评价率)、超时、最久在办、重办、延期",
      "Streets monthly: response, solution, satisfaction and who answered, lateness, age, back",
      by: [.month, .street], answerable),
    Query(
      "chief-units", .chief, "各单位全期应答事项", "Units over the window: what their chiefs answer for",
      by: [.unit], answerable),
    Query(
      "chief-streets", .chief, "各街道全期应答事项", "Streets over the window: what their chiefs answer for",
      by: [.street], answerable),
    Query(
      "chief-months", .chief, "全区逐月应答事项", "The district monthly: what its chief answers for",
      by: [.month], answerable),
    Query(
      "chief-worst", .chief, "响应率最低的单位", "Units slowest to respond", by: [.unit],
      [.assigned, .response, .nodeBreaches], order: .ascending(.response), top: 20, least: 10),
    Query(
      "topics", .chief, "居民议事会选题:最热的类别,及其是否反复、迟缓、令人不满",
      "Topics for citizens' meetings: the hottest categories; do they repeat, run late, displease",
      by: [.leaf],
      [.appeals, .ofAll, .repeatShare, .cameBack, .onTime, .stars], top: 10, least: 5),
    Query(
      "topics-streets", .chief, "各街道议事会选题:最热的类别",
      "Topics for citizens' meetings in each street: the hottest categories",
      by: [.street, .leaf], [.appeals, .repeatShare, .onTime, .stars], top: 30, least: 3),
  ]

  static let changes: [Query] = [
    Query(
      "week-on-week", .change, "全区本周对上周", "The district, this week against the last",
      [.appeals, .closed, .onTime, .median, .returns, .reopened, .open], comparing: .week),
    Query(
      "month-on-month", .change, "全区本月对上月", "The district, this month against the last",
      [.appeals, .closed, .onTime, .median, .returns, .reopened, .open], comparing: .month),
    Query(
      "types-rising", .change, "本周上升最快的类别", "Categories rising fastest this week",
      by: [.leaf], [.appeals], top: 20, least: 5, comparing: .week),
    Query(
      "types-month-on-month", .change, "一级分类本月对上月", "Classes, this month against the last",
      by: [.level1], [.appeals, .onTime], comparing: .month),
    Query(
      "communities-rising", .change, "本周上升最快的社区", "Communities rising fastest this week",
      by: [.community], [.appeals], top: 20, least: 5, comparing: .week),
    Query(
      "streets-week-on-week", .change, "各街道本周对上周", "Streets, this week against the last",
      by: [.street], [.appeals, .onTime, .open], comparing: .week),
    Query(
      "units-week-on-week", .change, "各单位本周对上周", "Units, this week against the last",
      by: [.unit], [.assigned, .onTime, .returns], top: 40, comparing: .week),
    Query(
      "units-month-on-month", .change, "各单位按时率本月对上月", "Units on time, this month against the last",
      by: [.unit], [.dueCount, .onTime, .lateDays], top: 40, least: 5, comparing: .month),
    Query(
      "channels-month-on-month", .change, "各渠道本月对上月", "Channels, this month against the last",
      by: [.channel], [.appeals, .repeats], comparing: .month),
  ]
}
