import CivicTime
import Demand
import Foundation
import Testing

/// Rows NHPP-1, NHPP-2, NHPP-4 and PG-1 to PG-3 of the theory cases. NHPP-3 asks for thinning and
/// NHPP-5 for a rate that changes within the hour: this source inverts rates of whole hours.
@Suite("Arrivals against theory")
struct ArrivalTheoryTests {
  /// Counts of needs in each hour of `hours`, over many days of the same rates.
  private func counts(
    rates: [Double], shape: Double = .infinity, days: Int, hours: Range<Int>
  ) throws -> [[Double]] {
    let plan = try DemandPlan(
      utcOffsetSeconds: 0, rates: (0..<8).flatMap { _ in rates }, busynessShape: shape,
      places: [PlaceWeight(leaf: 0, community: 0, weight: 1)], leafCount: 1,
      natureShares: [0, 0, 1, 0, 0], communityShares: [1], streetOfCommunity: [0])
    let perRun = 100_000
    var result: [[Double]] = hours.map { _ in [] }
    for run in 0..<(days + perRun - 1) / perRun {
      let length = min(perRun, days - run * perRun)
      var counts = hours.map { _ in Array(repeating: 0.0, count: length) }
      let span = try demandDays(from: CivilDate(daysSince1970: 0), count: length)
      forEachNeed(plan, span, replication: UInt32(run)) { need in
        let hour = Int(need.contactAt.milliseconds / 3_600_000)
        if hours.contains(hour % 24) { counts[hour % 24 - hours.lowerBound][hour / 24] += 1 }
      }
      for index in result.indices { result[index] += counts[index] }
    }
    return result
  }

  private func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (mean, squares / Double(values.count - 1))
  }

  @Test("NHPP-1, NHPP-2: a sine of a rate (Lewis and Shedler, 1979; Çinlar, 1975)")
  func sine() throws {
    // The integral of 30 + 15 sin(2πt/24) over each hour asked about.
    let rates = (0..<24).map { hour in
      !(3..<9).contains(hour)
        ? 0
        : 30 + 15 * 12 / Double.pi
          * (cos(.pi * Double(hour) / 12) - cos(.pi * Double(hour + 1) / 12))
    }
    // As many as the rule of the theory cases asks for: 3.89 SE within 5 %.
    let days = 12_500
    let hourly = try counts(rates: rates, days: days, hours: 3..<9)
    let values = (0..<days).map { day in hourly.reduce(0) { $0 + $1[day] } }
    let (mean, variance) = moments(values)
    let expected = 261.02846845413956
    #expect(abs(mean - expected) < 3.89 * (expected / Double(days)).squareRoot())
    #expect(abs(variance / mean - 1) < 3.89 * (2 / Double(days)).squareRoot())
  }

  @Test("NHPP-4: a rate 2t at first (Klein and Roberts, 1984)")
  func firstArrival() throws {
    // The integrals of 2t over the first hours.
    let rates = (0..<24).map { $0 < 3 ? Double(2 * $0 + 1) : 0 }
    let days = 300_000
    let values = try counts(rates: rates, days: days, hours: 0..<1)[0]
    let none = Double(values.count { $0 == 0 }) / Double(days)
    let expected = 0.36787944117144233
    #expect(abs(none - expected) < 3.89 * (expected * (1 - expected) / Double(days)).squareRoot())
  }

  @Test("PG-1, PG-2, PG-3: busyness by a gamma factor (Avramidis et al., 2004)")
  func gamma() throws {
    let rates = (0..<24).map { $0 == 0 ? 50.0 : $0 == 1 ? 30 : 0 }
    let days = 360_000
    let values = try counts(rates: rates, shape: 4, days: days, hours: 0..<2)
    let first = moments(values[0])
    let second = moments(values[1])
    // Variance of a sample variance: μ₄ of this negative binomial is about 4.6 times σ⁴.
    #expect(abs(first.variance - 675) < 3.89 * 675 * (3.6 / Double(days)).squareRoot())
    let products = zip(values[0], values[1]).reduce(0) {
      $0 + ($1.0 - first.mean) * ($1.1 - second.mean)
    }
    let covariance = products / Double(days - 1)
    let correlation = covariance / (first.variance * second.variance).squareRoot()
    #expect(abs(correlation - 0.9038769075777341) < 0.005)
    let low = Double(values[0].count { $0 <= 20 }) / Double(days)
    let expected = 0.09753589479130598
    #expect(abs(low - expected) < 3.89 * (expected * (1 - expected) / Double(days)).squareRoot())
  }
}
