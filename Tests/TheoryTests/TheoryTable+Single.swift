import EventEngine

// One server. Facts and sources: the table of theory cases.

extension StationPlan {
  /// Poisson arrivals to one class.
  static func poisson(
    _ rate: Double, _ service: Draw, servers: Int = 1, length: Double, warmUp: Double = 0
  ) -> StationPlan {
    var plan = StationPlan(
      classes: [Class(arrivals: .renewal(.exponential(mean: 1 / rate)), service: service)])
    plan.servers = servers
    plan.length = length
    plan.warmUp = warmUp
    return plan
  }

  func with(_ change: (inout StationPlan) -> Void) -> StationPlan {
    var plan = self
    change(&plan)
    return plan
  }
}

extension TheoryTable {
  static let exponential = Draw.exponential(mean: 1)

  static let singleServer: [Study] = [
    .station(
      "M/M/1 half loaded", short: true,
      .poisson(0.5, exponential, length: 50_000, warmUp: 500).with { $0.deadline = 5 },
      [
        ("MM1-1a", Measure.wait, 1.0, 0.02),
        ("MM1-1b", Measure.numberInSystem, 1.0, 0.02),
        ("MM1-1c", Measure.sojournQuantile(0.95), 5.991464547107982, 0.05),
        ("MM1-1d", Measure.inTime, 0.9179150013761012, 0.01),
        ("MG1-BP", Measure.busyPeriod, 2.0, 0.02),
      ]),
    .station(
      "M/M/1 of 0.9",
      .poisson(0.9, exponential, length: 200_000, warmUp: 5_000).with { $0.deadline = 5 },
      [
        ("MM1-2a", Measure.wait, 9.000000000000002, 0.05),
        ("MM1-2b", Measure.numberInSystem, 9.000000000000002, 0.05),
        ("MM1-2c", Measure.sojournQuantile(0.95), 29.957322735539915, 0.05),
        ("MM1-2d", Measure.inTime, 0.39346934028736646, 0.01),
      ]),
    .station(
      "M/M/1 of Simio's book", short: true,
      .poisson(48, .exponential(mean: 1.0 / 60), length: 1_000, warmUp: 20),
      [
        ("MM1-SIMIO", Measure.scaled(60, Measure.sojourn), 5.0, 0.02),
        ("MM1-SIMIO2", Measure.queueLength, 3.2, 0.02),
      ]),
    .station(
      "M/M/1 of Law and Kelton", short: true,
      .poisson(1, .exponential(mean: 0.9), length: 100_000, warmUp: 5_000),
      [("MM1-LK", Measure.wait, 8.099999999999996, 0.05)]),
    .station(
      "M/M/1, first 25", .poisson(1, .exponential(mean: 0.9), length: 0).with { $0.customers = 25 },
      [("MM1-LK25", Measure.wait, 2.124489346531958, 0.01)]),
    .station(
      "M/M/1, first 100", .poisson(0.8, exponential, length: 0).with { $0.customers = 100 },
      [("MM1-TR100", Measure.wait, 3.1000537992317097, 0.01)]),
    .station(
      "M/M/1 from empty", short: true,
      .poisson(0.8, exponential, length: 50).with { $0.looks = [10, 50] },
      [
        ("MM1-TRt10", Measure.number(atLook: 0), 2.0302815635882276, 0.02),
        ("MM1-TRt50", Measure.number(atLook: 1), 3.40503897796325, 0.02),
      ]),
    .station(
      "M/M/1/5", short: true,
      .poisson(0.9, exponential, length: 20_000, warmUp: 100).with { $0.waitingRoom = 4 },
      [
        ("MM1K-1", Measure.blocked, 0.12602254998836862, 0.02),
        ("MM1K-2", Measure.sojourn, 2.790285951503016, 0.02),
      ]),
    .station(
      "M/D/1 of 0.8", short: true, .poisson(0.8, .constant(1), length: 100_000, warmUp: 1_000),
      [
        ("MD1-1", Measure.wait, 2.0000000000000004, 0.02),
        ("MD1-VAR", Measure.waitVariance, 5.333333333333336, 0.05),
      ]),
    .station(
      "M/D/1 of 0.9", short: true, .poisson(0.9, .constant(1), length: 100_000, warmUp: 3_000),
      [("MD1-2", Measure.queueLength, 4.050000000000001, 0.05)]),
    .station(
      "M/E2/1", .poisson(0.8, .erlang(stages: 2, mean: 1), length: 100_000, warmUp: 2_000),
      [("ME2-1", Measure.wait, 3.0000000000000013, 0.02)]),
    .station(
      "M/LN/1", .poisson(0.7, .lognormal(mean: 1, cv: 2), length: 300_000, warmUp: 5_000),
      [("MLN-1", Measure.wait, 5.833333333333332, 0.05)]),
    .station(
      "E2/M/1",
      StationPlan(
        classes: [.init(arrivals: .renewal(.erlang(stages: 2, mean: 1.25)), service: exponential)],
        length: 100_000, warmUp: 2_000),
      [("E2M1-1", Measure.wait, 2.8439797669899156, 0.02)]),
  ]
}
