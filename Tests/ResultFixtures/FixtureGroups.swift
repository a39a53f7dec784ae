import ResultFiles

extension FixtureBuilder {
  private static let channels = [
    ("12345", "12345 热线", "12345 hotline"), ("wechat", "微信“@坪山”", "WeChat “@Pingshan”"),
    ("web", "领导信箱", "Leaders' mailbox"), ("grid", "网格上报", "Grid officers"),
    ("digital-city", "数字城管", "Digital city management"), ("visit", "来访", "Visits"),
  ]
  private static let streets = [
    ("biling", "碧岭街道", "Biling"), ("kengzi", "坑梓街道", "Kengzi"),
    ("longtian", "龙田街道", "Longtian"), ("maluan", "马峦街道", "Maluan"),
    ("pingshan", "坪山街道", "Pingshan"), ("shijing", "石井街道", "Shijing"),
  ]
  private static let units = [
    "城市管理局|Urban management", "住房建设局|Housing and construction", "交通运输局|Transport",
    "水务局|Water", "环境保护局|Environment", "教育局|Education", "卫生健康局|Health",
    "人力资源局|Human resources", "市场监管局|Market supervision", "规划土地局|Planning and land",
    "公安分局|Police", "供电局|Power supply", "坪山街道办|Pingshan street office",
    "坑梓街道办|Kengzi street office", "马峦街道办|Maluan street office",
  ]
  private static let categories = [
    "市容环卫|Streets and cleaning", "环保水务|Environment and water", "交通运输|Transport",
    "住房城建|Housing and building", "劳动保障|Labour", "教育卫生|Schools and health",
    "市场监管|Markets", "治安维稳|Public order", "规土城建|Planning", "党建群团|Party and groups",
    "安全隐患|Safety hazards", "社区管理|Community", "消防安全|Fire safety", "民政服务|Civil affairs",
    "文体旅游|Culture and sport", "食药安全|Food and drugs", "其他|Other",
  ]

  mutating func addGroups(_ arm: Arm) {
    func pairs(_ lines: [String]) -> [(String, String, String)] {
      lines.enumerated().map { position, line in
        let parts = line.split(separator: "|").map(String.init)
        return ((position < 9 ? "k0" : "k") + "\(position + 1)", parts[0], parts[1])
      }
    }
    let members: [(GroupCount.Dimension, [(String, String, String)])] = [
      (.category, pairs(Self.categories)), (.channel, Self.channels), (.street, Self.streets),
      (.unit, pairs(Self.units)),
    ]
    for (dimension, list) in members {
      for (position, (key, zh, en)) in list.enumerated() {
        let due = Int(820_000 / Double((position + 1) * (position + 2)))
        let base = 0.96 - 0.02 * Double(position % 7)
        let share = min(0.995, base * factor(arm, 0) + 0.003 * random.normal())
        result.groups.append(
          GroupCount(
            scenario: arm.scenario, explanation: arm.explanation, dimension: dimension, key: key,
            title: BilingualText(zh: zh, en: en), due: due, onTime: Int(Double(due) * share),
            measuredShare: arm.scenario == FixtureSubjects.baseline ? base : nil))
      }
    }
  }

  mutating func addPosts(_ arm: Arm) {
    var posts = [("district", "district", "区指挥中心", "District centre", 9.0)]
    posts += Self.streets.map { ("street-\($0.0)", "street", $0.1 + "分中心", $0.2 + " centre", 4.0) }
    posts += Self.units.enumerated().map { position, line in
      let parts = line.split(separator: "|").map(String.init)
      return ("unit-\(position + 1)", "unit", parts[0], parts[1], Double(6 + position % 5 * 4))
    }
    posts.append(("grid", "grid", "网格员", "Grid officers", 140))
    for (position, (post, kind, zh, en, heads)) in posts.enumerated() {
      let base = 0.58 + 0.37 * Double((position * 7) % 11) / 11
      let busy = min(0.995, base * factor(arm, 12))
      result.posts.append(
        PostLoad(
          scenario: arm.scenario, explanation: arm.explanation, post: post, kind: kind,
          title: BilingualText(zh: zh, en: en), heads: heads, utilisation: busy,
          meanWaitHours: 0.8 * busy / (1 - min(busy, 0.98)), meanQueue: 3 * busy / (1.02 - busy)))
    }
  }

  mutating func addAssumptions() {
    for scenario in result.scenarios {
      let crews = scenario.id.hasSuffix("capacity-plus-10") ? "1.1" : "1.0"
      result.assumptions += [
        Assumption(
          scenario: scenario.id, parameter: "arrivals.volume_per_year", value: "41230",
          source: .measured,
          note: BilingualText(zh: "由 2018 年数据换算。", en: "Scaled from the 2018 trace.")),
        Assumption(
          scenario: scenario.id, parameter: "channels.wechat.share", value: "0.334",
          source: .quoted, note: BilingualText(zh: "报道所引。", en: "As the report says.")),
        Assumption(
          scenario: scenario.id, parameter: "dispatch.minutes_per_order", value: "6",
          source: .published, note: BilingualText(zh: "热线每单约六分钟。", en: "Some six minutes an order.")
        ),
        Assumption(
          scenario: scenario.id, parameter: "incentives.response", value: "0.05",
          range: Interval(low: 0, high: 0.1), neutral: 0, source: .assumed,
          note: BilingualText(zh: "激励对工效的影响，无数据。", en: "Effect of incentives on effort; no data.")),
        Assumption(
          scenario: scenario.id, parameter: "units.crew.effort_hours", value: "lognormal(2.4, 0.8)",
          range: Interval(low: 1.2, high: 4), source: .assumed,
          note: BilingualText(zh: "现场处置工时，无公开数据。", en: "Hands-on effort; nowhere published.")),
        Assumption(
          scenario: scenario.id, parameter: "units.crew.scale", value: crews,
          range: Interval(low: 0.8, high: 1.2), neutral: 1, source: .assumed,
          note: BilingualText(zh: "班组规模。", en: "Size of the crews.")),
      ]
    }
  }

  mutating func addReproduction() {
    for explanation in result.explanations {
      for (key, zh, en, unit, measured) in [
        ("on_time", "按时办结率", "On-time share", IndicatorRecord.Unit.share, 0.912),
        ("share_12345", "12345 占比", "Share of 12345", .share, 0.472),
        (
          "dispersion", "日件数方差均值比（12345 除外）", "Variance over mean of daily counts, without 12345",
          .score, 2.31
        ),
      ] {
        result.reproduction.append(
          ReproductionRow(
            explanation: explanation.id, key: key, title: BilingualText(zh: zh, en: en),
            unit: unit, measured: measured, simulated: measured * (1 + 0.006 * random.normal()),
            tolerance: unit == .share ? 0.015 : nil))
      }
    }
  }
}
