/// What citizens need, which way they take, and what they do besides.
extension Catalogue {
  static let demand: [Key] = [
    Key(
      "table", .table, .required, "需求量与渠道构成表",
      "Volume and channel mix (item, value): `volume` and the id of each channel."),
    Key("profile", .table, .required, "各类日各小时需求率", "Needs an hour, by class of day."),
    Key("places", .table, .required, "类别与社区权重", "Weight of each leaf in each community."),
    Key("natures", .table, .required, "各类别的性质构成", "Shares of the natures, by leaf."),
    Key(
      "model", .table, .required, "波动、重复与轮询参数",
      "Busyness, prompt repeats and polling job, computed from the trace."),
    Key("polling_hours", .table, .required, "轮询时刻分布", "Weights of the hours for the polling job."),
    Key("channels", .table, .required, "台账中的渠道", "Channels of the trace (channel, id)."),
    Key(
      "affinity", .table, .required, "类别与渠道偏好",
      "Affinity of first-level classes to the channels of the trace."),
    Key(
      "late_repeats", .assumed(0...0.1, neutral: 0, in: 0...0.5), .usual("0.03"),
      "同一地点隔日再次反映的比例",
      "Share of needs followed by another of the same leaf and place some days later."),
    Key(
      "late_repeat_days", .assumed(2...21, neutral: 7, in: 1...365), .usual("7"),
      "隔日再次反映的平均天数", "Mean days until then; without effect at a share of 0."),
    Key(
      "sites", .integer(1...1_000_000), .usual("1000"), "每社区地点数",
      "Places told apart within a community."),
    Key(
      "volume_scale", .assumed(0.8...1.25, neutral: 1, in: 0...100), .usual("1"), "需求总量缩放",
      "Factor on all demand, beside the volume of the table."),
    Key(
      "season", .table, .required, "季节系数表(1至12月)",
      "Factors of the months (month, factor); the trace knows only a few weeks."),
    Key(
      "season_strength", .assumed(0...1.5, neutral: 0, in: 0...3), .usual("0"), "季节系数强度",
      "How far the factors of the season count; 0 is a year without seasons."),
    Key("surges", .named(surge), .usual("[]"), "需求激增", "Days of additional demand."),
  ]

  static let surge: [Key] = [
    Key("id", .text(.name), .required, "编号", "Name."),
    Key("start", .text(.date), .required, "首日", "First day."),
    Key(
      "factors", .table, .required, "各日倍数表",
      "Demand of each day relative to an ordinary one (day, factor)."),
    Key("places", .table, .required, "激增类别权重", "What the additional needs are about."),
    Key(
      "strength", .assumed(0...2, neutral: 0, in: 0...10), .usual("1"), "激增强度",
      "How far the factors of the surge count; 0 is no surge."),
  ]

  static let channel: [Key] =
    [
      Key("id", .text(.name), .required, "编号", "Name, as in the table of demand."),
      Key("title", .words, .required, "名称", "Title."),
      Key(
        "registration", .choice(["immediate", "batch", "delayed"]), .usual("immediate"), "登记方式",
        "How contact becomes registration: at once, by the city's polling job, after a delay."),
      Key(
        "delay_hours", .assumedHours(0...16, neutral: 0), .usual("0"), "登记延迟(工作小时)",
        "Working hours until someone registers a contact, where registration is delayed."),
      Key(
        "misclassification", .assumed(0...0.4, neutral: 0), .usual("0.1"), "市民选错类别的比例",
        "Share of appeals reported under a wrong leaf."),
      Key(
        "intake", .choice(["street", "district"]), .usual("street"), "首接分拨岗位",
        "Which post receives an appeal first under 1+6+N."),
      Key(
        "state", .choice(["open", "migrating", "closed"]), .usual("open"), "状态",
        "Open, open until a date, or closed."),
      Key("successor", .text(.name), .optional, "承接渠道", "Channel that takes over."),
      Key("closes_at", .text(.moment), .optional, "关闭时间", "Local time of closing, if migrating."),
      Key(
        "when_closed", .choice(["redirect", "refuse"]), .usual("redirect"), "关闭后处理",
        "What happens to a submission after closing."),
      Key(
        "requires", .list(.choice(["structured", "photos"])), .usual("[]"), "提交要求",
        "What a submission must bring: structured fields, photos."),
      Key(
        "promoted", .flag, .usual("false"), "主推渠道",
        "The entrance that the reform promotes, whose share is reported."),
    ] + wording

