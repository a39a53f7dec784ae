import CivicTime
import EventEngine
import Foundation

// Arrivals and staff that vary in time.

extension TheoryTable {
  /// Mt/M/s(t): shift ends are preemptive, the case in service goes back to the queue.
  static let shifts: StationPlan = {
    var plan = StationPlan(
      classes: [
        .init(
          arrivals: .sine(mean: 30, amplitude: 25, shift: 6, period: 24),
          service: .exponential(mean: 1.0 / 3))
      ],
      length: 22, looks: [6, 10, 14, 18, 22])
    let steps = [5, 13, 19, 20, 14, 7].enumerated().map { block, capacity in
      ShiftPlan.Step(at: instant(4 * Double(block)), capacity: capacity)
    }
    plan.shifts = try? ShiftPlan(steps: steps, cycle: milliseconds(24))
    return plan
  }()

  static let number = [
    9.484080565893636, 18.704159853091014, 22.453487056659455, 14.323784353554348,
    3.512936162830845,
  ]
  static let congestion = [
    0.1649887055699382, 0.4308085325748123, 0.5249894023560424, 0.4129683377774008,
    0.07923154220648632,
  ]

  /// Mt/M/∞: so many servers that none is ever short.
  static func infinite(length: Double, warmUp: Double = 0, looks: [Double]) -> StationPlan {
    StationPlan(
      classes: [
        .init(
          arrivals: .sine(mean: 30, amplitude: 15, shift: 0, period: 24),
          service: .exponential(mean: 2))
      ],
      servers: 1_000, length: length, warmUp: warmUp, looks: looks)
  }

  /// By how many hours the load follows the arrivals: the phase of its first harmonic, over 20
  /// days looked at every half hour.
  static let lag: Metric = { run in
    var (sine, cosine) = (0.0, 0.0)
    for (index, number) in run.record.numbers.enumerated() {
      let angle = 2 * Double.pi * Double(index) / 48
      sine += Double(number) * sin(angle)
      cosine += Double(number) * cos(angle)
    }
    return -atan2(cosine, sine) * 24 / (2 * Double.pi)
  }

  /// Mt/M/s(t)+M with equal service and patience rates, staffed for a target share of delays:
  /// s = ⌈m + β√m⌉ at every tenth of a unit, m the mean number of an infinite-server system. Looked
  /// at where the staff is reset, over one cycle, after three cycles of warming up.
  static func staffed(beta: Double) -> StationPlan {
    let cycles = 6 * Double.pi
    let grid = (-180...63).map { cycles + 0.1 * Double($0) }
    let steps = grid.map { time in
      let mean = 100 + 10 * (sin(time) - cos(time))
      return ShiftPlan.Step(
        at: instant(time), capacity: Int((mean + beta * mean.squareRoot()).rounded(.up)))
    }
    var plan = StationPlan(
      classes: [
        .init(
          arrivals: .sine(mean: 100, amplitude: 20, shift: 0, period: 2 * .pi),
          service: exponential, patience: exponential)
      ],
      length: grid[243], looks: Array(grid[180..<243]))
    plan.shifts = try? ShiftPlan(steps: steps)
    return plan
  }

  /// 60 n arrivals an hour for 3 hours, then 20 n, against a capacity of 40 n, n = 200.
  static let overload: StationPlan = {
    let n = 200.0
    return StationPlan(
      classes: [
        .init(
          arrivals: .step(before: 60 * n, until: 3, after: 20 * n),
          service: .exponential(mean: 1 / (40 * n)))
      ],
      length: 9, looks: [3])
  }()

  static let varying: [Study] = [
    .station(
      "Mt/M/s(t)", shifts,
      [6, 10, 14, 18, 22].enumerated().flatMap { index, hour in
        [
          ("MTMST-L\(hour)", Measure.number(atLook: index), number[index], 0.02),
          ("MTMST-P\(hour)", Measure.allBusy(atLook: index), congestion[index], 0.05),
        ]
      }),
    .station(
      "Mt/M/∞", short: true, infinite(length: 60, looks: [54, 60]),
      [
        ("MTGI-6", Measure.number(atLook: 0), 83.5450035835572, 0.01),
        ("MTGI-12", Measure.number(atLook: 1), 72.3281350478081, 0.01),
      ]),
    .station(
      "Mt/M/∞ lag", short: true,
      infinite(length: 22 * 24, looks: (0..<960).map { 48 + Double($0) / 2 }),
      [("MTGI-LAG", lag, 1.8424332889238029, 0.05)]),
    .station(
      "staffing for one in ten delayed", staffed(beta: 1.281552),
      [("ISA-0.1", Measure.averageDelayedShare, 0.10201845934349524, 0.05)]),
    .station(
      "staffing for one in two delayed", staffed(beta: 0),
      [("ISA-0.5", Measure.averageDelayedShare, 0.49129185882039406, 0.05)]),
    .station(
      "fluid overload", short: true, overload,
      [
        ("FLUID-1 backlog", Measure.scaled(1.0 / 200, Measure.number(atLook: 0)), 60, 0.02),
        ("FLUID-1 clearing", Measure.clearing, 6.0, 0.02),
      ]),
  ]
}
