public import CivicTime

/// What made a store: enough to find its policy again, and to refuse any other.
public struct StoreIdentity: Sendable, Hashable {
  /// The document as the host loaded it, `huying:baselines/pingshan-2018.yaml` for instance.
  public var scenario: String
  /// Of everything that decides the plan, as the scenario's loader computes it.
  public var scenarioHash: String
  /// The explanation laid over it, as the host named it.
  public var explanation: String?
  /// The first instant meant, and the one after the last.
  public var window: Range<Instant>
  /// Name of the time zone, `Asia/Shanghai` for instance.
  public var zone: String
  /// Of the demand that drives it; 0 where people do.
  public var seed: UInt64

  public init(
    scenario: String, scenarioHash: String, explanation: String? = nil, window: Range<Instant>,
    zone: String, seed: UInt64 = 0
  ) {
    self.scenario = scenario
    self.scenarioHash = scenarioHash
    self.explanation = explanation
    self.window = window
    self.zone = zone
    self.seed = seed
  }
}
