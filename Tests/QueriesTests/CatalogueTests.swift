import Queries
import ResultFiles
import Testing

@Suite struct CatalogueTests {
  @Test("There are at least sixty queries, each with its own name")
  func names() {
    let ids = Catalogue.queries.map(\.id)
    #expect(ids.count >= 60)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(id.allSatisfy { $0.isLowercase || $0 == "-" }, "\(id)") }
  }

  @Test("Every meaning is there in both languages, one line, and no two are the same")
  func meanings() {
    for meaning in Catalogue.queries.map(\.meaning) + QueryGroup.allCases.map(\.title) {
      #expect(isChinese(meaning.zh) && !isChinese(meaning.en), "\(meaning)")
      #expect(meaning.en.count > 3 && !meaning.en.contains("\n") && !meaning.zh.contains("\n"))
    }
    #expect(Set(Catalogue.queries.map(\.meaning.zh)).count == Catalogue.queries.count)
    #expect(Set(Catalogue.queries.map(\.meaning.en)).count == Catalogue.queries.count)
  }

  @Test("No two queries ask the same, and each orders by what it shows")
  func questions() {
    let questions = Catalogue.queries.map {
      "\($0.by) \($0.measures) \(String(describing: $0.only)) \(String(describing: $0.comparing))"
    }
    #expect(Set(questions).count == questions.count)
    for query in Catalogue.queries {
      switch query.order {
      case .ascending(let measure), .descending(let measure):
        #expect(query.measures.contains(measure), "\(query.id)")
      case .key: break
      }
      #expect(Set(query.measures).count == query.measures.count, "\(query.id)")
    }
  }

  @Test("A backlog is asked for at the end of a period or of the window, never by hour or weekday")
  func backlogs() {
    let backlog: Set<Measure> = [.open, .overdue, .oldest, .meanAge]
    let within: Set<Dimension> = [.hour, .weekday, .workday]
    for query in Catalogue.queries where !backlog.isDisjoint(with: query.measures) {
      #expect(within.isDisjoint(with: query.by), "\(query.id)")
    }
  }

  @Test("Every chapter has queries, and every dimension and measure is asked for")
  func coverage() {
    #expect(Set(Catalogue.queries.map(\.group)) == Set(QueryGroup.allCases))
    let dimensions = Set(Catalogue.queries.flatMap(\.by))
    #expect(Set(Dimension.allCases).subtracting(dimensions).isEmpty)
    let measures = Set(Catalogue.queries.flatMap(\.measures))
    #expect(Set(Measure.allCases).subtracting(measures).isEmpty)
  }

  @Test("All queries answer on a rich journal, in both languages")
  func answers() throws {
    for language in ReportLanguage.allCases {
      try RichJournal.make().ask(language) { workspace in
        for query in Catalogue.queries {
          var any = query
          any.least = 0
          let table = try workspace.run(any)
          #expect(!table.isEmpty, "\(query.id)")
          #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(query.id)")
          let lead = table.rows.contains { row in
            row.dropFirst(query.by.count).contains { $0.value != nil }
          }
          #expect(lead, "\(query.id) has no number")
          let lines = table.csv().split(separator: "\n")
          #expect(lines.count == table.rows.count + 1)
        }
      }
    }
  }

  @Test("A misspelt name gets the nearest one")
  func suggestion() {
    let error = #expect(throws: QueryError.self) { try Catalogue.query("unit-late") }
    #expect(error?.description.contains("did you mean units-late?") == true, "\(error!)")
    #expect(error?.exitCode == 64)
    for (slip, name) in [
      ("tpyes", "types"), ("dys", "days"), ("chanels", "channels"), ("backlog_age", "backlog-age"),
      ("chief-untis", "chief-units"), ("MONTHS", "months"), ("street", "streets"),
    ] {
      #expect(throws: QueryError.unknownQuery(slip, suggestion: name)) {
        try Catalogue.query(slip)
      }
    }
    #expect(throws: QueryError.unknownQuery("xyz", suggestion: nil)) { try Catalogue.query("xyz") }
  }

  @Test("The listing names every query with its meaning")
  func listing() {
    for language in ReportLanguage.allCases {
      let text = QueryListing(language: language).text(json: false)
      for query in Catalogue.queries { #expect(text.contains(query.meaning[language])) }
    }
  }

  private func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
