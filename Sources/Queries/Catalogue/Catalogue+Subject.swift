/// What appeals are about, where, and when.
extension Catalogue {
  static let types: [Query] = [
    Query(
      "types", .type, "一级分类:多少、占比、按时与快慢", "First-level classes: how many, on time, how fast",
      by: [.level1], [.appeals, .ofAll, .repeatShare, .onTime, .median]),
    Query(
      "types-second", .type, "二级分类排行", "Ranking of second-level classes", by: [.level2],
      [.appeals, .ofAll, .onTime, .median], top: 40),
    Query(
      "types-leaf", .type, "三级分类排行", "Ranking of third-level categories", by: [.leaf],
      [.appeals, .ofAll, .onTime, .median], top: 40),
    Query(
      "types-nature", .type, "诉求性质构成与表现", "Natures: enquiry to thanks, and how they fare",
      by: [.nature], [.appeals, .ofAll, .onTime, .median, .slowest]),
    Query(
      "types-nature-class", .type, "各一级分类的性质构成", "Natures within each first-level class",
      by: [.level1, .nature], [.appeals, .ofAll], top: 60),
    Query(
      "types-slowest", .type, "办结最慢的类别(90%分位)", "Categories with the slowest tenth of closes",
      by: [.leaf], [.closed, .median, .slowest], order: .descending(.slowest), top: 20, least: 10),
    Query(
      "types-late", .type, "按时率最低的类别", "Categories least on time", by: [.leaf],
      [.dueCount, .onTime, .lateDays], order: .ascending(.onTime), top: 20, least: 10),
    Query(
      "types-limit", .type, "按时限长短看按时率", "On time by length of the limit", by: [.limit],
      [.dueCount, .onTime, .late, .lateDays]),
    Query(
      "types-misreported", .type, "最常被报错的类别(按立案类别)", "Categories most often reported as another",
      by: [.leaf], [.appeals, .misreported], order: .descending(.misreported), top: 20, least: 10),
    Query(
      "types-reported", .type, "报错类别的代价:首派、用时与按时",
      "The price of a wrong category: dispatch, time, lateness",
      by: [.reported], [.appeals, .firstRight, .median, .onTime]),
    Query(
      "types-returned", .type, "退件最多的类别:职责不清之处", "Categories most often sent back: unclear duties",
      by: [.leaf], [.assigned, .returns, .returnShare, .groundless],
      order: .descending(.returns), top: 20),
    Query(
      "types-workflow", .type, "一般流程与简易流程对比", "General against simple workflow",
      by: [.workflow], [.appeals, .onTime, .median, .slowest]),
  ]

  static let places: [Query] = [
    Query(
      "communities", .place, "道路或社区排行", "Ranking of roads or communities", by: [.community],
      [.appeals, .ofAll, .repeatShare, .onTime, .median]),
    Query(
      "streets", .place, "各片区(街道):多少与表现", "Areas (streets): how many, how they fare",
      by: [.street], [.appeals, .ofAll, .onTime, .median, .open]),
    Query(
      "hot-spots", .place, "热点:社区×类别", "Hot spots: community and category",
      by: [.community, .leaf], [.appeals, .repeats, .onTime], top: 40),
    Query(
      "streets-types", .place, "各街道的一级分类", "First-level classes in each street",
      by: [.street, .level1], [.appeals, .ofAll, .onTime], top: 60),
    Query(
      "communities-late", .place, "按时率最低的社区", "Communities least on time", by: [.community],
      [.dueCount, .onTime, .lateDays], order: .ascending(.onTime), least: 10),
    Query(
      "communities-repeats", .place, "重复率最高的社区", "Communities with most repeats",
      by: [.community], [.appeals, .repeats, .repeatShare], order: .descending(.repeatShare),
      least: 10),
    Query(
      "communities-months", .place, "各社区逐月诉求量", "Communities month by month",
      by: [.month, .community], [.appeals, .onTime]),
    Query(
      "streets-months", .place, "各街道逐月诉求量与在办", "Streets month by month, with the backlog",
      by: [.month, .street], [.appeals, .closed, .onTime, .open]),
    Query(
      "streets-channels", .place, "各街道的渠道构成", "Channels in each street",
      by: [.street, .channel], [.appeals, .ofAll]),
  ]

  static let times: [Query] = [
    Query(
      "hours", .time, "一天中何时反映", "Hours of the day at which people call",
      by: [.contactHour], [.appeals, .ofAll]),
    Query(
      "weekdays", .time, "一周各日", "Days of the week", by: [.weekday],
      [.appeals, .ofAll, .closed, .breaches]),
    Query(
      "weekday-hours", .time, "星期×时刻热力", "Weekday and hour", by: [.weekday, .contactHour],
      [.appeals]),
    Query(
      "days", .time, "逐日进出与在办", "Day by day: in, out, open", by: [.day],
      [.appeals, .closed, .breaches, .open]),
    Query(
      "weeks", .time, "逐周进出、按时与在办", "Week by week: in, out, on time, open", by: [.week],
      [.appeals, .closed, .onTime, .open, .overdue]),
    Query(
      "months", .time, "逐月进出、按时、快慢与在办", "Month by month: in, out, on time, speed, open",
      by: [.month], [.appeals, .closed, .onTime, .median, .open, .stars]),
    Query(
      "workdays", .time, "工作日与休息日", "Working days and days off", by: [.workday],
      [.appeals, .closed, .breaches, .tasks]),
    Query(
      "breach-hours", .time, "到期未结发生在几时", "At which hour deadlines are missed", by: [.hour],
      [.breaches, .nodeBreaches]),
    Query(
      "work-hours", .time, "几时在办理", "At which hour work is done", by: [.hour],
      [.tasks, .closed]),
    Query(
      "types-months", .time, "一级分类逐月(季节性)", "First-level classes month by month (season)",
      by: [.month, .level1], [.appeals]),
    Query(
      "mode", .time, "平时与战时受理的诉求", "Appeals taken in peacetime and in emergency", by: [.mode],
      [.appeals, .onTime, .median]),
    Query(
      "mode-changes", .time, "平战转换", "Changes between peacetime and emergency",
      by: [.street, .newMode], [.modeChanges]),
  ]
}
