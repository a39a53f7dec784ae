/// From a load result to JSON.
struct LoadWriter {
  var histograms: Bool

  func document(_ result: LoadResult) -> JSONText {
    .object([
      ("schema", .string(result.schema)),
      (
        "verdict",
        .object([
          ("outcome", .string(result.verdict.outcome.rawValue)),
          ("reason", bilingual(result.verdict.reason)),
        ])
      ),
      ("settings", settings(result.settings)), ("driver", driver(result.driver)),
      ("thresholds", .array(result.thresholds.map(threshold))),
      ("capacity", result.capacity.map(capacity) ?? .null),
      ("chain_matches", result.chainMatches.map(JSONText.bool) ?? .null),
      ("memory", result.memory.map(memory) ?? .null),
      ("comparison", result.comparison.map(comparison) ?? .null),
      ("notices", .array(result.notices.map(bilingual))),
      ("notes", .array(result.notes.map(bilingual))),
      ("stages", .array(result.stages.map(stage))),
      ("operations", .array(result.operations.map(operation))),
      ("timeline", .array(result.timeline.map(second))),
    ])
  }

  private func bilingual(_ text: BilingualText) -> JSONText {
    .object([("zh", .string(text.zh)), ("en", .string(text.en))])
  }

  private func optional(_ value: Int?) -> JSONText { value.map(JSONText.integer) ?? .null }
  private func optional(_ value: String?) -> JSONText { value.map(JSONText.string) ?? .null }

  // MARK: How it was run

  private func settings(_ settings: LoadSettings) -> JSONText {
    .object([
      ("scenario", .string(settings.scenario)),
      ("scenario_title", bilingual(settings.scenarioTitle)),
      ("scenario_hash", .string(settings.scenarioHash)),
      ("explanation", optional(settings.explanation)),
      ("model", bilingual(settings.model)), ("preset", optional(settings.preset)),
      ("seed", .unsigned(settings.seed)), ("scale", .integer(settings.scale)),
      ("trace", optional(settings.trace)),
      ("patience_seconds", .number(settings.patienceSeconds)),
      ("started", .string(settings.started)),
      ("seconds", .number(settings.seconds)),
      (
        "machine",
        .object([
          ("cores", .integer(settings.machine.cores)), ("system", .string(settings.machine.system)),
          ("memory_bytes", .integer(settings.machine.memoryBytes)),
        ])
      ),
      (
        "store",
        .object([
          ("synchronous", .string(settings.store.synchronous)),
          ("batch_size", .integer(settings.store.batchSize)),
          ("batch_wait_ms", .number(settings.store.batchWaitMs)),
          ("queue_capacity", .integer(settings.store.queueCapacity)),
          ("is_in_memory", .bool(settings.store.isInMemory)),
        ])
      ),
      ("provenance", provenance(settings.provenance)),
    ])
  }

  private func provenance(_ provenance: Provenance) -> JSONText {
    .object([
      ("version", .string(provenance.version)), ("toolchain", .string(provenance.toolchain)),
      ("gsl_version", .string(provenance.gslVersion)),
      ("cpu_features", .array(provenance.cpuFeatures.map(JSONText.string))),
    ])
  }

  private func driver(_ use: LoadDriverUse) -> JSONText {
    .object([
      ("processor_share", .number(use.processorShare)),
      ("processor_share_limit", .number(use.processorShareLimit)),
      ("lateness_p99_limit_us", .integer(use.latenessP99LimitUs)),
      ("lateness_share_limit", .number(use.latenessShareLimit)),
      ("commands_per_accept", .optional(use.commandsPerAccept)),
    ])
  }

  private func stage(_ stage: LoadStage) -> JSONText {
    .object([
      ("name", .string(stage.name)), ("kind", .string(stage.kind.rawValue)),
      ("from", .number(stage.from)), ("seconds", .number(stage.seconds)),
      ("offered_per_second", .optional(stage.offeredPerSecond)),
      ("offered_per_second_at_end", .optional(stage.offeredPerSecondAtEnd)),
    ])
  }

  // MARK: What was measured

  private func operation(_ row: LoadOperation) -> JSONText {
    .object([
      ("stage", .string(row.stage)), ("operation", .string(row.operation)),
      ("offered", .integer(row.offered)), ("achieved", .integer(row.achieved)),
      ("refused", .integer(row.refused)), ("dropped", .integer(row.dropped)),
      ("errors", .integer(row.errors)), ("lateness", latency(row.lateness)),
      ("intended", latency(row.intended)), ("dispatch", latency(row.dispatch)),
      ("service", latency(row.service)),
    ])
  }

