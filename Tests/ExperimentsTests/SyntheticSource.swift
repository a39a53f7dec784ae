import Experiments
import Indicators
import RandomStreams

/// Trials by formula: shares on time that depend on scenario, explanation and assumptions, with
/// noise that all arms share and noise of their own.
struct SyntheticSource: TrialSource {
  var scenarioCount = 2
  var explanationCount = 1
  var assumptionKeys: [String] = []
  /// On-time share of a scenario under an explanation at a point, without noise.
  var share: @Sendable (ArmIndex, AssumptionPoint) -> Double = { arm, _ in
    0.8 + 0.05 * Double(arm.scenario)
  }
  var common = 0.02
  var own = 0.005
  /// Slows some trials down, so that threads finish out of order.
  var work: @Sendable (UInt32) -> Int = { _ in 0 }

  struct Setting: Sendable {
    var arm: ArmIndex
    var point: AssumptionPoint
  }

  func setting(_ arm: ArmIndex, at point: AssumptionPoint?) throws -> Setting {
    Setting(arm: arm, point: point ?? [:])
  }

  func run(
    _ setting: Setting, seed: UInt64, replication: UInt32, cancellation: Cancellation
  ) throws -> TrialMeasures {
    let shared = noise(seed, replication, purpose: 1)
    let single = noise(
      seed, replication, purpose: 2,
      subject: UInt64(setting.arm.scenario * 16 + setting.arm.explanation))
    var spin = 0.0
    for step in 0..<work(replication) { spin += Double(step).squareRoot() }
    let value = share(setting.arm, setting.point) + common * shared + own * single
    var measures = TrialMeasures()
    measures.scalars.reference = TimelyCount(
      due: 1_000_000, onTime: Int((min(1, max(0, value)) * 1_000_000).rounded()))
    measures.scalars.own = measures.scalars.reference
    measures.scalars.breaches = Int(1_000 - 1_000 * value)
    measures.scalars.submitted = spin < 0 ? 0 : 10
    measures.daily = Array(repeating: DayRow(), count: 9)
    return measures
  }

  /// Uniform with mean 0 and variance 1.
  private func noise(
    _ seed: UInt64, _ replication: UInt32, purpose: UInt8, subject: UInt64 = 0
  ) -> Double {
    var stream = RandomStream(
      seed: seed, replication: replication, key: StreamKey(purpose: purpose, subject: subject))
    return (stream.uniform() - 0.5) * 12.0.squareRoot()
  }
}

/// A stop that never comes.
let goOn = Cancellation()
