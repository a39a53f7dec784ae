import AppealWorld

/// What a scenario's tape is like, found by running its trial once without a service.
public struct TapeProbe: Sendable, Equatable {
  /// Commands of all kinds for one accepted appeal: staff commands ride along with this mix.
  public var commandsPerAccept: Double
  /// Appeals accepted in the whole window, or as many as were asked for.
  public var accepts: Int
  public var commands: Int

  /// Runs the trial until so many appeals are accepted, or to its end. About 0.3 s for 100,000.
  ///
  /// - Throws: `WorldPlanError`; ``LoadPlanError`` if no appeal is accepted.
  public init(plan: WorldPlan, seed: UInt64, accepts wanted: Int = .max) throws {
    let world = try TapeWorld(plan: plan, seed: seed)
    (accepts, commands) = (0, 0)
    while accepts < wanted, let chunk = world.next() {
      commands += chunk.count
      accepts = chunk.steps[chunk.count - 1].accepted.index
    }
    guard accepts > 0 else {
      throw LoadPlanError("the scenario brings no appeal that is accepted; raise its demand")
    }
    commandsPerAccept = max(1, Double(commands) / Double(accepts))
  }

  /// How many times as large the organisation must be for its window to bring `accepts`, with a
  /// fifth to spare.
  ///
  /// - Parameter probe: of the scenario at its own size, over its whole window.
  public func scale(for accepts: Double) -> Int {
    max(1, Int((1.2 * accepts / Double(self.accepts)).rounded(.up)))
  }
}
