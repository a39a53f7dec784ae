/// How a load run was made: what was driven, how, and on what.
public struct LoadSettings: Sendable, Hashable, Decodable {
  /// Id and title of the scenario, and the hash of its resolved form.
  public var scenario: String
  public var scenarioTitle: BilingualText
  public var scenarioHash: String
  /// Id of the explanation; nil where none was laid over the scenario.
  public var explanation: String?
  /// The load model in words, `open, 2,000 a second`.
  public var model: BilingualText
  /// `smoke`, `load`, `stress`, `spike`, `soak`, `breakpoint`; nil for stages of one's own.
  public var preset: String?
  public var seed: UInt64
  /// How many times as large as in its document the scenario ran.
  public var scale: Int
  /// The table whose arrivals pace the run, as it was named; nil in other models.
  public var trace: String?
  /// How far behind its start a command of an open model may fall before it is dropped, in seconds.
  public var patienceSeconds: Double
  /// When the run began, ISO 8601 in UTC.
  public var started: String
  /// Wall-clock seconds that were driven: all of the stages', unless the run ended early.
  public var seconds: Double
  public var machine: LoadMachine
  public var store: LoadStore
  public var provenance: Provenance

  public init(
    scenario: String, scenarioTitle: BilingualText, scenarioHash: String, explanation: String?,
    model: BilingualText, preset: String?, seed: UInt64, scale: Int = 1,
    trace: String? = nil, patienceSeconds: Double = 1, started: String, seconds: Double,
    machine: LoadMachine, store: LoadStore, provenance: Provenance
  ) {
    self.scenario = scenario
    self.scenarioTitle = scenarioTitle
    self.scenarioHash = scenarioHash
    self.explanation = explanation
    self.model = model
    self.preset = preset
    self.seed = seed
    self.scale = scale
    self.trace = trace
    self.patienceSeconds = patienceSeconds
    self.started = started
    self.seconds = seconds
    self.machine = machine
    self.store = store
    self.provenance = provenance
  }
}

/// The machine that ran both driver and service.
public struct LoadMachine: Sendable, Hashable, Decodable {
  public var cores: Int
  public var system: String
  public var memoryBytes: Int

  public init(cores: Int, system: String, memoryBytes: Int) {
    self.cores = cores
    self.system = system
    self.memoryBytes = memoryBytes
  }
}

/// The options of the store and of its service.
public struct LoadStore: Sendable, Hashable, Decodable {
  /// `full` or `normal`, as it was asked for; a store that comes up with another is not opened.
  public var synchronous: String
  /// Most commands in a commit.
  public var batchSize: Int
  /// Longest wait of a batch for more commands, in milliseconds.
  public var batchWaitMs: Double
  public var queueCapacity: Int
  /// Whether it lay on a file system in memory, where a flush costs nothing.
  public var isInMemory: Bool

  public init(
    synchronous: String, batchSize: Int, batchWaitMs: Double, queueCapacity: Int,
    isInMemory: Bool = false
  ) {
    self.synchronous = synchronous
    self.batchSize = batchSize
    self.batchWaitMs = batchWaitMs
    self.queueCapacity = queueCapacity
    self.isInMemory = isInMemory
  }
}

/// What the driver itself used, what it was allowed, and what it gave.
public struct LoadDriverUse: Sendable, Hashable, Decodable {
  /// Of one processor, used by the driver's thread.
  public var processorShare: Double
  /// Beyond any of these the run is void: the thread's share of a processor, the 99th percentile of
  /// its lateness, and the share of the mean latency that its lateness may have.
  public var processorShareLimit: Double
  public var latenessP99LimitUs: Int
  public var latenessShareLimit: Double
  /// Commands that ride along with a submission, it included; nil where that is not known.
  public var commandsPerAccept: Double?

  public init(
    processorShare: Double, processorShareLimit: Double, latenessP99LimitUs: Int,
    latenessShareLimit: Double, commandsPerAccept: Double? = nil
  ) {
    self.processorShare = processorShare
    self.processorShareLimit = processorShareLimit
    self.latenessP99LimitUs = latenessP99LimitUs
    self.latenessShareLimit = latenessShareLimit
    self.commandsPerAccept = commandsPerAccept
  }
}
