import CivicTime
import Demand
import Testing

@Suite("Final units")
struct FinalUnitTests {
  @Test("Units get the needs that they had in the trace, and the implied lateness is the measured")
  func shares() throws {
    let pingshan = try PingshanPlan()
    let table = try Paths.table("final_units")
    let weights = table.rows.map { row in
      FinalUnitWeight(
        leaf: UInt16(table[row, "leaf"]) ?? 0, street: UInt8(table[row, "street"]) ?? 0,
        unit: UInt16(table[row, "unit"]) ?? 0, weight: Double(table[row, "weight"]) ?? 0)
    }
    let owners = try Paths.table("owners").numbers("unit").map { UInt16($0) }
    let final = try FinalUnits(owners: owners, streetCount: 6, weights: weights)
    let units = try Paths.table("units")
    let rows = try units.numbers("rows")
    let late = try units.numbers("late_share")

    var counts = Array(repeating: 0.0, count: rows.count)
    var correct = 0.0
    var total = 0.0
    let days = try demandDays(from: CivilDate(daysSince1970: 17_700), count: 2_000)
    forEachNeed(try pingshan.demand(), days) { need in
      let unit = final.unit(of: need)
      counts[Int(unit)] += 1
      total += 1
      if unit == final.owner(of: need) { correct += 1 }
    }
    let all = rows.reduce(0, +)
    let distance = zip(rows, counts).reduce(0) { $0 + abs($1.0 / all - $1.1 / total) } / 2
    #expect(distance < 0.04, "total variation \(distance)")
    let lateness = zip(late, counts).reduce(0) { $0 + $1.0 * $1.1 / total }
    let measured = try #require(try Measured.row(figure: "on_time_share", key: "all"))
    #expect(abs(1 - lateness - measured.value) < 0.005, "on time \(1 - lateness)")
    #expect((0.7...0.85).contains(correct / total), "owner right for \(correct / total)")
  }
}
