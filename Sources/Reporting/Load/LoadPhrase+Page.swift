import ResultFiles

extension LoadPhrase {
  /// Sections of the page.
  static let pageTexts: [LoadPhrase: BilingualText] = [
    .thresholdsHead: both("阈值", "Thresholds"),
    .thresholdsIntro: both(
      "一项阈值写明何时算失败。带时段的阈值按每个时段判断，表中为最差的时段。",
      """
      A threshold says when the run fails. A windowed one is judged in every window; the table \
      shows the worst.
      """),
    .noThresholds: both(
      "没有设定阈值：用 --fail-if 可以设定。", "No threshold was set; --fail-if sets one."),

    .latencyHead: both("时延", "Latency"),
    .latencyIntro: both(
      "从命令本应开始的时刻起计，到提交之后的答复为止；按答复到达的那一秒归类，纵轴为对数刻度。没有答复的秒没有点。",
      """
      From the moment a command was meant to start to its answer, given when committed; by the \
      second in which the answer came, on a logarithmic scale. A second without answers has no point.
      """),
    .binned: both(
      "每个点代表 {n} 秒：p50 取各秒的中位数，p99 与最大值取各秒中最大的。",
      """
      A point stands for {n} seconds: the median of their p50, the largest of their p99 and maxima.
      """),
    .latencyTitle: both("时延随时间的变化", "Latency over time"),
    .latencyAlternative: both(
      "每秒的 p50、p99 与最大时延，并标出各阶段；数值见 timeline.csv。",
      "p50, p99 and maximum of each second, with the stages; the numbers are in timeline.csv."),
    .percentileTitle: both("时延的百分位：{operation}", "Percentiles of latency: {operation}"),
    .percentileIntro: both(
      "横轴为 1/(1−p) 的对数：右移一格，尾部只剩十分之一。蓝线与橙线分开处，命令在压测端里等过；橙线与绿线之间是排队。",
      """
      The horizontal axis is 1/(1−p), logarithmic: with each step to the right a tenth of the tail \
      is left. Where the first line leaves the second, commands waited in the driver; between the \
      second and the third they waited in the queue.
      """),
    .percentileAlternative: both(
      "自计划时刻、自发出时刻的时延与服务时间在各百分位的取值；数值见 percentiles.csv 与 .hgrm 文件。",
      """
      Latency from the intended start, from dispatch, and service time by percentile; the numbers \
      are in percentiles.csv and in the .hgrm files.
      """),
    .percentileAxis: both("百分位", "percentile"),

    .operationsHead: both("各项操作", "By operation"),
    .operationsIntro: both(
      "计划：到了该发出的时刻的命令；完成：得到提交之后的答复，按规则拒绝者也在内；丢弃：没有余地而未发出。",
      """
      Offered: commands that were due. Achieved: answered when committed, refusals by a rule \
      included. Dropped: not given, because there was no room.
      """),
    .countsCaption: both("{stage}：数量", "{stage}: counts"),
    .latenciesCaption: both("{stage}：时延", "{stage}: latencies"),
    .cellNote: both(
      "每格第一行自计划时刻起，第二行自发出时刻起，第三行为服务时间。",
      "In each cell: from the intended start, below it from dispatch, below that service time."),
    .stageCaption: both("{name}（{kind}）", "{name} ({kind})"),
    .stageNote: both(
      "第 {from} 至 {to} 秒，计划受理每秒 {rate} 件",
      "seconds {from} to {to}, {rate} accepts a second planned"),
    .stageNoteUnplanned: both("第 {from} 至 {to} 秒", "seconds {from} to {to}"),
    .stagesSummary: both("各阶段的数量与时延", "Counts and latencies of each stage"),

    .rateHead: both("负载、排队与日志", "Load, queue and log"),
    .rateIntro: both(
      "计划与完成分开之处，系统没有跟上；排队随之增长。预写日志（WAL）在检查点之间增长，检查点之后从头重用。",
      """
      Where achieved leaves offered, the system did not keep up, and the queue grows. The \
      write-ahead log grows from one checkpoint to the next and is then used again from its start.
      """),
    .rateTitle: both("计划与完成、排队深度、WAL 大小", "Offered and achieved, queue depth, size of the log"),
    .rateAlternative: both(
      "每秒的计划与完成命令数、秒末排队数与 WAL 字节数；数值见 timeline.csv。",
      """
      Commands offered and achieved in each second, those waiting at its end, bytes of the log; \
      the numbers are in timeline.csv.
      """),
    .ratePanel: both("命令/秒", "commands/s"),
    .queuePanel: both("排队命令数", "commands in the queue"),
    .walPanel: both("WAL，MB", "log, MB"),

    .memoryHead: both("内存", "Memory"),
    .memoryFlat: both(
      "除存储页缓存外，常驻内存没有可辨的增长：斜率每秒 {slope}，{confidence} 区间 {range}，含零。",
      """
      Beside the store's page cache, no growth of the resident memory is told from noise: its \
      slope is {slope} a second, {confidence} interval {range}, which holds zero.
      """),
    .memoryGrows: both(
      "除存储页缓存外，常驻内存在增长：斜率每秒 {slope}，{confidence} 区间 {range}；照此每小时 {hour}。",
      """
      Beside the store's page cache, the resident memory grows: by {slope} a second, {confidence} \
      interval {range}; {hour} an hour at that rate.
      """),
    .memoryShrinks: both(
      "除存储页缓存外，常驻内存在减少：斜率每秒 {slope}，{confidence} 区间 {range}。",
      """
      Beside the store's page cache, the resident memory shrinks: by {slope} a second, {confidence} \
      interval {range}.
      """),
    .memoryUnknown: both(
      "没有足够长的平稳阶段，无从估计内存的斜率。",
      "No stage at one level was long enough for a slope of the memory."),
    .memoryNote: both(
      """
      斜率取自最长的平稳阶段，不含全程的前十分之一。内核记住未结与近期办结的诉求，\
      其数目在情景的各个时限填满之前会增长，这段增长不是泄漏。
      """,
      """
      The slope is that of the longest stage at one level, without the first tenth of the run. The \
      core keeps open appeals, and remembers those that were closed lately: both grow until the \
      scenario's windows are full, and growth until then is no leak.
      """),
    .memoryTitle: both("常驻内存", "Resident memory"),
    .memoryAlternative: both(
      "每秒末的常驻内存（含与不含存储页缓存）与其趋势线；数值见 timeline.csv。",
      """
      Resident memory at the end of each second, with and without the store's page cache, and the \
      trend of the latter; the numbers are in timeline.csv.
      """),
    .memoryTrend: both("趋势线", "trend"),
    .resident: both("常驻内存，MB", "resident memory, MB"),
    .uncached: both("不含存储页缓存，MB", "without the store's page cache, MB"),

    .capacityHead: both("容量搜索", "Capacity search"),
    .capacityFound: both(
      "达到全部阈值的最高速率：每秒受理 {found} 件；选定之后又独立试了 {n} 次，{m} 次成立。",
      """
      Highest rate that meets the thresholds: {found} accepts a second; it held in {m} of {n} \
      fresh trials after it was decided on.
      """),
    .capacityNone: both("没有一个试过的速率达到全部阈值。", "No rate that was tried met the thresholds."),
    .capacityUnconfirmed: both(
      "有速率达到过全部阈值，但没有一个在重复时得到确认。",
      "Some rates met the thresholds once, and none was confirmed when it was run again."),
    .capacityConfidence: both(
      "再试一次仍成立的概率，95% 区间为 {low} 至 {high}（Wilson）。",
      "A further trial holds with a probability of {low} to {high} (Wilson, 95%)."),
    .capacityDriver: both(
      "这只是下限：更高的速率压测端自己给不出来，系统的极限没有量到。",
      """
      Lower bound only: the driver could not offer more, and the limit of the system was not \
      reached.
      """),
    .capacityMeasure: both("容量，受理/秒", "capacity, accepts/s"),
    .capacityBounds: both(
      "{lower} 曾成立，{upper} 未成立：真值应在两者之间，一次搜索不能说得更细。",
      """
      {lower} held and {upper} did not: the limit lies between them, and one search cannot say more \
      closely where.
      """),
    .capacityOpen: both(
      "直到搜索的上限都没有失败的速率，因此这只是下限。",
      "No rate failed up to the end of the search, so that this is a lower bound only."),
    .capacityIntro: both(
      "先加倍直到失败，再二分，再重复确认；选定之后的几次试验不再影响结果，只用来说明它有多可靠。每次试验从空存储开始。",
      """
      Doubling until one fails, then bisecting, then confirming the rate that was found. The trials \
      after the decision change nothing any more: they alone tell how often the rate holds. Each \
      trial begins with an empty store.
      """),
    .capacityTitle: both("试过的速率", "Rates that were tried"),
    .capacityAlternative: both(
      "按先后列出试过的速率，圆点为成立，三角为不成立；数值见下表。",
      "The rates in their order, discs where they held, triangles where not; numbers in the table."),
    .capacityCaption: both("试过的速率", "Rates that were tried"),
    .trial: both("试验", "Trial"),
    .phaseDouble: both("加倍", "doubling"),
    .phaseBisect: both("二分", "bisection"),
    .phaseConfirm: both("确认", "confirmation"),
    .rate: both("受理/秒", "Accepts/s"),
    .foundLabel: both("找到 {n}", "found {n}"),
  ]
}
