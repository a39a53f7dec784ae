import ResultFiles

extension LoadPhrase {
  /// Verdict, facts, notices, tables, terminal.
  static let summaryTexts: [LoadPhrase: BilingualText] = [
    .title: both("呼应：负载测试", "Huying: load test"),
    .contents: both("目录", "Contents"),
    .verdictOk: both("合格", "Passed"),
    .verdictFailed: both("未达到阈值", "A threshold failed"),
    .verdictVoid: both("本次作废", "Void"),
    .verdictWrong: both("不合格", "Failed"),
    .verdictInterrupted: both("已中断", "Interrupted"),
    .modelFact: both("{model}", "{model}"),
    .presetFact: both("预设 {preset}", "preset {preset}"),
    .secondsFact: both("运行 {n} 秒", "{n} s"),
    .storeFact: both(
      "synchronous={synchronous}，每批至多 {batch} 条、等待至多 {wait} 毫秒",
      "synchronous={synchronous}, batches of up to {batch} after at most {wait} ms"),
    .machineFact: both("{cores} 核，{memory} 内存，{system}", "{cores} cores, {memory}, {system}"),
    .startedFact: both("始于 {time}", "begun {time}"),
    .explanationFact: both("解释 {explanation}", "explanation {explanation}"),
    .voidNotice: both(
      "压测端没有跟上自己的时间表：下列数字量到的是压测端，不能用来评价系统。请降低速率，或换用更多核的机器。",
      """
      The driver could not keep to its own schedule: the numbers below measured the driver and say \
      nothing of the system. Lower the rate, or use a machine with more cores.
      """),
    .droppedNotice: both(
      "{n} 条命令因没有余地而被丢弃：它们没有时延，因此各项时延偏于乐观。",
      """
      {n} commands were dropped because there was no room: they have no latency, so that all \
      latencies are on the optimistic side.
      """),
    .normalNotice: both(
      "synchronous=normal：提交在写入磁盘之前就给出答复，断电时最后几批可能丢失。下列数字不是持久化存储的数字。",
      """
      synchronous=normal: a commit is answered before it is on the disk, and with the power the \
      last ones may be lost. The numbers below are not those of a durable store.
      """),
    .memoryStoreNotice: both(
      "存储位于内存文件系统：持久化没有代价，数字不能代表磁盘。",
      """
      The store lay on a file system in memory, where making a commit durable costs nothing: the \
      numbers stand for no disk.
      """),
    .driverFact: both(
      "压测线程占处理器 {share}（上限 {limit}），迟发 p99 {p99}（上限 {p99limit}）",
      "driver at {share} of a processor (limit {limit}), its lateness p99 {p99} (limit {p99limit})"),
    .tapeFact: both(
      "情景规模 ×{scale}，每次受理带 {commands} 条命令",
      "scenario ×{scale}, {commands} commands to an accept"),
    .chainFact: both("链式散列与参照内核一致", "chain hash equals that of the reference core"),

    .stage: both("阶段", "Stage"),
    .operation: both("操作", "Operation"),
    .wholeRun: both("全程（不含预热）", "Whole run (without warm-up)"),
    .allOperations: both("全部操作", "all operations"),
    .offered: both("计划", "Offered"),
    .submitted: both("其中提交诉求", "of these submissions"),
    .offeredRate: both("计划/秒", "Offered/s"),
    .achieved: both("完成", "Achieved"),
    .achievedRate: both("完成/秒", "Achieved/s"),
    .refused: both("按规则拒绝", "Refused by a rule"),
    .dropped: both("丢弃", "Dropped"),
    .errors: both("错误", "Errors"),
    .driverP99: both("迟发 p99", "Driver lateness p99"),
    .maximum: both("最大", "max"),
    .median: both("中位数 p50", "median p50"),
    .intended: both("自计划时刻", "from the intended start"),
    .dispatch: both("自发出时刻", "from dispatch"),
    .service: both("服务时间", "service time"),
    .lateness: both("压测端迟发", "the driver's own lateness"),
    .perSecond: both("每秒 {n}", "{n}/s"),

    .threshold: both("阈值", "Threshold"),
    .measured: both("实测", "Measured"),
    .outcome: both("结果", "Outcome"),
    .passed: both("达到", "met"),
    .failed: both("未达到", "failed"),
    .notMeasured: both("未测到", "not measured"),
    .voidTrial: both("作废", "void"),
    .worstWindow: both("最差时段", "Worst window"),

    .figure: both("数量", "Figure"),
    .earlier: both("此前", "Earlier"),
    .now: both("本次", "Now"),
    .difference: both("差", "Difference"),
    .ratio: both("比", "Ratio"),
    .throughput: both("完成/秒", "achieved/s"),

    .kindWarmUp: both("预热", "warm-up"),
    .kindRamp: both("爬升", "ramp"),
    .kindStep: both("平台", "step"),
    .kindSpike: both("尖峰", "spike"),
    .kindSoak: both("久载", "soak"),
    .kindShaped: both("按情景形态", "shaped as the scenario"),
    .kindSearch: both("容量搜索", "capacity search"),

    .liveLeft: both("剩余 {n}", "{n} left"),
    .liveRate: both("每秒 {achieved}/{offered}", "{achieved}/{offered} a second"),
    .liveQueue: both("排队 {n}", "queue {n}"),
    .liveErrors: both("错误 {n}", "errors {n}"),
    .liveDropped: both("丢弃 {n}", "dropped {n}"),
    .colophon: both(
      "由呼应 {version} 生成（{toolchain}，CPU 特性 {cpu}）。情景指纹 {hash}，种子 {seed}。",
      "Made by Huying {version} ({toolchain}, CPU features {cpu}). Scenario {hash}, seed {seed}."),
  ]
}
