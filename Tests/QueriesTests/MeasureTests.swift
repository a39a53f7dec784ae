import Queries
import Testing

/// Every measure over the whole rich journal, computed by hand.
@Suite struct MeasureTests {
  /// Value, and on how many observations it rests where it says so.
  static let expected: [Measure: (value: Double, size: Int?)] = [
    .appeals: (12, nil), .ofAll: (1, 12), .delay: (0.5, 12), .misreported: (1 / 12, 12),
    .repeats: (2, nil), .repeatShare: (2 / 12, 12), .duplicates: (1, nil), .merged: (2, nil),
    .unmerged: (1, nil),
    // 5 merged, 6 cancelled, 7 suspended; 4 late by 51 days 6 hours, 11 by one hour.
    .dueCount: (9, nil), .onTime: (7 / 9, 9), .late: (2, nil),
    .lateDays: ((51.25 + 1 / 24) / 2, 2), .dueExtended: (1, nil), .dueSuspended: (1, nil),
    .breaches: (3, nil), .nodeBreaches: (2, nil),
    // Hours to close: 0 2 4 6 6 12 96 168.
    .closed: (8, nil), .median: (6, 8), .slowest: (96 + 0.3 * 72, 8), .withinDay: (6 / 8, 8),
    .dispatchMedian: (1, 9), .dispatchSlowest: (1.2, 9),
    .assigned: (11, nil), .firstRight: (5 / 7, 7), .returns: (2, nil), .returnShare: (2 / 11, 11),
    .groundless: (1, nil), .arbitrations: (1, nil), .upheld: (1, 1), .redos: (1, nil),
    .redoShare: (1 / 8, 8), .reopened: (2, nil), .extensions: (2, nil), .suspensions: (2, nil),
    .cancelled: (1, nil), .handOvers: (1, nil), .tasks: (11, nil), .putBacks: (1, nil),
    .migrated: (1, nil), .disputed: (1, nil), .planned: (1, nil), .withdrawn: (1, nil),
    // 4 and 7 are open; the clock of 7 stands still.
    .open: (2, nil), .overdue: (1, nil), .oldest: (56 + 16 / 24, 2),
    .meanAge: ((56 + 16 / 24 + 53 + 14 / 24) / 2, 2),
    // Late: 2 at its first unit, 4 never. Watched for 30 days: both closes of 2, 1, 3, 11, not the
    // first of 9; 1 was repeated, 2 reopened, 11 unsolved by call-back.
    .response: (9 / 11, 11), .solution: (2 / 5, 5), .cameBack: (2 / 5, 5),
    .satisfaction: (3 / 4, 4), .answers: (4, nil), .answerShare: (4 / 10, 10),
    .stars: (4, 4), .speed: (4, 4), .result: (4.25, 4), .attitude: (3.75, 4), .system: (4, 4),
    .dissatisfied: (1 / 4, 4),
    .rungs: (5, nil), .reminders: (2, nil), .supervisions: (1, nil), .notices: (1, nil),
    .accounts: (1, nil), .heldToAccount: (1, nil), .evidenceCount: (2, nil), .shirking: (1, nil),
    .idling: (1, nil), .credits: (2, nil), .points: (5, nil), .alerts: (1, nil),
    .letters: (1, nil), .modeChanges: (2, nil),
    .instant: (2, nil), .instantRejected: (1 / 2, 2), .instantShare: (2 / 12, 12),
    .sideOpened: (3, nil), .sideDone: (3, nil), .solvedByCall: (0, 1), .joined: (1, nil),
    .suggestionStates: (2, nil), .adopted: (1, nil),
  ]

  @Test("Every measure is computed by hand here")
  func whole() { #expect(Set(Self.expected.keys) == Set(Measure.allCases)) }

  @Test("Measures over the window are those computed by hand")
  func values() throws {
    try RichJournal.make().ask { workspace in
      for measure in Measure.allCases {
        let row = try #require(try workspace.run(.probe([], [measure])).rows.first)
        let expected = try #require(Self.expected[measure])
        let value = try #require(row[0].value, "\(measure)")
        #expect(abs(value - expected.value) < 1e-9, "\(measure): \(value)")
        #expect(row[0].size == expected.size, "\(measure)")
      }
    }
  }

  @Test("All measures at once give what each gives alone")
  func together() throws {
    try RichJournal.make().ask { workspace in
      let row = try #require(try workspace.run(.probe([], Measure.allCases)).rows.first)
      for (cell, measure) in zip(row, Measure.allCases) {
        let expected = try #require(Self.expected[measure])
        #expect(abs((cell.value ?? .nan) - expected.value) < 1e-9, "\(measure)")
      }
    }
  }

  @Test("A measure falls into the month of its own instant")
  func months() throws {
    try RichJournal.make().ask { workspace in
      let measures: [Measure] = [.appeals, .dueCount, .onTime, .closed, .open, .oldest]
      let rows = try workspace.run(.probe([.month], measures)).rows
      #expect(rows.map { $0[0].text } == ["2018-10", "2018-11"])
      #expect(rows.map { $0[1].value } == [8, 4])
      #expect(rows.map { $0[2].value } == [5, 4])
      #expect(rows.map { $0[3].value } == [3.0 / 5, 1])
      #expect(rows.map { $0[4].value } == [4, 4])
      #expect(rows.map { $0[5].value } == [2, 2])
      // On 31 October at midnight the oldest is 26 days and 16 hours old.
      #expect(abs((rows[0][6].value ?? 0) - (26 + 16.0 / 24)) < 1e-9)
    }
  }

  @Test("Days narrow what is counted, and a backlog is the one at their end")
  func days() throws {
    try RichJournal.make().ask { workspace in
      let options = try QueryOptions(
        from: .init(year: 2018, month: 10, day: 1), to: .init(year: 2018, month: 10, day: 1))
      let row = try workspace.run(.probe([], [.appeals, .closed, .open, .onTime]), options).rows[0]
      #expect(row.map(\.value) == [2, 1, 1, nil])
    }
  }

  @Test("A low score for the result says that it was no solution")
  func lowResult() throws {
    let journal = RichJournal.make()
    journal.add(3, "10-12 09:00", "appraised") { $0.detail = 5255 }
    let cell = try journal.ask { try $0.run(.probe([], [.solution])).rows[0][0] }
    #expect(cell.value == 1.0 / 5 && cell.size == 5)
  }

  @Test("A reference that is an opaque key tells no repeats, but a citizen does")
  func opaque() throws {
    let journal = RichJournal.make()
    journal.arm.needShift = nil
    let cell = try journal.ask { try $0.run(.probe([], [.repeats])).rows[0][0] }
    #expect(cell.value == 1)
  }

  @Test("An interval is Wilson's")
  func wilson() throws {
    let cell = QueryTable.Cell(value: 0.75, size: 8)
    let interval = try #require(cell.interval)
    // The roots p of (0.75 - p)² = z² p (1 - p) / 8.
    #expect(abs(interval.low - 0.409275) < 1e-6 && abs(interval.high - 0.928521) < 1e-6)
    #expect(QueryTable.Cell(value: 1.5, size: 8).interval == nil)
    #expect(QueryTable.Cell(value: nil, size: 8).interval == nil)
  }
}
