import ResultFiles

/// The words of an attribution that are not data; `{name}` stands for a value.
package enum AttributionPhrase: String, CaseIterable, Sendable {
  case title, contents, replicationsFact, windowFact, ordersFact, exactFact, costFact
  case caution, clash, withheldNotice, groupNotice
  case contributions, summaryIntro, summaryIntroExact, summaryCaption, spread, behaviourLine,
    endsLine
  case waterfallIntro, waterfallIntroExact, waterfallTitle, waterfallAlternative
  case lever, structureOnly, withBehaviour, lowToHigh, intervalLegend, intervalLegendExact
  case before, allLevers, ownLimits, withheld
  case tableSummary, tableUnder, shapley, alone, leftOut, parts, noiseAndOrders
  case leversHead, leversIntro, leversCaption, rows, needs, keys, effects, effect, none, use
  case assumptionsHead, assumptionsIntro, assumptionsCaption
  case methodHead, method, methodIntervals, methodOrders, methodExact, halfWidthNote

  package func text(_ language: ReportLanguage, _ values: [String: String] = [:]) -> String {
    (Self.texts[self]?[language] ?? rawValue).filled(values)
  }

  private static func both(_ zh: String, _ en: String) -> BilingualText {
    BilingualText(zh: zh, en: en)
  }

  package static let texts: [AttributionPhrase: BilingualText] = [
    .title: both("呼应：模型内归因", "Huying: attribution within the model"),
    .contents: both("目录", "Contents"),
    .replicationsFact: both("每个措施组合重复 {n} 次", "{n} replications of each set of levers"),
    .windowFact: both("统计期 {start} 至 {end}", "measured from {start} to {end}"),
    .ordersFact: both("每次重复随机抽取 {n} 个引入顺序", "{n} orders of the levers drawn in each replication"),
    .exactFact: both("穷举全部引入顺序", "all orders of the levers counted"),
    .costFact: both(
      "{coalitions} 个组合，{trials} 次试验", "{coalitions} sets of levers, {trials} trials"),
    .caution: both(
      "这是模型内的归因：数字取决于模型、基准方案的假设（列于文末，取其中值）与各措施的行为假设，不是对改革效果的实测。",
      """
      This attribution holds within the model: the numbers follow from it, from what the base \
      assumes (listed at the end, and taken at its middle, also by structure only) and from the \
      assumed responses, and are no measurement of the reform.
      """),
    .clash: both(
      "“{later}”与“{earlier}”对 {key} 的设定不同；同时采用时以前者为准。",
      """
      “{later}” and “{earlier}” set {key} to different values; where both are in force the former \
      wins.
      """),
    .withheldNotice: both(
      "“{levers}”改变方案自身的时限，“{indicator}”随自身时限变动，故不在此归因，只按统一时限评价。",
      """
      “{indicator}” moves with the scenario's own limits, and these levers change them: {levers}. \
      They get no bar there, and are judged by the reference limits only.
      """),
    .groupNotice: both(
      "有前提关系的措施作为一组（欧文值）：{groups}。",
      "Levers joined by needs enter as one group (Owen value): {groups}."),
    .contributions: both("归因：{indicator}", "Attribution: {indicator}"),
    .summaryIntro: both(
      "每项措施在各种引入顺序下的平均贡献（沙普利值），每列一种解释。首行为仅结构改变；其下为计入假设的行为，以及假设从低端到高端时的贡献（各项假设同时取同一端）。",
      """
      The mean contribution of each lever over the orders of the levers (Shapley value); a column \
      an explanation. First by structure only; below, with the assumed behaviour, and from the low \
      to the high end of the assumptions, where all of them are taken at the same end.
      """),
    .summaryIntroExact: both(
      "每项措施在各种引入顺序下的平均贡献（沙普利值），每列一种解释。",
      """
      The mean contribution of each lever over the orders of the levers (Shapley value); a column \
      an explanation.
      """),
    .behaviourLine: both("计入行为 {value}", "with behaviour {value}"),
    .endsLine: both("低端至高端 {range}", "low to high {range}"),
    .summaryCaption: both("{indicator}：各项措施的贡献", "{indicator}: contributions of the levers"),
    .spread: both("各解释之间", "Over the explanations"),
    .waterfallIntro: both(
      "瀑布图中每项措施两条：上为仅结构改变，下为计入假设的行为。各条从上一条的终点起，合计一行到达全部措施的结果；左侧竖线连接有前提关系的一组。",
      """
      In the waterfalls each lever has two bars: structure only above, with the assumed behaviour \
      below. Each starts where the one before ends, and the last row shows where all levers lead. \
      A line on the left joins the levers of a group.
      """),
    .waterfallIntroExact: both(
      "瀑布图中各条从上一条的终点起，合计一行到达全部措施的结果；左侧竖线连接有前提关系的一组。本例的措施均无行为假设，故只有一条。",
      """
      In the waterfalls each bar starts where the one before ends, and the last row shows where all \
      levers lead. A line on the left joins the levers of a group. No lever here assumes behaviour, \
      so each has one bar.
      """),
    .waterfallTitle: both("{indicator}，解释“{explanation}”", "{indicator}, under “{explanation}”"),
    .waterfallAlternative: both(
      "从无措施到全部措施的瀑布图；数值见下方表格。",
      "Waterfall from no lever to all levers; the numbers are in the table below."),
    .lever: both("措施", "Lever"),
    .structureOnly: both("仅结构改变", "structure only"),
    .withBehaviour: both("计入假设的行为", "with assumed behaviour"),
    .lowToHigh: both("假设的低端至高端", "low to high end of the assumptions"),
    .intervalLegend: both(
      "{confidence} 区间（模拟误差与抽样顺序）", "{confidence} interval (noise and drawn orders)"),
    .intervalLegendExact: both("{confidence} 区间（模拟误差）", "{confidence} interval (simulation noise)"),
    .before: both("无措施", "No lever"),
    .allLevers: both("全部措施", "All levers"),
    .ownLimits: both("自身时限改变（不归因）", "Own limits changed (not attributed)"),
    .withheld: both("改变自身时限，此处不归因", "changes own limits: not attributed here"),
    .tableSummary: both("数值：沙普利值、单独引入、单独撤除", "In numbers: Shapley value, alone, left out"),
    .tableUnder: both("解释“{explanation}”下的贡献", "Contributions under “{explanation}”"),
    .shapley: both("沙普利值", "Shapley value"),
    .alone: both("单独引入", "Alone"),
    .leftOut: both("单独撤除的损失", "Lost if left out"),
    .parts: both("{part}：{measure}", "{measure}, {part}"),
    .noiseAndOrders: both("误差 {noise}，顺序 {orders}", "noise {noise}, orders {orders}"),
    .leversHead: both("措施与假设", "The levers and what they assume"),
    .leversIntro: both(
      "“编号”为举措清单的行号。行为假设列出无此措施时的值、中值与低端至高端（低端为反应最弱的一端）。",
      """
      Rows are those of the inventory of measures. For each assumed response: its value without \
      the lever, the middle, and the range from its low end, where people respond least, to its \
      high end.
      """),
    .leversCaption: both("措施", "Levers"),
    .rows: both("编号", "Rows"),
    .needs: both("前提", "Needs"),
    .keys: both("结构性改变", "Changes by decision"),
    .effects: both("行为假设", "Assumed responses"),
    .effect: both(
      "{parameter}：{without} → {middle}（{low} 至 {high}）",
      "{parameter}: {without} → {middle} ({low} to {high})"),
    .none: both("无", "none"),
    .use: both(
      "{indicator}：{range}（全部措施时）", "{indicator}: {range} in a trial with all levers"),
    .assumptionsHead: both("基准方案的假设", "What the base assumes"),
    .assumptionsIntro: both(
      "以下假设在有无措施时都成立；区间反映的是模拟误差，不含这些假设。改动其中任何一项都会改变各措施的贡献。",
      """
      These hold with and without levers. The intervals above hold simulation noise and not these: \
      another value of any of them would change what the levers bring.
      """),
    .assumptionsCaption: both("“{base}”的假设", "Assumptions of “{base}”"),
    .methodHead: both("方法", "Method"),
    .method: both(
      "每个措施组合都在同一批需求上运行（相同种子与重复）。“单独引入”为在其前提之上加入该措施的差值；“单独撤除的损失”为全部措施减去撤除该措施（及以其为前提者）后的差值；沙普利值是在所有引入顺序上的平均贡献，各措施之和恰为全部措施的效果。",
      """
      Every set of levers meets the same needs (same seed, same replications). “Alone” is the \
      lever on top of what it needs; “lost if left out” is all levers less all without it and \
      without those that need it; the Shapley value is the mean contribution over the orders in \
      which the levers can come, and the values add up to what all bring together.
      """),
    .methodIntervals: both(
      "区间为 {confidence} 的 t 区间，以重复为样本。",
      "Intervals are Student's, at {confidence}, over the replications."),
    .methodOrders: both(
      "每次重复抽取各自的顺序，故区间同时包含模拟误差与顺序抽样；表中分列两部分，其平方和为总半宽的平方。低端与高端使用相同的顺序与需求。",
      """
      Every replication draws orders of its own, so the interval holds simulation noise and the \
      chance of the orders; the table names both parts, whose squares add up to the square of the \
      half-width. The low and high ends use the same orders and the same needs.
      """),
    .methodExact: both(
      "全部顺序均已计入，区间只含模拟误差。", "All orders are counted, so the interval holds simulation noise only."),
    .halfWidthNote: both(
      "“±”为 {confidence} 区间的半宽（份额类为百分点）。",
      "“±” is the half-width of a {confidence} interval (points for shares)."),
  ]
}
