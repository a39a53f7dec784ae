/// What two load runs do not have in common, each as `name: earlier → now`.
struct SettingDifferences {
  private(set) var rows: [BilingualText] = []

  init(_ earlier: LoadResult, _ now: LoadResult) {
    let isSearch = earlier.capacity != nil && now.capacity != nil
    compareLoad(earlier.settings, now.settings)
    if !isSearch {
      // The rates of two searches are what they found.
      add("负载模型", "load model", earlier.settings.model, now.settings.model)
    }
    compareStages(earlier.stages, now.stages, ofRate: !isSearch)
    compareStore(earlier.settings.store, now.settings.store)
    compareMachine(earlier.settings, now.settings)
    add(
      "容量搜索", "capacity search", Self.flag(earlier.capacity != nil),
      Self.flag(now.capacity != nil))
  }

  private mutating func add(_ zh: String, _ en: String, _ old: BilingualText, _ new: BilingualText)
  {
    guard old != new else { return }
    rows.append(
      BilingualText(zh: "\(zh)：\(old.zh) → \(new.zh)", en: "\(en): \(old.en) → \(new.en)"))
  }

  private mutating func add(_ zh: String, _ en: String, _ old: String, _ new: String) {
    add(zh, en, BilingualText(zh: old, en: old), BilingualText(zh: new, en: new))
  }

  private static func flag(_ value: Bool) -> BilingualText {
    value ? BilingualText(zh: "是", en: "yes") : BilingualText(zh: "否", en: "no")
  }

  private mutating func compareLoad(_ old: LoadSettings, _ new: LoadSettings) {
    add("情景", "scenario", old.scenario, new.scenario)
    add(
      "情景指纹", "fingerprint of the scenario", String(old.scenarioHash.prefix(12)),
      String(new.scenarioHash.prefix(12)))
    add("解释", "explanation", old.explanation ?? "–", new.explanation ?? "–")
    add("预设", "preset", old.preset ?? "–", new.preset ?? "–")
    add("种子", "seed", String(old.seed), String(new.seed))
    add("规模", "scale", String(old.scale), String(new.scale))
    add("数据文件", "trace", old.trace ?? "–", new.trace ?? "–")
    add(
      "等待空位的时限（秒）", "patience, s", shortest(old.patienceSeconds),
      shortest(new.patienceSeconds))
    add("时长（秒）", "seconds", shortest(old.seconds.rounded()), shortest(new.seconds.rounded()))
  }

  /// Stages in a row that differ are one row each; of lists of other lengths, the lists.
  private mutating func compareStages(
    _ old: [LoadStage], _ new: [LoadStage], ofRate isRated: Bool
  ) {
    let (old, new) = (
      old.map { Self.text($0, isRated: isRated) }, new.map { Self.text($0, isRated: isRated) }
    )
    guard old.count == new.count else {
      return add("阶段", "stages", old.joined(separator: ", "), new.joined(separator: ", "))
    }
    for (old, new) in zip(old, new) { add("阶段", "stage", old, new) }
  }

  /// `hold step 500/50s`, `ramp ramp 0-500/10s`.
  private static func text(_ stage: LoadStage, isRated: Bool) -> String {
    let levels = [stage.offeredPerSecond, stage.offeredPerSecondAtEnd].map {
      $0.map(shortest) ?? "–"
    }
    let rate = levels[0] == levels[1] ? levels[0] : levels.joined(separator: "-")
    let kind = stage.kind.rawValue == stage.name ? "" : " " + stage.kind.rawValue
    let seconds = shortest((stage.seconds * 1_000).rounded() / 1_000)
    return "\(stage.name)\(kind) \(isRated ? rate : "")/\(seconds)s"
  }

  private mutating func compareStore(_ old: LoadStore, _ new: LoadStore) {
    add("synchronous", "synchronous", old.synchronous, new.synchronous)
    add("批量", "batch", String(old.batchSize), String(new.batchSize))
    add(
      "批次等待（毫秒）", "batch wait, ms", shortest(old.batchWaitMs), shortest(new.batchWaitMs))
    add("队列容量", "queue capacity", String(old.queueCapacity), String(new.queueCapacity))
    add("存储在内存中", "store in memory", Self.flag(old.isInMemory), Self.flag(new.isInMemory))
  }

  private mutating func compareMachine(_ old: LoadSettings, _ new: LoadSettings) {
    add("核数", "cores", String(old.machine.cores), String(new.machine.cores))
    add(
      "内存（字节）", "memory, bytes", String(old.machine.memoryBytes),
      String(new.machine.memoryBytes))
    add("操作系统", "system", old.machine.system, new.machine.system)
    add("版本", "version", old.provenance.version, new.provenance.version)
    add("工具链", "toolchain", old.provenance.toolchain, new.provenance.toolchain)
  }
}
