import Demand
import Testing

/// Demand of the model over the days of the trace, against what was measured.
@Suite("Reproduction of the demand of 2018")
struct ReproductionTests {
  static let replications: UInt32 = 60

  /// The window's covered hours are those of the trace; without it, of the holes alone.
  static let covered: [[Bool]] = TraceWindow.days.map { day in
    (0..<24).map { hour in
      let first = day * 86_400 + hour * 3_600
      return !TraceWindow.holes.contains { $0.overlaps(first...first + 3_599) }
    }
  }

  static let windows = Result {
    let pingshan = try PingshanPlan()
    let plan = try pingshan.demand()
    let mix = try pingshan.mix()
    var windows: [SimulatedWindow] = []
    for replication in 0..<replications {
      windows.append(
        try SimulatedWindow(
          pingshan, plan: plan, mix: mix, covered: covered, replication: replication))
    }
    return windows
  }

  @Test(
    "Variance over mean lies within the block-bootstrap interval of the trace",
    arguments: [
      ("others_per_day", \SimulatedWindow.otherByDay),
      ("others_per_hour", \SimulatedWindow.otherByHour),
      ("batches_per_day", \SimulatedWindow.batchNumbers),
      ("batch_size", \SimulatedWindow.batchSizes),
    ])
  func dispersion(
    key: String, counts: KeyPath<SimulatedWindow, [Double]> & Sendable
  ) throws {
    let windows = try Self.windows.get()
    let measured = try #require(
      try Measured.row(figure: "variance_over_mean", key: key), "measured.csv has no \(key)")
    let ratios = windows.map { Dispersion.ratio($0[keyPath: counts]) }.sorted()
    let mean = ratios.reduce(0, +) / Double(ratios.count)
    let median = ratios[ratios.count / 2]
    #expect(measured.low <= mean && mean <= measured.high, "mean \(mean), \(measured)")
    #expect(measured.low <= median && median <= measured.high, "median \(median), \(measured)")
  }

  @Test(
    "Mean counts agree within the noise of the trace's days",
    arguments: [
      ("others_per_day", \SimulatedWindow.otherByDay, 0.05),
      ("others_per_hour", \SimulatedWindow.otherByHour, 0.05),
      ("batches_per_day", \SimulatedWindow.batchNumbers, 0.2),
      ("batch_size", \SimulatedWindow.batchSizes, 0.2),
    ])
  func means(
    key: String, counts: KeyPath<SimulatedWindow, [Double]> & Sendable, tolerance: Double
  ) throws {
    let all = try Self.windows.get().flatMap { $0[keyPath: counts] }
    let mean = all.reduce(0, +) / Double(all.count)
    let measured = try #require(try Measured.row(figure: "mean", key: key))
    #expect(abs(mean / measured.value - 1) < tolerance, "\(mean) against \(measured.value)")
  }

  @Test("Shares of channels and natures agree within a point, of streets within two")
  func shares() throws {
    let pingshan = try PingshanPlan()
    let windows = try Self.windows.get()
    func expect(
      _ counts: KeyPath<SimulatedWindow, [Int]>, _ shares: [Double], within tolerance: Double
    ) {
      let sums = windows.map { $0[keyPath: counts] }.reduce(shares.map { _ in 0 }) {
        zip($0, $1).map { $0 + $1 }
      }
      let total = Double(sums.reduce(0, +))
      for (index, share) in shares.enumerated() {
        let simulated = Double(sums[index]) / total
        #expect(abs(simulated - share) < tolerance, "\(index): \(simulated), not \(share)")
      }
    }
    expect(\.channels, pingshan.channelShares, within: 0.01)
    expect(\.natures, pingshan.natureShares, within: 0.01)
    expect(\.streets, pingshan.streetShares, within: 0.02)
  }
}

/// A row of `measured.csv`.
struct Measured {
  let value: Double
  let low: Double
  let high: Double

  static func row(figure: String, key: String) throws -> Measured? {
    let table = try Paths.table("measured")
    for row in table.rows where table[row, "figure"] == figure && table[row, "key"] == key {
      return Measured(
        value: Double(table[row, "value"]) ?? .nan, low: Double(table[row, "low"]) ?? .nan,
        high: Double(table[row, "high"]) ?? .nan)
    }
    return nil
  }
}
