import Indicators

/// One scenario under one explanation, by their places in the experiment.
public struct ArmIndex: Hashable, Sendable, Comparable {
  public var scenario: Int
  public var explanation: Int

  public init(scenario: Int, explanation: Int) {
    self.scenario = scenario
    self.explanation = explanation
  }

  public static func < (left: ArmIndex, right: ArmIndex) -> Bool {
    (left.scenario, left.explanation) < (right.scenario, right.explanation)
  }
}

/// A set of assumptions: places in the ranges of assumed parameters, 0 at the low end, 1 at the
/// high end, by key. A scenario that has the parameter takes the value there; others ignore it.
public typealias AssumptionPoint = [String: Double]

/// Where trials come from: the world in the product, a formula in tests.
public protocol TrialSource: Sendable {
  /// What a trial needs to run, made once for an arm and a set of assumptions.
  associatedtype Setting: Sendable

  var scenarioCount: Int { get }
  var explanationCount: Int { get }

  /// Keys of the assumed parameters with a range, in a fixed order.
  var assumptionKeys: [String] { get }

  /// - Parameter point: nil for the values as the scenario states them.
  func setting(_ arm: ArmIndex, at point: AssumptionPoint?) throws -> Setting

  /// Runs one trial. The same seed and replication give the same needs in every setting.
  func run(
    _ setting: Setting, seed: UInt64, replication: UInt32, cancellation: Cancellation
  ) throws -> TrialMeasures
}

extension TrialSource {
  /// All arms: scenarios in order, each under every explanation in order.
  var arms: [ArmIndex] {
    (0..<scenarioCount).flatMap { scenario in
      (0..<explanationCount).map { ArmIndex(scenario: scenario, explanation: $0) }
    }
  }
}
