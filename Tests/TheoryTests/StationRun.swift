import CivicTime
import EventEngine

/// What one replication of a station showed, in model time units.
struct StationRun {
  var record: StationRecord
  /// Server × units in service, and on duty.
  var busy: Double
  var onDuty: Double
  /// Customer × units in the line.
  var waiting: Double
  /// Units from the warm-up to the end.
  var span: Double

  init(_ plan: StationPlan, seed: UInt64, replication: UInt32) {
    var simulation = Simulation(
      model: StationModel(plan, seed: seed, replication: replication),
      start: Instant(milliseconds: 0))
    simulation.model.begin(&simulation.events)
    if plan.customers != nil {
      while simulation.run(events: .max) > 0 {}
    } else {
      simulation.run(until: instant(plan.length))
    }
    let end = simulation.now
    let totals = simulation.model.totals(until: end)
    record = simulation.model.record
    busy = Double(totals.pool.busy) / unit
    onDuty = Double(totals.pool.onDuty) / unit
    waiting = Double(totals.waiting) / unit
    span = Double(end.milliseconds) / unit - plan.warmUp
  }
}

/// A measure of a replication.
typealias Metric = @Sendable (StationRun) -> Double

/// The measures that the theory cases ask for.
enum Measure {
  static let wait: Metric = { $0.record.total.wait / Double($0.record.total.begun) }
  static let waitVariance: Metric = {
    let total = $0.record.total
    let mean = total.wait / Double(total.begun)
    return total.waitSquared / Double(total.begun) - mean * mean
  }
  static let sojourn: Metric = { $0.record.total.sojourn / Double($0.record.total.completed) }
  static let delayed: Metric = {
    Double($0.record.total.delayed) / Double($0.record.total.begun)
  }
  static let answered: Metric = {
    Double($0.record.total.answered) / Double($0.record.total.begun)
  }
  static let inTime: Metric = {
    Double($0.record.total.inTime) / Double($0.record.total.completed)
  }
  static let blocked: Metric = {
    Double($0.record.total.blocked) / Double($0.record.total.arrived)
  }
  static let abandoned: Metric = {
    Double($0.record.total.abandoned) / Double($0.record.total.arrived)
  }
  static let utilisation: Metric = { $0.busy / $0.onDuty }
  static let queueLength: Metric = { $0.waiting / $0.span }
  static let numberInSystem: Metric = { ($0.waiting + $0.busy) / $0.span }
  /// Wait of all that arrived, abandoned ones included, by Little's law over the window.
  static let waitOfAll: Metric = { $0.waiting / Double($0.record.total.arrived) }
  static let busyPeriod: Metric = { $0.busy / Double($0.record.busyPeriods) }
  static let clearing: Metric = {
    Double($0.record.emptied?.milliseconds ?? .max) / unit
  }
  static let averageDelayedShare: Metric = {
    Double($0.record.allBusy.count { $0 }) / Double($0.record.allBusy.count)
  }

  static func sojournQuantile(_ level: Double) -> Metric {
    { $0.record.sojourns.quantile(level) }
  }
  static func wait(ofClass index: Int) -> Metric {
    { $0.record.classes[index].wait / Double($0.record.classes[index].begun) }
  }
  static func sojourn(ofClass index: Int) -> Metric {
    { $0.record.classes[index].sojourn / Double($0.record.classes[index].completed) }
  }
  static func number(atLook index: Int) -> Metric { { Double($0.record.numbers[index]) } }
  static func allBusy(atLook index: Int) -> Metric { { $0.record.allBusy[index] ? 1 : 0 } }
  static func scaled(_ factor: Double, _ metric: @escaping Metric) -> Metric {
    { factor * metric($0) }
  }
}
