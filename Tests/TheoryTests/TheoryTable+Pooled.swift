import EventEngine

// Several servers, blocking, abandonment.

extension TheoryTable {
  static let pooled: [Study] = [
    .station(
      "M/M/5 of 0.8", short: true,
      .poisson(4, exponential, servers: 5, length: 10_000, warmUp: 200).with { $0.deadline = 3 },
      [
        ("MMC-1a", Measure.delayed, 0.5541125541125541, 0.02),
        ("MMC-1b", Measure.wait, 0.5541125541125541, 0.05),
        ("MMC-1c", Measure.utilisation, 0.8, 0.01),
        ("MMC-SLA1", Measure.inTime, 0.8674500127868557, 0.01),
      ]),
    .station(
      "M/M/10 of 0.9",
      .poisson(9, exponential, servers: 10, length: 10_000, warmUp: 300).with { $0.deadline = 4 },
      [
        ("MMC-2a", Measure.delayed, 0.668731524107697, 0.02),
        ("MMC-2b", Measure.wait, 0.668731524107697, 0.05),
        ("MMC-2c", Measure.utilisation, 0.9, 0.01),
        ("MMC-SLA2", Measure.inTime, 0.9326913806749881, 0.01),
      ]),
    .station(
      "M/M/3 of Ciw's bank", short: true,
      .poisson(0.2, .exponential(mean: 10), servers: 3, length: 200_000, warmUp: 1_000),
      [
        ("MMC-CIWa", Measure.delayed, 0.44444444444444453, 0.02),
        ("MMC-CIWb", Measure.wait, 4.444444444444444, 0.05),
        ("MMC-CIWc", Measure.utilisation, 0.6666666666666666, 0.01),
      ]),
    .station(
      "M/M/100 of 0.95", .poisson(95, exponential, servers: 100, length: 1_100, warmUp: 150),
      [
        ("MMC-BIGa", Measure.delayed, 0.5064568539130206, 0.02),
        ("MMC-BIGb", Measure.wait, 0.10129137078260413, 0.05),
        ("MMC-BIGc", Measure.utilisation, 0.95, 0.01),
      ]),
    .station(
      "M/M/10 of 0.8", short: true,
      .poisson(8, exponential, servers: 10, length: 5_000, warmUp: 100).with { $0.deadline = 2 },
      [("MMC-SLA3", Measure.inTime, 0.8167826010429762, 0.01)]),
    .station(
      "Erlang C of 10 erlangs on 14", short: true,
      .poisson(200, .exponential(mean: 0.05), servers: 14, length: 500, warmUp: 5)
        .with { $0.answerLimit = 20.0 / 3_600 },
      [
        ("ERLC-PYWF1", Measure.answered, 0.8883500191794668, 0.01),
        ("ERLC-PYWF2", Measure.delayed, 0.17413193359505003, 0.02),
      ]),
    .station(
      "pooled M/M/5", short: true,
      .poisson(3.6, exponential, servers: 5, length: 20_000, warmUp: 200),
      [("SBR-POOL", Measure.wait, 0.2931384339291765, 0.02)]),
    .station(
      "M/D/5", .poisson(4, .constant(1), servers: 5, length: 20_000, warmUp: 200),
      [("MDC-1", Measure.wait, 0.28906000726857184, 0.02)]),
  ]

  /// Erlang's B formula depends on the mean of service only: each row with two distributions.
  static let lossSystems: [Study] = [
    ("ERLB-1", 10.0, 10, 0.21458234310734736, 0.02, 5_000.0, true),
    ("ERLB-2", 100.0, 117, 0.009790071125371362, 0.05, 2_000.0, false),
    ("ERLB-3", 5.0, 8, 0.07004785220956705, 0.02, 10_000.0, true),
  ].flatMap { id, load, servers, expected, tolerance, length, short in
    [("", exponential), (" lognormal", Draw.lognormal(mean: 1, cv: 1.5))].map { suffix, service in
      Study.station(
        id + suffix, short: short && suffix.isEmpty,
        StationPlan.poisson(load, service, servers: servers, length: length, warmUp: 50)
          .with { $0.waitingRoom = 0 },
        [(id + suffix, Measure.blocked, expected, tolerance)])
    }
  }

  static let abandonment: [Study] = [
    .station(
      "Erlang A of 48 on 50", short: true,
      .poisson(48, exponential, servers: 50, length: 2_000, warmUp: 50)
        .with { $0.classes[0].patience = .exponential(mean: 2) },
      [
        ("ERLA-1a", Measure.abandoned, 0.030912249162192457, 0.05),
        ("ERLA-1b", Measure.scaled(60, Measure.waitOfAll), 3.7094698994630946, 0.05),
        ("ERLA-1c", Measure.utilisation, 0.9303242408042933, 0.01),
        ("ERLA-1d", Measure.queueLength, 2.967575919570476, 0.05),
      ]),
    .station(
      "Erlang C of 48 on 50", .poisson(48, exponential, servers: 50, length: 5_000, warmUp: 700),
      [
        ("ERLA-1e", Measure.scaled(60, Measure.waitOfAll), 20.833668335905035, 0.05),
        ("ERLA-1f", Measure.queueLength, 16.66693466872403, 0.05),
      ]),
    .station(
      "Erlang A overloaded", short: true,
      .poisson(120, exponential, servers: 100, length: 500, warmUp: 20)
        .with { $0.classes[0].patience = exponential },
      [("ERLA-2", Measure.abandoned, 0.16769295568817225, 0.02)]),
    .station(
      "M/M/8+D", short: true,
      .poisson(9, exponential, servers: 8, length: 5_000, warmUp: 100)
        .with { $0.classes[0].patience = .constant(1) },
      [("MMCD-1", Measure.abandoned, 0.14365074564779104, 0.02)]),
  ]
}
