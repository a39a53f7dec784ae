import ResultFiles

extension LoadPhrase {
  /// Comparison, method and limits.
  static let methodTexts: [LoadPhrase: BilingualText] = [
    .comparisonHead: both("与此前一次相比", "Against an earlier run"),
    .comparisonIntro: both(
      "此前一次始于 {time}。时延自计划时刻起计；比为本次除以此前，差为本次减去此前。",
      """
      The earlier run began {time}. Latencies count from the intended start; a ratio is now over \
      earlier, a difference now minus earlier.
      """),
    .comparisonSame: both("两次的设置相同。", "Both runs have the same settings."),
    .comparisonDiffers: both(
      "两次的设置不同，差别可能由此而来：{list}。",
      "The settings differ, and what changed may come from that: {list}."),
    .comparisonLimits: both(
      """
      两边各只有一次运行。一次运行里的许多命令共用同一块磁盘、同一批邻居、同一段时间，它们说明这一次，\
      不说明下一次；各次之间相差多少，要重复几次才知道。因此几个百分点的差别什么也说明不了；\
      成倍的差别，在设置相同、机器空闲时，值得追查。
      """,
      """
      Each side is one run. The many commands of a run share its disk, its neighbours and its \
      hour: they tell about this run and not about the next, and how much runs differ among \
      themselves only repeating them can tell. A difference of a few per cent therefore means \
      nothing; a factor, with the same settings on a quiet machine, is worth following up.
      """),
    .comparisonSpread: both(
      "参照：平稳阶段各秒 p99 的中间五分之四，此前为 {earlier}，本次为 {now}。",
      """
      For scale: the middle four fifths of the p99 of single seconds at one level reach from {earlier} in the \
      earlier run, and from {now} in this one.
      """),
    .comparisonVoid: both(
      "两次中至少有一次作废，这一比较没有意义。",
      "At least one of the two runs is void, and the comparison means nothing."),
    .comparisonCaption: both("本次与此前", "Now and earlier"),

    .methodHead: both("方法与限度", "Method and limits"),
    .methodLatency: both(
      """
      三种时延都到答复为止，答复在提交之后才给出。自计划时刻：调用者会感到的；自发出时刻：\
      不含压测端自身的迟发；服务时间：从写线程取走命令起，不含排队。
      """,
      """
      All three latencies end with the answer, which is given only after the commit. From \
      the intended start is what a caller would have felt; from dispatch leaves out the driver's \
      own lateness; service time begins when the writer takes the command, so it leaves out the \
      queue.
      """),
    .methodCoordinated: both(
      """
      开放模型不等答复：系统停顿时命令照样到期，停顿因此计入自计划时刻的时延。\
      只看服务时间会漏掉它（协同遗漏）。
      """,
      """
      An open model does not wait for answers: commands fall due while the system stalls, and so \
      the stall is in the latency from the intended start. Service time alone would leave it out \
      (coordinated omission).
      """),
    .methodDriver: both(
      "压测端与系统同在一台机器上，分用其处理器与磁盘；分开运行时数字会更好。压测端自身的迟发逐条量出，"
        + "过大，或在 p99 占时延的四分之一以上、在 p99.9 占一半以上，则本次作废。",
      """
      Driver and system run on one machine and share its processors and its disk; apart, the \
      numbers would be better. The driver's own lateness is measured for each command, and a run in \
      which it is too large, or more than a quarter of the latency at p99 or half of it at p99.9, \
      is void.
      """),
    .methodStore: both(
      "synchronous=full 时，每次提交都等待磁盘确认；磁盘自身的写缓存若谎报，这里看不出来。",
      """
      With synchronous=full every commit waits until the disk says that it has the bytes; a disk \
      whose cache lies about that is not found out here.
      """),
    .methodStoreNormal: both(
      "synchronous=normal 时，提交不等待磁盘确认；进程崩溃不丢失数据，断电可能丢失最后的提交。",
      """
      With synchronous=normal a commit does not wait for the disk: a crash of the process loses \
      nothing, a loss of power may lose the last commits.
      """),
    .methodOneRun: both(
      "这是一次运行。直方图保留三位有效数字；百分位靠右处样本很少：p99.9 以上只由千分之一的命令决定。",
      """
      This is one run. Histograms keep three significant digits; far to the right few values stand \
      behind a percentile: beyond p99.9 it is one command in a thousand.
      """),
  ]
}
