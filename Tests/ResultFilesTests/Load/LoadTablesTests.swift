import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadTablesTests {
  private let result = makeFixtureLoad()

  private func cells(_ table: String) -> [[Substring]] {
    table.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  @Test func operationsHaveTheirCountsAndLatencies() throws {
    let rows = cells(LoadTables.operations(of: result))
    #expect(rows.count == 1 + result.operations.count)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    let place = try #require(rows.firstIndex { $0.prefix(2) == ["all", "submit"] })
    let row = Dictionary(uniqueKeysWithValues: zip(rows[0], rows[place]))
    let submit = try #require(result.operation("submit"))
    #expect(row["offered"] == "\(submit.offered)" && row["dropped"] == "12")
    #expect(row["intended_p99.9_us"] == submit.intended.us(atPercent: 99.9).map { "\($0)" })
    #expect(row["service_max_us"] == "\(submit.service.maxUs)")
    #expect(row["lateness_p50_us"] == submit.lateness.us(atPercent: 50).map { "\($0)" })
  }

  @Test func anOperationWithoutAnswersHasEmptyCells() {
    var silent = result
    silent.operations[0].service = .none
    let rows = cells(LoadTables.operations(of: silent))
    let service = zip(rows[0], rows[1]).filter { $0.0.hasPrefix("service") }
    #expect(service.count == 6 && service.allSatisfy { $0.1.isEmpty })
  }

  @Test func theTimelineHasALineASecond() {
    let rows = cells(LoadTables.timeline(of: result))
    #expect(rows.count == 91 && rows.allSatisfy { $0.count == 15 })
    // The stalled second has no latency and a queue.
    #expect(rows[46][7...9] == ["", "", ""] && rows[46][10] == "2000" && rows[46][11] == "")
    #expect(rows[1].prefix(2) == ["0", "warm-up"])
  }

  @Test func percentilesAreOneALine() throws {
    let rows = cells(LoadTables.percentiles(of: result))
    let each = Latency.standardPercentiles.count + 1
    #expect(rows.count == 1 + result.operations.count * 4 * each)
    let last = try #require(rows.last { $0.prefix(3) == ["all", "all", "service"] })
    let service = try #require(result.operation("all")).service
    #expect(last.suffix(2) == ["100", "\(service.maxUs)"])
  }

  @Test func triedRatesAreQuotedWhereTheyMustBe() throws {
    var capacity = try #require(result.capacity)
    capacity.trials[0].reason = BilingualText(zh: "", en: "a, \"b\"")
    let lines = LoadTables.capacity(of: capacity).split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines[1] == "1,double,2000,2000,15,yes,no,2366,7100,,,\"a, \"\"b\"\"\"")
    #expect(
      lines[8] == "8,confirm,13000,13000,15,yes,no,13666,41000,0.2077,0.9385,all thresholds met")
  }
}
