import CivicTime
import Foundation
import Queries
import ResultFiles
import Testing

/// What is said of an appeal's outcome, where a journal tells it late, changes its mind, or ends.
@Suite struct OutcomeTests {
  @Test("A result is judged only where the journal watched it for thirty days")
  func watched() throws {
    let journal = TinyJournal()
    for (number, day) in [(Int64(1), "10-20"), (2, "11-20"), (3, "11-20")] {
      journal.submit(
        number, "\(day) 09:00", channel: 0, leaf: 0, "complaint", community: 0,
        due: "\(day) 18:00")
      journal.close(number, "\(day) 12:00")
    }
    // Young closes that came back early, one reopened and one brought again.
    journal.add(2, "11-21 09:00", "reopened") {
      ($0.ground, $0.due) = ("supervision", TinyJournal.instant("11-22 18:00"))
    }
    journal.submit(
      4, "11-22 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "11-22 18:00", need: 3)
    let row = try journal.ask { try $0.run(.probe([], [.cameBack, .solution])).rows[0] }
    #expect(row[0].value == 0 && row[0].size == 1)
    #expect(row[1].value == 1 && row[1].size == 1)
  }

  @Test("A new edition of the form makes no report wrong, before filing nor after")
  func migrated() throws {
    let journal = TinyJournal()
    for number in Int64(1)...4 {
      journal.submit(
        number, "10-02 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-03 09:00")
    }
    journal.add(1, "10-02 09:10", "filed") { ($0.leaf, $0.detail) = (0, 0) }
    journal.add(1, "10-02 10:00", "migrated") { $0.leaf = 2 }
    journal.add(2, "10-02 10:00", "migrated") { $0.leaf = 2 }
    journal.add(2, "10-02 11:00", "filed") { ($0.leaf, $0.detail) = (2, 0) }
    journal.add(3, "10-02 09:10", "filed") { ($0.leaf, $0.detail) = (1, 0) }
    journal.add(3, "10-02 10:00", "migrated") { $0.leaf = 2 }
    journal.add(4, "10-02 10:00", "migrated") { $0.leaf = 2 }
    journal.add(4, "10-02 11:00", "filed") { ($0.leaf, $0.detail) = (1, 0) }
    try journal.ask { workspace in
      let share = try workspace.run(.probe([], [.misreported])).rows[0][0]
      #expect(share.value == 0.5 && share.size == 4)
      let kinds = try workspace.run(.probe([.reported], [.appeals])).rows
      #expect(
        kinds.map { $0[0].text } == ["Right", "Wrong"]
          || kinds.map { $0[0].text } == ["Wrong", "Right"])
      #expect(kinds.map { $0[1].value } == [2, 2])
      let leaves = try workspace.run(.probe([.leaf], [.appeals])).rows
      #expect(leaves.map { $0[0].text } == ["Noise", "Hawkers"])
    }
  }

  @Test("Overdue in the past is judged by the deadline in force then")
  func overdueThen() throws {
    let journal = TinyJournal()
    journal.submit(
      1, "10-01 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-02 09:00")
    journal.add(1, "10-03 09:00", "deadlineChanged") {
      ($0.ground, $0.due) = ("extended", TinyJournal.instant("10-05 09:00"))
    }
    journal.add(1, "10-06 09:00", "suspended") { $0.ground = "weather" }
    journal.add(1, "10-08 09:00", "resumed") { $0.due = TinyJournal.instant("10-09 09:00") }
    journal.close(1, "10-11 09:00")
    try journal.ask { workspace in
      let options = try QueryOptions(
        from: .init(year: 2018, month: 10, day: 1), to: .init(year: 2018, month: 10, day: 11))
      let rows = try workspace.run(.probe([.day], [.open, .overdue]), options).rows
      // Late on the 2nd, extended on the 3rd, late again on the 5th, still on the 6th and 7th.
      #expect(rows.map { $0[1].value }.prefix(10) == [1, 1, 1, 1, 1, 1, 1, 1, 1, 1])
      #expect(rows.map { $0[2].value }.prefix(10) == [0, 1, 0, 0, 1, 0, 0, 0, 1, 1])
    }
  }

