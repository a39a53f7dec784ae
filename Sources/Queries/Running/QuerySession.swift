import ResultFiles

/// Queries over the arms of a journal, one arm after the other.
public struct QuerySession {
  let source: JournalSource
  let arms: [Int]
  let language: ReportLanguage

  /// - Parameter arms: names of arms, or none for all.
  /// - Throws: `QueryError.unknownArm`.
  public init(source: JournalSource, arms: [String], language: ReportLanguage) throws {
    self.source = source
    self.arms = try source.arms(arms)
    self.language = language
  }

  /// For each query the answers of all arms. The facts of an arm are made once.
  ///
  /// - Parameter subject: narrows all to a unit or street, named as the journal names it.
  /// - Throws: `QueryError`.
  public func run(
    _ queries: [Query], _ options: QueryOptions, about subject: SubjectName? = nil
  ) throws -> [[QueryTable]] {
    var tables = Array(repeating: [QueryTable](), count: queries.count)
    for arm in arms {
      try source.withWorkspace(arm: arm, language: language) { workspace in
        var options = options
        if let subject { options.subject = try workspace.subject(subject) }
        for (index, query) in queries.enumerated() {
          tables[index].append(try workspace.run(query, options))
        }
      }
    }
    return tables
  }
}

extension [QueryTable] {
  /// The tables of one query under one heading; the first column is the arm.
  public func csv() -> String {
    enumerated().map { $1.csv(header: $0 == 0) }.joined()
  }
}

extension [[QueryTable]] {
  /// One document for all queries and arms.
  public func json(_ language: ReportLanguage) -> String {
    JSONText.object([
      ("schema", .string("huying.queries/1")),
      ("tables", .array(flatMap { $0.map { $0.json(language) } })),
    ]).text + "\n"
  }
}

/// The catalogue as people and programs read it.
public struct QueryListing {
  let language: ReportLanguage

  public init(language: ReportLanguage) { self.language = language }

  /// Chapters with a line for each query.
  public func text(json: Bool) -> String {
    guard !json else { return document }
    let width = Catalogue.queries.map(\.id.count).max() ?? 0
    let chapters = QueryGroup.allCases.map { group in
      let lines = Catalogue.queries.filter { $0.group == group }.map {
        "  " + $0.id + String(repeating: " ", count: width - $0.id.count + 2)
          + $0.meaning[language] + "\n"
      }
      return group.title[language] + "\n" + lines.joined()
    }
    return chapters.joined(separator: "\n")
  }

  private var document: String {
    let rows = Catalogue.queries.map { query in
      JSONText.object([
        ("id", .string(query.id)), ("group", .string(query.group.rawValue)),
        ("zh", .string(query.meaning.zh)), ("en", .string(query.meaning.en)),
        ("by", .array(query.by.map { .string($0.rawValue) })),
        ("measures", .array(query.measures.map { .string($0.rawValue) })),
      ])
    }
    return JSONText.object([
      ("schema", .string("huying.catalogue/1")), ("queries", .array(rows)),
    ]).text + "\n"
  }
}
