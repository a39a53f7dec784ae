/// How a load run was made: what was driven, how, and on what.
public struct LoadSettings: Sendable, Hashable {
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
  /// When the run began, ISO 8601 in UTC.
  public var started: String
  /// Wall-clock seconds that were driven.
  public var seconds: Double
  public var machine: LoadMachine
  public var store: LoadStore
  public var provenance: Provenance

  public init(
    scenario: String, scenarioTitle: BilingualText, scenarioHash: String, explanation: String?,
    model: BilingualText, preset: String?, seed: UInt64, started: String, seconds: Double,
    machine: LoadMachine, store: LoadStore, provenance: Provenance
  ) {
    self.scenario = scenario
    self.scenarioTitle = scenarioTitle
    self.scenarioHash = scenarioHash
    self.explanation = explanation
    self.model = model
    self.preset = preset
    self.seed = seed
    self.started = started
    self.seconds = seconds
    self.machine = machine
    self.store = store
    self.provenance = provenance
  }
}

/// The machine that ran both driver and service.
public struct LoadMachine: Sendable, Hashable {
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
public struct LoadStore: Sendable, Hashable {
  /// `full` or `normal`, as read back from the database.
  public var synchronous: String
  /// Most commands in a commit.
  public var batchSize: Int
  /// Longest wait of a batch for more commands, in milliseconds.
  public var batchWaitMs: Double
  public var queueCapacity: Int

  public init(synchronous: String, batchSize: Int, batchWaitMs: Double, queueCapacity: Int) {
    self.synchronous = synchronous
    self.batchSize = batchSize
    self.batchWaitMs = batchWaitMs
    self.queueCapacity = queueCapacity
  }
}
