import CivicTime
import Foundation
import Queries
import Testing

/// Options of queries: order, number of rows, smallest number, periods, subjects.
@Suite struct StatementTests {
  @Test("The first rows, and those that rest on enough")
  func topAndLeast() throws {
    try RichJournal.make().ask { workspace in
      let all = try workspace.run(.probe([.unit], [.assigned, .onTime])).rows
      #expect(all.map { $0[1].value } == [5, 4, 2, 0])
      let two = try workspace.run(.probe([.unit], [.assigned]), QueryOptions(top: 2)).rows
      #expect(two.map { $0[0].text } == ["Order office", "Water office"])
      let own = try workspace.run(.probe([.unit], [.assigned], top: 1)).rows
      #expect(own.count == 1)
      let enough = try workspace.run(.probe([.unit], [.assigned], least: 4)).rows
      #expect(enough.map { $0[1].value } == [5, 4])
      let shares = try workspace.run(.probe([.unit], [.onTime], least: 2)).rows
      #expect(shares.allSatisfy { ($0[1].size ?? 0) >= 2 } && !shares.isEmpty)
    }
  }

  @Test("Ascending and descending; what is not known comes last")
  func order() throws {
    try RichJournal.make().ask { workspace in
      let up = try workspace.run(.probe([.unit], [.late, .onTime], order: .ascending(.onTime))).rows
      #expect(up.map { $0[0].text } == ["Power company", "", "Order office", "Water office"])
      #expect(up.map { $0[2].value } == [0, 1, 1, 1])
      let down = try workspace.run(
        .probe([.unit], [.appeals, .stars], order: .descending(.stars))
      ).rows
      #expect(down.last?[2].value == nil && down.first?[2].value == 5)
    }
  }

  @Test("Shares of all are of all rows, not of those shown")
  func ofAll() throws {
    try RichJournal.make().ask { workspace in
      let rows = try workspace.run(.probe([.leaf], [.ofAll], top: 1)).rows
      #expect(rows.map { $0[1].value } == [5.0 / 12] && rows[0][1].size == 12)
    }
  }

  @Test("A unit or a street sees its own rows only")
  func subject() throws {
    try RichJournal.make().ask { workspace in
      let unit = try workspace.run(
        .probe([.unit], [.assigned, .open]), QueryOptions(subject: .unit(2))
      ).rows
      #expect(unit.map { $0[0].text } == ["Power company"])
      #expect(unit.map { $0[1].value } == [2] && unit[0][2].value == 1)
      let street = try workspace.run(
        .probe([.street], [.appeals]), QueryOptions(subject: .street(1))
      ).rows
      #expect(street.map { $0[0].text } == ["Kengzi"] && street[0][1].value == 4)
    }
  }

  @Test("This month against the last: both, the change, and what was only in one of them")
  func months() throws {
    try RichJournal.make().ask { workspace in
      let table = try workspace.run(.probe([.leaf], [.appeals, .onTime], comparing: .month))
      #expect(table.period.en == "2018-11-01 to 2018-11-30 against 2018-10-01 to 2018-10-31")
      let rows = table.rows.map { row in [row[1].value, row[2].value, row[3].value] }
      // Hawkers 2 after 3, Litter 1 after 2, Noise 1 after 3.
      #expect(rows == [[2, 3, -1], [1, 2, -1], [1, 3, -2]])
      #expect(table.rows.map { $0[0].text } == ["Hawkers", "Litter", "Noise"])
      #expect(table.rows[0][6].value == 0 && table.rows[2][6].value == 1)
      #expect(table.columns.map(\.id).suffix(3) == ["on_time", "on_time_before", "on_time_change"])
    }
  }

  @Test("This week against the last: whole weeks only, groups that are gone count as zero")
  func weeks() throws {
    try RichJournal.make().ask { workspace in
      let table = try workspace.run(.probe([.leaf], [.appeals], comparing: .week))
      // The window ends on a Friday: the last whole week ends on the Sunday before.
      #expect(table.period.en == "2018-11-19 to 2018-11-25 against 2018-11-12 to 2018-11-18")
      #expect(table.rows.map { $0.map(\.value) } == [[nil, 0, 1, -1]])
      let short = try QueryOptions(
        from: CivilDate(year: 2018, month: 11, day: 13),
        to: CivilDate(year: 2018, month: 11, day: 25))
      #expect(try workspace.run(.probe([.leaf], [.appeals], comparing: .week), short).isEmpty)
    }
  }