  @Test("Five stars are four times five; who is dissatisfied says so of the result")
  func stars() throws {
    let journal = TinyJournal()
    for (number, digits) in [(Int64(1), Int64(5555)), (2, 5545), (3, 5255), (4, 1311)] {
      journal.submit(
        number, "10-02 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-03 09:00")
      journal.close(number, "10-02 12:00")
      journal.add(number, "10-02 15:00", "appraised") { $0.detail = digits }
    }
    try journal.ask { workspace in
      let rows = try workspace.run(.probe([.stars], [.answers])).rows
      #expect(rows.map { $0[0].text } == ["1 star", "4 stars", "5 stars"])
      #expect(rows.map { $0[1].value } == [1, 2, 1])
      let share = try workspace.run(.probe([], [.dissatisfied])).rows[0][0]
      #expect(share.value == 0.25 && share.size == 4)
    }
  }

  @Test("What a post is charged with is not laid at the door of the unit that led before")
  func posts() throws {
    let journal = TinyJournal()
    journal.submit(
      1, "10-02 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-03 09:00")
    journal.dispatch(1, "10-02 09:30", to: 1, by: "10-02 10:30", taken: "10-02 10:00")
    journal.add(1, "10-02 11:00", "sentBack") { ($0.unit, $0.ground, $0.list) = (1, "none", 0) }
    for change in ["rung", "evidence", "heldToAccount"] {
      journal.add(1, "10-03 09:00", change) {
        $0.kind = ["rung": "remind", "evidence": "untouched"][change]
        $0.list = 0
      }
    }
    try journal.ask { workspace in
      for measure in [Measure.rungs, .idling, .heldToAccount] {
        let rows = try workspace.run(.probe([.unit], [measure])).rows
        #expect(rows.map { $0[0].text } == ["Posts and grid officers"], "\(measure)")
      }
      let unit = QueryOptions(subject: .unit(1))
      #expect(try workspace.run(.probe([], [.rungs]), unit).rows[0][0].value == 0)
    }
  }

  @Test("First and final unit stand beside each other where they differ, and only there")
  func wronglySent() throws {
    let query = try Catalogue.query("units-wrongly-sent")
    let rows = try RichJournal.make().ask { try $0.run(query).rows }
    #expect(rows.map { [$0[0].text, $0[1].text] } == [["Water office", "Order office"]])
    #expect(rows.map { $0[2].value } == [2])
  }

  @Test("Changes of mode can be asked for a street")
  func modeChanges() throws {
    let query = try Catalogue.query("mode-changes")
    let rows = try RichJournal.make().ask {
      (
        try $0.run(query, QueryOptions(subject: .street(1))).rows,
        try $0.run(query, QueryOptions(subject: .street(0))).rows
      )
    }
    #expect(rows.0.map { $0[0].text } == ["Kengzi", "Kengzi"] && rows.1.isEmpty)
  }

  @Test("Units without anything to answer for are in no list of shirkers")
  func zeros() throws {
    let journal = RichJournal.make()
    journal.submit(
      20, "10-02 09:00", channel: 0, leaf: 0, "complaint", community: 0, due: "10-04 09:00")
    journal.dispatch(20, "10-02 09:30", to: 0, by: "10-02 10:30", taken: "10-02 10:00")
    journal.add(20, "10-02 11:00", "sentBack") {
      ($0.unit, $0.ground, $0.list) = (0, "notResponsible", 0)
    }
    try journal.ask { workspace in
      let bulletin = try Bulletin(workspace, week: "2018-W40")
      for name in ["bulletin-evidence.csv", "bulletin-persons.csv", "bulletin-praise.csv"] {
        let text = try #require(bulletin.tables.first { $0.name == name }).text
        for line in text.split(separator: "\n").dropFirst() {
          #expect(line.split(separator: ",")[2] != "0", "\(name): \(line)")
        }
      }
      let held = try workspace.run(Catalogue.query("held-to-account")).rows
      #expect(!held.isEmpty && held.allSatisfy { ($0[2].value ?? 0) >= 1 })
    }
  }

  @Test("Numbers in files end with a digit, and no two columns of a query share a name")
  func columns() throws {
    let numbers = [1e-9, 0.9999999, -1e-9, 0.25, 3]
    try RichJournal.make().ask { workspace in
      var table = try workspace.run(.probe([], [.appeals]))
      table.rows = numbers.map { [QueryTable.Cell(value: $0)] }
      let lines = table.csv(header: false).split(separator: "\n")
      #expect(lines.map { $0.split(separator: ",")[1] } == ["0", "1", "0", "0.25", "3"])
      for query in Catalogue.queries {
        let heading = try workspace.run(query).csv().prefix { $0 != "\n" }.split(separator: ",")
        #expect(Set(heading).count == heading.count, "\(query.id): \(heading)")
      }
    }
  }
}
