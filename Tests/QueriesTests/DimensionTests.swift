import Queries
import Testing

/// Every dimension over the rich journal with a measure that fits it, counted by hand.
@Suite struct DimensionTests {
  static let expected: [Dimension: (Measure, [String: Double])] = [
    .leaf: (.appeals, ["Litter": 3, "Hawkers": 5, "Noise": 4]),
    .level1: (.appeals, ["City": 8, "Water": 4]),
    .level2: (.appeals, ["City / Refuse": 3, "City / Order": 5, "Water / Sound": 4]),
    .nature: (.appeals, ["Complaint": 7, "Enquiry": 3, "Petition": 1, "Suggestion": 1]),
    .lane: (.appeals, ["Deputies": 1]),
    .workflow: (.appeals, ["General": 2, "Simple": 1, "": 9]),
    .limit: (
      .appeals, ["Up to 1 h": 1, "Up to 1 day": 4, "Up to 3 days": 3, "Up to 7 days": 4]
    ),
    .reported: (.appeals, ["Wrong": 1, "Right": 11]),
    .structured: (.appeals, ["Structured": 1, "Free text": 2]),
    .community: (.closed, ["East": 3, "West": 3, "North": 2]),
    .street: (.appeals, ["Pingshan": 8, "Kengzi": 4]),
    .contactHour: (.appeals, ["8": 4, "9": 4, "10": 1, "11": 2, "20": 1]),
    .hour: (.closed, ["9": 1, "11": 2, "12": 1, "14": 1, "15": 1, "18": 1, "21": 1]),
    .weekday: (
      .appeals,
      ["Monday": 6, "Tuesday": 1, "Thursday": 1, "Friday": 1, "Saturday": 2, "Sunday": 1]
    ),
    .day: (.closed, dayCounts),
    .week: (
      .appeals,
      [
        "2018-W40": 5, "2018-W41": 2, "2018-W42": 1, "2018-W45": 2, "2018-W46": 1, "2018-W48": 1,
      ]
    ),
    .month: (.appeals, ["2018-10": 8, "2018-11": 4]),
    .workday: (.appeals, ["Working day": 7, "Day off": 5]),
    .unit: (.assigned, ["Order office": 5, "Water office": 4, "Power company": 2]),
    .firstUnit: (
      .appeals, ["Order office": 3, "Water office": 4, "Power company": 2, "": 3]
    ),
    .controllable: (.assigned, ["Of the district": 9, "Outside the district": 2]),
    .staff: (.tasks, ["Order crew": 6, "Water crew": 4, "Power crew": 1]),
    .post: (.tasks, ["Order office": 6, "Water office": 4, "Power company": 1]),
    .liable: (.sideDone, ["Power company": 1]),
    .body: (.letters, ["Politics and law": 1]),
    .channel: (.appeals, ["WeChat": 5, "12345": 7]),
    .repeated: (.appeals, ["First": 10, "Repeated": 2]),
    .tag: (.appeals, ["Repeat complaint": 1, "Key supervision": 1]),
    .campaign: (.appeals, ["Civilised city": 1]),
    .mode: (.appeals, ["Emergency": 1, "Peacetime": 11]),
    .dispatches: (.appeals, ["None": 3, "Once": 7, "Twice": 2]),
    .node: (.nodeBreaches, ["Sign in": 1, "Handle": 1]),
    .ground: (.returns, ["No ground": 1, "Not responsible": 1]),
    .rung: (.rungs, ["Remind": 2, "Supervise": 1, "Notice to leaders": 1, "Hold to account": 1]),
    .evidence: (
      .evidenceCount, ["Return without ground (shirking)": 1, "Untouched (idling)": 1]
    ),
    .credit: (.points, ["Early close": 2, "Five stars": 3]),
    .alert: (.alerts, ["Sensitive": 1]),
    .answer: (.instant, ["Template A": 1, "Template B": 1]),
    .sideTask: (.sideOpened, ["Liability": 1, "Call-back": 1, "Chase": 1]),
    .adoption: (.suggestionStates, ["Received": 1, "Adopted": 1]),
    .newMode: (.modeChanges, ["Emergency": 1, "Peacetime": 1]),
    .stars: (.answers, ["1 star": 1, "4 stars": 1, "5 stars": 2]),
    .age: (.open, ["More than 30 days": 2]),
    .closeTime: (
      .closed, ["Up to 1 h": 1, "1 to 4 h": 2, "4 to 24 h": 3, "3 to 7 days": 2]
    ),
    .lateBy: (.dueCount, ["On time": 7, "Up to 1 day": 1, "More than 7 days": 1]),
  ]

  private static let dayCounts = [
    "2018-10-01": 1.0, "2018-10-05": 1, "2018-10-11": 1, "2018-10-20": 1, "2018-11-05": 1,
    "2018-11-06": 1, "2018-11-19": 1, "2018-11-26": 1,
  ]

  @Test("Every dimension is counted by hand here")
  func whole() { #expect(Set(Self.expected.keys) == Set(Dimension.allCases)) }

  @Test("Rows and counts are those found by hand", arguments: Dimension.allCases)
  func rows(dimension: Dimension) throws {
    let (measure, expected) = try #require(Self.expected[dimension])
    let rows = try RichJournal.make().ask { try $0.run(.probe([dimension], [measure])).rows }
    // Days with other closes than the counted ones stay, with zero.
    let counted = rows.filter { $0[1].value != 0 }.map { ($0[0].text ?? "?", $0[1].value ?? -1) }
    #expect(Dictionary(uniqueKeysWithValues: counted) == expected)
  }

  @Test("Words are Chinese for Chinese readers")
  func chinese() throws {
    let rows = try RichJournal.make().ask(.chinese) {
      try $0.run(.probe([.nature], [.appeals])).rows
    }
    #expect(rows.map { $0[0].text } == ["投诉", "咨询", "求决", "建议"])
  }

  @Test("Two dimensions: rows in the order of time, then of the measure")
  func two() throws {
    let rows = try RichJournal.make().ask {
      try $0.run(.probe([.month, .street], [.appeals])).rows
    }
    #expect(rows.map { $0[0].text } == ["2018-10", "2018-10", "2018-11", "2018-11"])
    #expect(rows.map { $0[1].text } == ["Pingshan", "Kengzi", "Pingshan", "Kengzi"])
    #expect(rows.map { $0[2].value } == [5, 3, 3, 1])
  }
}
