/// What people do with the measures, and how they answer them. Neutral unless given.
extension Catalogue {
  static let participation: [Key] = [
    Key(
      "clarify_hours", .assumedHours(0...1, neutral: 0, upTo: 1_000), .usual("0"),
      "理清自由文本诉求用时(小时)", "Hours of a post to make a free text clear."),
    Key(
      "known_citizens", .assumed(0...1, neutral: 0), .usual("0"), "可识别身份的比例",
      "Share of contacts whose citizen is known by a pseudonym."),
    Key("lanes", .group(lanes), .usual("{}"), "专用通道诉求占比", "Shares of needs by lane."),
    Key(
      "tags", .pairs(.assumed(0...0.2, neutral: 0)), .usual("{}"), "人工标签占比",
      "Shares of needs that staff give a tag at filing, by tag."),
    Key("support", .group(supportWork), .usual("{}"), "多单位协办", "Several units at one appeal."),
    Key("dispute", .group(dispute), .usual("{}"), "权责争议", "Responsibility in dispute."),
    Key("replies", .group(replies), .usual("{}"), "秒回", "Instant replies."),
    Key("exceptions", .group(exceptions), .usual("{}"), "例外", "What happens to few appeals."),
    Key(
      "call_back_hours", .assumedHours(0...1, neutral: 0, upTo: 1_000), .usual("0"),
      "每次回访用时(小时)", "Hours of a call-back."),
    Key(
      "call_back_error", .assumed(0...0.3, neutral: 0), .usual("0"), "回访误报的比例",
      "Share of call-backs that report the opposite of what is: whether the matter is solved."),
    Key(
      "groundless_returns", .assumed(0...0.3, neutral: 0), .usual("0"), "责任单位无据退件的比例",
      "Share of appeals that the right unit tries to send back at sign-in, without a ground."),
    Key(
      "chase_hours", .assumedHours(0...1, neutral: 0, upTo: 1_000), .usual("0"),
      "每次专人跟进用时(小时)", "Hours of a chaser's round."),
    Key(
      "liability_hours", .assumedHours(0...8, neutral: 0, upTo: 1_000), .usual("0"),
      "每次责任认定用时(小时)", "Hours of a decision on liability."),
    Key(
      "adopted", .assumed(0...0.5, neutral: 0), .usual("0"), "建议采纳率",
      "Share of suggestions adopted, in whole or in part."),
    Key(
      "adoption_hours", .assumedHours(0...720, neutral: 0), .usual("0"), "采纳决定前的时间(小时)",
      "Hours until the decision on a suggestion."),
    Key(
      "without_evidence", .assumed(0...0.5, neutral: 0), .usual("0"), "缺结果照片的比例",
      "Share of results reported without the evidence that a leaf requires."),
    Key(
      "evidence_hours", .assumedHours(0...8, neutral: 0, upTo: 1_000), .usual("0"),
      "补照片用时(小时)", "Hours until missing evidence is there."),
  ]

  private static let lanes: [Key] = [
    Key(
      "deputy", .assumed(0...0.05, neutral: 0, in: 0...0.3), .usual("0"), "代表委员",
      "Members of the people's congress and the consultative conference."),
    Key("talent", .assumed(0...0.05, neutral: 0, in: 0...0.3), .usual("0"), "人才", "Talents."),
    Key(
      "vulnerable", .assumed(0...0.1, neutral: 0, in: 0...0.3), .usual("0"), "困难群体",
      "Vulnerable groups."),
  ]

  private static let supportWork: [Key] = [
    Key(
      "share", .assumed(0...0.25, neutral: 0), .usual("0"), "需多单位协办的比例",
      "Share of appeals that need other units besides the lead."),
    Key("most_units", .integer(1...8), .usual("1"), "协办单位最多数", "One to this many others."),
    Key(
      "effort", .assumed(0...1, neutral: 0, in: 0...10), .usual("0"), "协办用时倍数",
      "Effort of a supporting unit as a multiple of its own handling."),
  ]

  private static let dispute: [Key] = [
    Key(
      "share", .assumed(0...0.5, neutral: 0), .usual("0"), "有争议的比例",
      "Share of appeals under these leaves whose unit disputes its duty."),
    Key(
      "leaves", .table, .optional, "可能有争议的类别表",
      "Leaves in question (level1, level2, level3); those of repair_first without it."),
    Key(
      "delay_hours", .assumedHours(0...240, neutral: 0), .usual("0"), "争议致迟(小时)",
      "Hours until work begins where the repair does not come first."),
  ]

  private static let replies: [Key] = [
    Key(
      "hit", .assumed(0...0.95, neutral: 0), .usual("0"), "秒回命中率",
      "Share of appeals with a prepared answer for which it is found at once."),
    Key(
      "accepted", .assumed(0.5...1, neutral: 1), .usual("1"), "秒回接受率",
      "Share of instant replies that citizens accept."),
    Key(
      "rejection_hours", .assumedHours(0...72, neutral: 0), .usual("0"), "拒绝前的时间(小时)",
      "Hours until the others are rejected."),
  ]

