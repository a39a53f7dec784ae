/// From JSON to a load result.
enum LoadReader {
  static func result(_ document: JSONMembers) throws -> LoadResult {
    let verdict = try document.object("verdict")
    return LoadResult(
      settings: try settings(document.object("settings")),
      stages: try document.objects("stages").map(stage),
      operations: try document.objects("operations").map(operation),
      timeline: try document.objects("timeline").map(second),
      thresholds: try document.objects("thresholds").map(threshold),
      verdict: LoadVerdict(
        outcome: try verdict.choice("outcome"), reason: try verdict.bilingual("reason")),
      capacity: try document.optional("capacity") { try capacity(document.object($0)) },
      chainMatches: try document.optional("chain_matches", document.bool),
      memory: try document.optional("memory") { try memory(document.object($0)) },
      notes: try document.objects("notes").map { try $0.bilingual() },
      comparison: try document.optional("comparison") { try comparison(document.object($0)) })
  }

  // MARK: How it was run

  private static func settings(_ row: JSONMembers) throws -> LoadSettings {
    let machine = try row.object("machine")
    let store = try row.object("store")
    let made = try row.object("provenance")
    return LoadSettings(
      scenario: try row.string("scenario"), scenarioTitle: try row.bilingual("scenario_title"),
      scenarioHash: try row.string("scenario_hash"),
      explanation: try row.optional("explanation", row.string), model: try row.bilingual("model"),
      preset: try row.optional("preset", row.string), seed: try row.unsigned("seed"),
      started: try row.string("started"), seconds: try row.number("seconds"),
      machine: LoadMachine(
        cores: try machine.integer("cores"), system: try machine.string("system"),
        memoryBytes: try machine.integer("memory_bytes")),
      store: LoadStore(
        synchronous: try store.string("synchronous"), batchSize: try store.integer("batch_size"),
        batchWaitMs: try store.number("batch_wait_ms"),
        queueCapacity: try store.integer("queue_capacity")),
      provenance: Provenance(
        version: try made.string("version"), toolchain: try made.string("toolchain"),
        gslVersion: try made.string("gsl"), cpuFeatures: try made.strings("cpu_features")))
  }

  private static func stage(_ row: JSONMembers) throws -> LoadStage {
    LoadStage(
      name: try row.string("name"), kind: try row.choice("kind"), from: try row.number("from"),
      seconds: try row.number("seconds"),
      offeredPerSecond: try row.optional("offered_per_second", row.number),
      offeredPerSecondAtEnd: try row.optional("offered_per_second_at_end", row.number))
  }

  // MARK: What was measured

  private static func operation(_ row: JSONMembers) throws -> LoadOperation {
    LoadOperation(
      stage: try row.string("stage"), operation: try row.string("operation"),
      offered: try row.integer("offered"), achieved: try row.integer("achieved"),
      refused: try row.integer("refused"), dropped: try row.integer("dropped"),
      errors: try row.integer("errors"), lateness: try latency(row.object("lateness")),
      intended: try latency(row.object("intended")), dispatch: try latency(row.object("dispatch")),
      service: try latency(row.object("service")))
  }

  private static func latency(_ row: JSONMembers) throws -> Latency {
    let values = try row.integers("bucket_us")
    let counts = try row.integers("bucket_count")
    guard values.count == counts.count else {
      throw JSONMembers.Mistake(
        detail: "a histogram has \(values.count) values and "
          + "\(counts.count) counts")
    }
    let percentiles = try row.integerMembers("percentiles").map { key, us in
      guard let percent = Double(key) else {
        throw JSONMembers.Mistake(detail: "“\(key)” is no percentile")
      }
      return LatencyPercentile(percent: percent, us: us)
    }
    return Latency(
      count: try row.integer("count"), meanUs: try row.number("mean_us"),
      maxUs: try row.integer("max_us"), percentiles: percentiles.sorted { $0.percent < $1.percent },
      buckets: zip(values, counts).map { LatencyBucket(us: $0, count: $1) })
  }

  private static func second(_ row: JSONMembers) throws -> LoadSecond {
    LoadSecond(
      second: try row.integer("second"), stage: try row.string("stage"),
      offered: try row.integer("offered"), achieved: try row.integer("achieved"),
      errors: try row.integer("errors"), dropped: try row.integer("dropped"),
      p50Us: try row.optional("p50_us", row.integer),
      p99Us: try row.optional("p99_us", row.integer),
      maxUs: try row.optional("max_us", row.integer), queueDepth: try row.integer("queue_depth"),
      batchMean: try row.optional("batch_mean", row.number),
      residentBytes: try row.integer("resident_bytes"),
      cacheBytes: try row.integer("cache_bytes"), walBytes: try row.integer("wal_bytes"))
  }

  // MARK: What follows

  private static func threshold(_ row: JSONMembers) throws -> ThresholdOutcome {
    ThresholdOutcome(
      text: try row.string("text"), unit: try row.choice("unit"),
      measured: try row.optional("measured", row.number), passed: try row.bool("passed"),
      window: try row.optional("window") { try window(row.object($0)) })
  }

  private static func window(_ row: JSONMembers) throws -> LoadWindow {
    LoadWindow(from: try row.number("from"), to: try row.number("to"))
  }

  private static func interval(_ row: JSONMembers) throws -> Interval {
    Interval(low: try row.number("low"), high: try row.number("high"))
  }

  private static func capacity(_ row: JSONMembers) throws -> CapacityResult {
    CapacityResult(
      trials: try row.objects("trials").map(trial), found: try row.optional("found", row.number),
      confirmed: try row.integer("confirmed"), confirmations: try row.integer("confirmations"),
      lower: try row.optional("lower", row.number), upper: try row.optional("upper", row.number))
  }

  private static func trial(_ row: JSONMembers) throws -> CapacityTrial {
    CapacityTrial(
      phase: try row.choice("phase"), rate: try row.number("rate"),
      achievedPerSecond: try row.number("achieved_per_second"), seconds: try row.number("seconds"),
      passed: try row.bool("passed"), reason: try row.bilingual("reason"),
      p50Us: try row.optional("p50_us", row.integer), p99Us: try row.optional("p99_us", row.integer)
    )
  }

  private static func memory(_ row: JSONMembers) throws -> MemoryTrend {
    MemoryTrend(
      bytesPerSecond: try row.number("bytes_per_second"),
      interval: try interval(row.object("interval")), confidence: try row.number("confidence"),
      window: try window(row.object("window")))
  }

  private static func comparison(_ row: JSONMembers) throws -> LoadComparison {
    LoadComparison(
      earlierStarted: try row.string("earlier_started"),
      earlierIsVoid: try row.bool("earlier_is_void"),
      differences: try row.objects("differences").map { try $0.bilingual() },
      rows: try row.objects("rows").map {
        LoadChange(
          operation: try $0.string("operation"), measure: try $0.choice("measure"),
          earlier: try $0.number("earlier"), now: try $0.number("now"))
      },
      earlierSpread: try row.optional("earlier_spread_us") { try interval(row.object($0)) },
      spread: try row.optional("spread_us") { try interval(row.object($0)) })
  }
}