  @Test("Days outside the journal, or in the wrong order, are refused by name")
  func badDays() throws {
    try RichJournal.make().ask { workspace in
      let early = try QueryOptions(from: CivilDate(year: 2018, month: 9, day: 30))
      let error = #expect(throws: QueryError.self) { try workspace.run(.probe([], [.open]), early) }
      #expect(error?.description.contains("2018-10-01 to 2018-11-30") == true)
      let wrong = try QueryOptions(
        from: CivilDate(year: 2018, month: 11, day: 2), to: CivilDate(year: 2018, month: 11, day: 1)
      )
      #expect(throws: QueryError.self) { try workspace.run(.probe([], [.open]), wrong) }
    }
  }

  @Test("Text, CSV and JSON of a table")
  func formats() throws {
    try RichJournal.make().ask { workspace in
      let table = try workspace.run(.probe([.unit], [.assigned, .onTime], top: 1))
      let grid = table.grid(.english)
      #expect(grid.head == ["Unit", "Dispatched", "On time"] && grid.names == 1)
      #expect(grid.rows == [["Order office", "5", "100.0% (51.0–100.0; 4)"]])
      let csv = table.csv().split(separator: "\n").map(String.init)
      #expect(csv[0] == "arm,unit,assigned,on_time,on_time_n,on_time_low,on_time_high")
      #expect(csv[1] == "base/plain,Order office,5,1,4,0.510109,1")
      let json = [[table]].json(.english)
      #expect(json.contains("\"n\": 4") && json.contains("\"unit\": \"Order office\""))
    }
  }

  @Test("A line without keys is turned: a line for each measure, with both periods")
  func turned() throws {
    try RichJournal.make().ask { workspace in
      let plain = try workspace.run(.probe([], [.appeals, .open])).grid(.chinese)
      #expect(plain.head == ["指标", "本期"] && plain.rows == [["诉求量", "12"], ["在办数", "2"]])
      let both = try workspace.run(.probe([], [.appeals, .onTime], comparing: .month))
      let grid = both.grid(.english)
      #expect(grid.head == ["Measure", "Now", "Before", "Change"])
      #expect(grid.rows[0] == ["Appeals", "4", "8", "\u{2212}4"])
      #expect(grid.rows[1].last == "+40.0 pp")
    }
  }

  @Test("Units and streets are found by name or number, and only as data")
  func subjects() throws {
    let folder = try TinyJournal.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try RichJournal.make().write(to: folder + "/journal.sqlite")
    let session = try QuerySession(
      source: JournalSource(path: folder + "/journal.sqlite"), arms: [], language: .english)
    let query = [Query.probe([.unit], [.assigned])]
    for name in ["Power company", "2"] {
      let rows = try session.run(query, QueryOptions(), about: .unit(name))[0][0].rows
      #expect(rows.map { $0[1].value } == [2])
    }
    for name in ["Power", "", "x' OR '1'='1", "%"] {
      let error = #expect(throws: QueryError.self) {
        try session.run(query, QueryOptions(), about: .street(name))
      }
      #expect(error?.exitCode == 64)
    }
  }

  @Test("What is said of a unit counts for it, though another leads")
  func named() throws {
    let journal = RichJournal.make()
    // The power company leads; support is planned of the water office, evidence is against order.
    journal.add(4, "10-12 09:00", "evidence") { ($0.unit, $0.kind) = (0, "untouched") }
    try journal.ask { workspace in
      let planned = try workspace.run(.probe([.unit], [.planned])).rows
      #expect(planned.map { $0[0].text } == ["Water office"])
      let idling = try workspace.run(.probe([.unit], [.idling])).rows.filter { $0[1].value == 1 }
      #expect(Set(idling.map { $0[0].text }) == ["Power company", "Order office"])
    }
  }
}