  private static let exceptions: [Key] = [
    Key(
      "extended", .assumed(0...0.1, neutral: 0), .usual("0"), "延期比例",
      "Share extended when the unit sees that the limit is too short (published: 0.2 %)."),
    Key("extension_days", .integer(1...60), .usual("3"), "延期工作日数", "Working days of it."),
    Key(
      "suspended", .assumed(0...0.2, neutral: 0), .usual("0"), "挂账比例",
      "Share of handlings suspended while they wait outside."),
    Key(
      "withdrawn", .assumed(0...0.05, neutral: 0), .usual("0"), "撤回比例",
      "Share of needs whose citizen withdraws."),
    Key(
      "withdrawal_hours", .assumedHours(0...240, neutral: 0), .usual("0"), "撤回前的时间(小时)",
      "Hours until then."),
  ]

  static let callAnswering: [Key] = [
    Key(
      "channels", .list(.text(.name)), .required, "接听的渠道", "Channels that are calls."),
    Key(
      "talk_hours", .assumedHours(0.03...0.3, neutral: 0, upTo: 100),
      .usual("{lognormal: {mean: 0.1, cv: 0.6}}"), "通话用时(小时)",
      "Hours of a call; published: some 6 minutes."),
    Key(
      "patience_hours",
      .distribution(
        ParameterRule(bounds: 0...8_760, source: .assumed, range: 0.01...1, neutral: 8_760)),
      .optional, "挂断前的等待(小时)", "Hours that a caller waits; for ever without it."),
    Key(
      "redial", .assumed(0...1, neutral: 0), .usual("0"), "挂断后重拨的比例",
      "Share of those who hang up and call again."),
    Key(
      "redial_hours", .assumedHours(0...24, neutral: 0), .usual("0"), "重拨前的时间(小时)",
      "Hours until then."),
  ]

  static let effects: [Key] = [
    effect(
      "easier_entry", 1...1.3, in: 0.1...10, "入口便利带来的需求倍数",
      "Demand as a multiple where entry is easier."),
    effect(
      "structured_errors", 0.3...1, "结构化填报下误报类别的倍数",
      "Factor on wrong categories of structured submissions."),
    Key(
      "effort_of_limits", .assumed(0...0.3, neutral: 0, in: -1...2), .usual("0"), "时限缩短对用时的弹性",
      "Exponent of effort in own over earlier limit: at 0.1, half the limit takes 7 % less."),
    Key(
      "limits_before", .table, .optional, "缩短前的时限表",
      "Limits that effort is compared with; those of service_levels.reference without it."),
    effect(
      "wait_after_rung", 0.3...1, "督办后习惯性等待剩余的倍数",
      "What is left of a habitual wait after a rung of the ladder rings, once an appeal."),
    effect(
      "outside_after_rung", 0.7...1, "督办后外部等待剩余的倍数",
      "What is left of a wait outside after a rung rings, once an appeal; nobody controls it."),
    effect(
      "wait_after_chase", 0.3...1, "专人跟进后习惯性等待剩余的倍数",
      "What is left of a habitual wait after a chaser's round."),
    effect(
      "outside_after_chase", 0.7...1, "专人跟进后外部等待剩余的倍数",
      "What is left of a wait outside after a chaser's round; nobody controls it."),
    effect(
      "groundless_under_supervision", 0.3...1, "督查下无据退件的倍数",
      "Factor on groundless returns where they count as evidence."),
    effect(
      "start_under_credits", 0.6...1, "积分激励下习惯启动点的倍数",
      "Factor on habitual starts where early closes earn credit."),
    effect(
      "redo_under_credits", 0.5...1, "积分激励下不合格结果的倍数",
      "Factor on bad results where five stars earn credit."),
    effect(
      "repeats_under_progress", 0.2...1, "进度公开下催问的倍数",
      "Factor on repeat enquiries where progress is visible."),
    effect(
      "redo_under_evidence", 0.2...1, "要求结果照片下不合格结果的倍数",
      "Factor on bad results where photos of the result are required."),
    Key(
      "early_action", .assumed(0...0.5, neutral: 0), .usual("0"), "预警后及早处置消除的后续需求",
      "Share of follow-up needs in a place that early action after an alert removes."),
    Key("early_action_days", .integer(1...365), .usual("14"), "其作用天数", "Days in which it does so."),
    effect(
      "start_in_emergency", 0.3...1, "战时习惯启动点的倍数", "Factor on habitual starts in an emergency area."
    ),
  ]

  /// A factor on what people do; 1 is no effect.
  private static func effect(
    _ name: String, _ range: ClosedRange<Double>, in bounds: ClosedRange<Double> = 0...10,
    _ zh: String, _ en: String
  ) -> Key {
    Key(name, .assumed(range, neutral: 1, in: bounds), .usual("1"), zh, en)
  }
}
