import CivicTime
import Demand
import Testing

@Suite("Final units")
struct FinalUnitTests {
  @Test("A mark falls to a unit by its weight; a cell without weights to the owner")
  func marks() throws {
    let weights = [(7, 1.0), (8, 2), (9, 1)].map {
      FinalUnitWeight(leaf: 1, street: 0, unit: $0.0, weight: $0.1)
    }
    let units = try FinalUnits(owners: [3, 4, 8, 6], streetCount: 2, weights: weights)
    var need = Need()
    need.leaf = 1
    for (mark, unit) in [(0, 7), (0.249, 7), (0.25, 8), (0.749, 8), (0.75, 9), (0.999, 9)] {
      need.unitMark = mark
      #expect(units.unit(of: need) == UInt16(unit))
    }
    #expect(units.owner(of: need) == 8)
    need.street = 1
    #expect(units.unit(of: need) == 6)
    need.leaf = 0
    #expect(units.unit(of: need) == 4)
  }

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