  static let legacyChannels: [Key] =
    [
      Key("count", .integer(0...240), .usual("0"), "数量", "Number of scattered channels."),
      Key(
        "share", .assumed(0...0.7, neutral: 0, in: 0...0.99), .usual("0"), "所占需求份额",
        "Share of needs that come by scattered channels."),
      Key(
        "delay_hours", .assumedHours(0...16, neutral: 0), .usual("0"), "登记延迟(工作小时)",
        "Working hours until someone looks into the account."),
      Key(
        "misclassification", .assumed(0...0.5, neutral: 0), .usual("0"), "市民选错类别的比例",
        "Share of appeals reported under a wrong leaf."),
      Key(
        "state", .choice(["open", "closed"]), .usual("open"), "状态",
        "Open, or closed and redirected to their successors."),
      Key(
        "successors", .list(.text(.name)), .usual("[]"), "承接渠道",
        "Channels that take over, in turn."),
      Key(
        "intake", .choice(["street", "district"]), .usual("street"), "首接分拨岗位",
        "Which post receives an appeal first under 1+6+N."),
    ] + wording

  private static let wording: [Key] = [
    Key(
      "free_text", .assumed(0...1, neutral: 0), .usual("0"), "自由文本的比例",
      "Share of contacts in free text, which a post must make clear."),
    Key(
      "photos", .assumed(0...1, neutral: 0), .usual("0"), "附照片的比例",
      "Share of contacts with photos."),
  ]

  static let citizens: [Key] = [
    Key(
      "duplicate", .assumed(0...0.15, neutral: 0), .usual("0.03"), "多渠道重复反映的比例",
      "Share of needs brought on a second channel at once."),
    Key(
      "repeat_enquiry", .assumed(0...0.25, neutral: 0), .usual("0.08"), "办理期间再次催问的比例",
      "Share of citizens who ask again while the appeal is open."),
    Key(
      "comes_back", .assumed(0...1, neutral: 0), .usual("0.5"), "结果不合格而未被发现时再次反映的比例",
      "Share of bad results, found by nobody, that citizens bring again."),
    Key(
      "patience_hours", .assumedHours(24...480, neutral: 240), .usual("{exponential: {mean: 96}}"),
      "再次催问前的等待(小时)", "Hours until a citizen asks again."),
    Key(
      "response", .assumed(0.05...0.6, neutral: 1), .usual("0.25"), "评价率",
      "Share of closed appeals that are appraised."),
    Key(
      "response_hours", .assumedHours(2...120, neutral: 0), .usual("{exponential: {mean: 24}}"),
      "结案到评价(小时)", "Hours from close to appraisal."),
    Key("satisfaction", .group(satisfaction), .usual("{}"), "满意度模型", "Score model."),
  ]

  private static let satisfaction: [Key] = [
    Key(
      "base", .assumed(3.8...5, neutral: 5, in: 1...5), .usual("4.6"), "立即办结时的期望星级",
      "Expected stars for an appeal closed at once, without return or redo."),
    Key(
      "slowness", .assumed(0...1.5, neutral: 0, in: 0...4), .usual("0.6"), "用满时限的失星",
      "Stars lost on speed when closing takes the whole limit."),
    Key(
      "per_return", .assumed(0...1, neutral: 0, in: 0...4), .usual("0.3"), "每次退件的失星",
      "Stars lost on attitude for each return."),
    Key(
      "per_redo", .assumed(0...1.5, neutral: 0, in: 0...4), .usual("0.6"), "每次返工的失星",
      "Stars lost on the result for each redo."),
    Key(
      "spread", .assumed(0.3...1.2, neutral: 0, in: 0...4), .usual("0.7"), "市民打分差异(标准差)",
      "Standard deviation of a citizen's disposition, in stars."),
  ]
}
