import ArgumentParser
import Queries
import Reporting
import ResultFiles

struct QueriesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queries",
    abstract: "Ask the journal of a run: named analyses as tables. 分析查询目录",
    discussion: """
      Without a name it lists all queries.

      Example:
        huying queries
        huying simulate Scenarios/baselines/pingshan-2018.yaml --journal --out out/base
        huying queries types chief-units --in out/base
        huying queries --all --in out/base --out out/tables
        huying queries --subscriptions subscriptions.csv --in out/base --out out/push
      """)

  @Argument(help: "Names of queries.")
  var ids: [String] = []

  @OptionGroup var journal: JournalArguments

  @Flag(help: "All queries.")
  var all = false

  @Option(help: "Rows shown of each query, in place of its own number.")
  var top: Int?

  @Option(help: "Only what concerns this unit: its name, or its number in the journal.")
  var unit: String?

  @Option(help: "Only what concerns this street.")
  var street: String?

  @Option(help: "A table of subscriptions (subscriber, query, unit, street, cadence).")
  var subscriptions: String?

  @Flag(help: "Print comma-separated values.")
  var csv = false

  @Flag(help: "Print one JSON document.")
  var json = false

  @Option(help: "Folder for one CSV a query, or for the files of subscribers.")
  var out: String?

  @OptionGroup var language: LanguageArguments

  func run() throws {
    try reportingFailures {
      let kind = try QueryRequest(given: given, ids: ids, top: top).kind()
      guard kind != .listing else {
        return try writeOut(QueryListing(language: language.language).text(json: json))
      }
      if let out { try TableFolder.precheck(out) }
      if let subscriptions, let out { return try push(subscriptions, to: out) }
      let queries = all ? Catalogue.queries : try named()
      let options = try journal.options(top: top)
      let tables = try QuerySession(
        source: try journal.open(), arms: journal.arm, language: language.language
      ).run(queries, options, about: subject())
      try deliver(tables)
    }
  }

  /// Names of the options that were given.
  private var given: Set<String> {
    let options = [
      "--in": journal.source != nil, "--arm": !journal.arm.isEmpty, "--from": journal.from != nil,
      "--to": journal.to != nil, "--all": all, "--top": top != nil, "--unit": unit != nil,
      "--street": street != nil, "--subscriptions": subscriptions != nil, "--csv": csv,
      "--json": json, "--out": out != nil,
    ]
    return Set(options.filter(\.value).keys)
  }

  /// Each query once, however often it was named.
  private func named() throws -> [Query] {
    var seen: Set<String> = []
    return try ids.filter { seen.insert($0).inserted }.map(Catalogue.query)
  }

  private func subject() -> SubjectName? {
    unit.map(SubjectName.unit) ?? street.map(SubjectName.street)
  }

  private func deliver(_ tables: [[QueryTable]]) throws {
    let shown = language.language
    if let out {
      try TableFolder.write(
        tables.map { ($0[0].id + ".csv", $0.csv()) }, to: out)
      return try writeOut("\(out)\n")
    }
    if json { return try writeOut(tables.json(shown)) }
    let texts = tables.map {
      csv ? $0.csv() : $0.map { TableText.text($0, shown) }.joined(separator: "\n")
    }
    try writeOut(texts.joined(separator: "\n"))
  }

  private func push(_ path: String, to out: String) throws {
    let list = try Subscriptions(path: path)
    let files = try list.files(
      from: try journal.open(), arms: journal.arm, options: try journal.options(top: top))
    try TableFolder.write(files, to: out)
    try writeOut(files.map { "\(out)/\($0.name)\n" }.joined())
  }
}

/// A table on a terminal, under its meaning, arm and period.
enum TableText {
  static func text(_ table: QueryTable, _ language: ReportLanguage) -> String {
    let grid = table.grid(language)
    let heading = DisplayWidth.printable("\(table.meaning[language]) [\(table.id)]")
    let place = [table.arm, table.period[language]].compactMap { $0 }.joined(separator: " · ")
    guard !grid.rows.isEmpty else {
      let none = language == .chinese ? "(没有数据)" : "(nothing to show)"
      return "\(heading)\n\(place)\n\(none)\n"
    }
    let body = TextTable(head: grid.head, rows: grid.rows, names: grid.names).text
    return "\(heading)\n\(DisplayWidth.printable(place))\n\(body)"
  }
}