  private func latency(_ latency: Latency) -> JSONText {
    var members: [(String, JSONText)] = [
      ("count", .integer(latency.count)), ("mean_us", .number(latency.meanUs)),
      ("max_us", .integer(latency.maxUs)),
      (
        "percentiles",
        .object(latency.percentiles.map { (shortest($0.percent), .integer($0.us)) })
      ),
    ]
    if histograms {
      members.append(("bucket_us", .row(latency.buckets.map(\.us))))
      members.append(("bucket_count", .row(latency.buckets.map(\.count))))
    }
    return .object(members)
  }

  private func second(_ row: LoadSecond) -> JSONText {
    .object([
      ("second", .integer(row.second)), ("stage", .string(row.stage)),
      ("offered", .integer(row.offered)), ("submitted", .integer(row.submitted)),
      ("achieved", .integer(row.achieved)),
      ("errors", .integer(row.errors)), ("dropped", .integer(row.dropped)),
      ("p50_us", optional(row.p50Us)), ("p99_us", optional(row.p99Us)),
      ("max_us", optional(row.maxUs)), ("queue_depth", .integer(row.queueDepth)),
      ("batch_mean", .optional(row.batchMean)), ("resident_bytes", .integer(row.residentBytes)),
      ("cache_bytes", .integer(row.cacheBytes)), ("wal_bytes", .integer(row.walBytes)),
    ])
  }

  // MARK: What follows

  private func threshold(_ row: ThresholdOutcome) -> JSONText {
    .object([
      ("text", .string(row.text)), ("unit", .string(row.unit.rawValue)),
      ("measured", .optional(row.measured)), ("passed", .bool(row.passed)),
      ("is_at_least", .bool(row.isAtLeast)),
      ("window", row.window.map(window) ?? .null),
    ])
  }

  private func window(_ window: LoadWindow) -> JSONText {
    .object([("from", .number(window.from)), ("to", .number(window.to))])
  }

  private func interval(_ interval: Interval?) -> JSONText {
    interval.map { .object([("low", .number($0.low)), ("high", .number($0.high))]) } ?? .null
  }

  private func capacity(_ capacity: CapacityResult) -> JSONText {
    .object([
      ("found", .optional(capacity.found)), ("confirmed", .integer(capacity.confirmed)),
      ("confirmations", .integer(capacity.confirmations)),
      ("confidence", interval(capacity.confidence)), ("lower", .optional(capacity.lower)),
      ("upper", .optional(capacity.upper)), ("trials", .array(capacity.trials.map(trial))),
    ])
  }

  private func trial(_ trial: CapacityTrial) -> JSONText {
    .object([
      ("phase", .string(trial.phase.rawValue)), ("rate", .number(trial.rate)),
      ("achieved_per_second", .number(trial.achievedPerSecond)),
      ("seconds", .number(trial.seconds)), ("passed", .bool(trial.passed)),
      ("is_void", .bool(trial.isVoid)),
      ("reason", bilingual(trial.reason)), ("p50_us", optional(trial.p50Us)),
      ("p99_us", optional(trial.p99Us)),
    ])
  }

  private func memory(_ memory: MemoryTrend) -> JSONText {
    .object([
      ("bytes_per_second", .number(memory.bytesPerSecond)), ("interval", interval(memory.interval)),
      ("confidence", .number(memory.confidence)), ("window", window(memory.window)),
    ])
  }

  private func comparison(_ comparison: LoadComparison) -> JSONText {
    .object([
      ("earlier_started", .string(comparison.earlierStarted)),
      ("earlier_is_void", .bool(comparison.earlierIsVoid)),
      ("differences", .array(comparison.differences.map(bilingual))),
      ("earlier_spread_us", interval(comparison.earlierSpread)),
      ("spread_us", interval(comparison.spread)), ("rows", .array(comparison.rows.map(change))),
    ])
  }

  private func change(_ row: LoadChange) -> JSONText {
    .object([
      ("operation", .string(row.operation)), ("measure", .string(row.measure.rawValue)),
      ("earlier", .number(row.earlier)), ("now", .number(row.now)),
      ("difference", .number(row.difference)), ("ratio", .optional(row.ratio)),
    ])
  }
}
