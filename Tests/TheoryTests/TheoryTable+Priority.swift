import EventEngine

// Classes: non-preemptive and preemptive priority, earliest due date.

extension TheoryTable {
  /// Two classes of M/M/1 with arrival rates 0.3 and 0.5.
  static func twoClasses(_ ranks: [StationPlan.Rank], isPreemptive: Bool = false) -> StationPlan {
    StationPlan(
      classes: zip([0.3, 0.5], ranks).map { rate, rank in
        StationPlan.Class(
          arrivals: .renewal(.exponential(mean: 1 / rate)), service: exponential, rank: rank)
      },
      discipline: .ranked, isPreemptive: isPreemptive, length: 100_000, warmUp: 2_000)
  }

  static let threeClasses = StationPlan(
    classes: zip(
      [0.2, 0.3, 0.1],
      [Draw.exponential(mean: 0.5), .constant(1), .gamma(shape: 4, mean: 2)]
    ).enumerated().map { index, pair in
      StationPlan.Class(
        arrivals: .renewal(.exponential(mean: 1 / pair.0)), service: pair.1,
        rank: .priority(index))
    },
    discipline: .ranked, length: 100_000, warmUp: 2_000)

  /// Σ ρₖ Wqₖ, which no order of service changes.
  static let workload: Metric = {
    0.3 * Measure.wait(ofClass: 0)($0) + 0.5 * Measure.wait(ofClass: 1)($0)
  }

  static let priority: [Study] = [
    .station(
      "M/M/1 non-preemptive", short: true, twoClasses([.priority(1), .priority(2)]),
      [
        ("PRI-NP1", Measure.wait(ofClass: 0), 1.142857142857143, 0.02),
        ("PRI-NP2", Measure.wait(ofClass: 1), 5.714285714285716, 0.05),
        ("INV-5", workload, 3.2, 0.02),
      ]),
    .station(
      "M/G/1 non-preemptive", threeClasses,
      [
        ("PRI-NPG1", Measure.wait(ofClass: 0), 0.5, 0.02),
        ("PRI-NPG2", Measure.wait(ofClass: 1), 0.8333333333333333, 0.02),
        ("PRI-NPG3", Measure.wait(ofClass: 2), 1.8750000000000004, 0.02),
      ]),
    .station(
      "M/M/1 preemptive", short: true,
      twoClasses([.priority(1), .priority(2)], isPreemptive: true),
      [
        ("PRI-PR1", Measure.sojourn(ofClass: 0), 1.4285714285714286, 0.02),
        ("PRI-PR2", Measure.sojourn(ofClass: 1), 7.142857142857145, 0.05),
      ]),
    .station(
      "M/M/1 by due date, one class far earlier", short: true,
      twoClasses([.due(-1e9), .due(0)]),
      [("INV-4", Measure.wait(ofClass: 0), 1.142857142857143, 0.02)]),
  ]
}
