import ResultFiles

/// Ready-made lists of stages.
public enum Preset: String, Sendable, CaseIterable {
  /// Does it work at all: 1 % of the rate, at most 20 a second.
  case smoke
  /// The expected load: a ramp, then the rate.
  case load
  /// Half, once, one and a half times and twice the rate, in steps.
  case stress
  /// The rate, three times the rate for a fifth of the time, and the rate again.
  case spike
  /// The rate for long, to see whether memory and latency stay.
  case soak
  /// A ramp to five times the rate, to see where it breaks.
  case breakpoint

  /// How long it takes unless told, in seconds.
  public var usualSeconds: Double {
    switch self {
    case .smoke: 10
    case .load: 60
    case .stress: 120
    case .spike: 60
    case .soak: 600
    case .breakpoint: 120
    }
  }

  /// - Parameters:
  ///   - rate: accepts per second, or users in a closed model.
  ///   - seconds: of the whole run.
  public func stages(rate: Double, seconds: Double) -> [StagePlan] {
    switch self {
    case .smoke:
      [StagePlan(name: "smoke", kind: .step, level: min(20, max(1, rate / 100)), seconds: seconds)]
    case .load:
      [
        StagePlan(name: "ramp", kind: .ramp, from: 0, to: rate, seconds: seconds / 6),
        StagePlan(name: "hold", kind: .step, level: rate, seconds: seconds * 5 / 6),
      ]
    case .stress:
      [0.5, 1, 1.5, 2].map { share in
        StagePlan(
          name: "step-\(Int(share * 100))", kind: .step, level: rate * share, seconds: seconds / 4)
      }
    case .spike:
      [
        StagePlan(name: "before", kind: .step, level: rate, seconds: seconds * 2 / 5),
        StagePlan(name: "spike", kind: .spike, level: rate * 3, seconds: seconds / 5),
        StagePlan(name: "after", kind: .step, level: rate, seconds: seconds * 2 / 5),
      ]
    case .soak:
      [
        StagePlan(name: "warm-up", kind: .warmUp, from: 0, to: rate, seconds: seconds / 20),
        StagePlan(name: "soak", kind: .soak, level: rate, seconds: seconds * 19 / 20),
      ]
    case .breakpoint:
      [StagePlan(name: "ramp", kind: .ramp, from: 0, to: rate * 5, seconds: seconds)]
    }
  }
}
