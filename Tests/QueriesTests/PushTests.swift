import Foundation
import Queries
import ResultFiles
import Testing

/// Subscriptions and the weekly bulletin.
@Suite struct PushTests {
  private func files(
    _ text: String, _ journal: TinyJournal = RichJournal.make()
  ) throws -> [String: String] {
    let folder = try TinyJournal.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try journal.write(to: folder + "/journal.sqlite")
    let list = try Subscriptions(text: text, path: "list.csv")
    let files = try list.files(
      from: JournalSource(path: folder + "/journal.sqlite"), arms: [], options: QueryOptions())
    return Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
  }

  @Test("Each subscriber gets a text in both languages and tables with its own rows only")
  func letters() throws {
    let files = try files(
      """
      # who, what, about whom, how often
      subscriber,query,unit,street,cadence
      order,units,Order office,,monthly
      order,types,Order office,,monthly
      kengzi,streets,,1,monthly
      """)
    #expect(
      Set(files.keys) == [
        "order.md", "order.units.csv", "order.types.csv", "kengzi.md", "kengzi.streets.csv",
      ])
    let units = try #require(files["order.units.csv"]).split(separator: "\n")
    #expect(units.count == 2 && units[1].hasPrefix("base/plain,Order office,1,"))
    let streets = try #require(files["kengzi.streets.csv"]).split(separator: "\n")
    #expect(streets.count == 2 && streets[1].hasPrefix("base/plain,Kengzi,1,"))
    let letter = try #require(files["order.md"])
    #expect(letter.contains("您订阅了2项分析") && letter.contains("You subscribe to 2 queries"))
    #expect(letter.contains("2018-11-01 to 2018-11-30 (monthly)"))
    #expect(letter.contains("Order office") && !letter.contains("Water office"))
  }

  @Test("Names with hyphens run into no other's files")
  func hyphens() throws {
    let files = try files(
      """
      subscriber,query,cadence
      x,communities-months,monthly
      x-communities,months,monthly
      x,communities-months,daily
      """)
    #expect(
      Set(files.keys) == [
        "x.md", "x.communities-months.csv", "x.communities-months-2.csv", "x-communities.md",
        "x-communities.months.csv",
      ])
  }

  @Test("A list that is not there, or is a folder, is refused with what to name")
  func noList() throws {
    let folder = try TinyJournal.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for (path, words) in [(folder + "/none.csv", "no such file"), (folder, "a folder is there")] {
      let error = #expect(throws: QueryError.self) { try Subscriptions(path: path) }
      let sentence = error?.description ?? ""
      #expect(sentence.contains(words) && sentence.contains("subscriber,query"), "\(sentence)")
      #expect(error?.exitCode == 66)
    }
  }

  @Test("A folder for tables is named, and is nothing else's; two files of a name are refused")
  func refusedFolders() throws {
    let folder = try TinyJournal.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for path in ["", "  "] {
      let error = #expect(throws: QueryError.self) { try TableFolder.precheck(path) }
      #expect(error?.description == "--out: it is empty; name a folder." && error?.exitCode == 64)
    }
    try "x".write(toFile: folder + "/file", atomically: true, encoding: .utf8)
    for path in [folder, folder + "/file"] {
      let error = #expect(throws: ResultFolderError.self) { try TableFolder.precheck(path) }
      #expect(error?.description.contains("not a folder of tables (") == true)
    }
    for names in [["a.csv", "a.csv"], ["contents.json"]] {
      #expect(throws: ResultFolderError.self) {
        try TableFolder.write(names.map { ($0, "") }, to: folder + "/tables")
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["file"])
  }

  @Test("A cadence takes the last whole period; a comparison also the one before")
  func cadence() throws {
    let files = try files(
      """
      subscriber,query,street,cadence
      a,types,1,weekly
      b,types-month-on-month,1,monthly
      c,types,,daily
      """)
    #expect(try #require(files["a.md"]).contains("2018-11-19 to 2018-11-25 (weekly)"))
    #expect(try #require(files["b.md"]).contains("2018-11-30 against 2018-10-01"))
    #expect(try #require(files["c.md"]).contains("2018-11-30 to 2018-11-30 (daily)"))
  }

  @Test(
    "A broken list is refused with its line",
    arguments: [
      ("", 1, "no subscription"), ("subscriber,query\na,types", 1, "cadence is missing"),
      ("subscriber,query,cadence,colour\n", 1, "'colour' is no column"),
      ("subscriber,query,cadence\na,types", 2, "has 2 fields"),
      ("subscriber,query,cadence\na,types,hourly", 2, "'hourly' is no cadence"),
      ("subscriber,query,cadence\n\na,unit-late,weekly", 3, "did you mean units-late"),
      ("subscriber,query,cadence\n../a,types,weekly", 2, "names no file"),
      ("subscriber,query,unit,street,cadence\na,types,x,y,weekly", 2, "not both"),
      ("subscriber,query,unit,cadence\na,types,Nobody,weekly", 2, "no unit 'Nobody'"),
      ("subscriber,query,street,cadence\na,types,Nowhere,weekly", 2, "no street 'Nowhere'"),
      ("subscriber,query,cadence\n\"a,types,weekly", 2, "a quote stays open"),
    ])
  func broken(text: String, line: Int, words: String) throws {
    let error = #expect(throws: QueryError.self) { try files(text) }
    let sentence = error?.description ?? ""
    #expect(sentence.hasPrefix("list.csv:\(line): ") && sentence.contains(words), "\(sentence)")
    #expect(error?.exitCode == 65)
  }

  @Test("Injected SQL is a name that nothing has")
  func injection() {
    #expect(throws: QueryError.self) {
      try files("subscriber,query,unit,cadence\na,types,x' OR 1=1 --,weekly")
    }
  }

  @Test("The bulletin of a week: ranking, lateness, evidence, ladder, praise, topics")
  func bulletin() throws {
    let bulletin = try RichJournal.make().ask { try Bulletin($0, week: "2018-W40") }
    #expect(bulletin.week == "2018-W40")
    let text = bulletin.markdown
    #expect(text.contains("2018-10-01 to 2018-10-07"))
    #expect(bulletin.tables.count == 10)
    let tables = Dictionary(uniqueKeysWithValues: bulletin.tables.map { ($0.name, $0.text) })
    let evidence = try #require(tables["bulletin-evidence.csv"]).split(separator: "\n")
    #expect(evidence.contains("base/plain,Water office,1,1,0,0,1"))
    let persons = try #require(tables["bulletin-persons.csv"]).split(separator: "\n")
    #expect(persons.contains("base/plain,Water crew,1,1,0,0"))
    let praise = try #require(tables["bulletin-praise.csv"]).split(separator: "\n")
    #expect(praise.contains("base/plain,Order office,2,1"))
    let late = try RichJournal.make().ask { try Bulletin($0, week: "2018-W41") }
    let lateTable = try #require(late.tables.first { $0.name == "bulletin-late.csv" }).text
    #expect(lateTable.contains("base/plain,Power company,1,51.25,"))
    #expect(bulletin.files.first?.name == "bulletin.md")
  }

  @Test("The last whole week by default, in Chinese; other weeks are refused")
  func weeks() throws {
    try RichJournal.make().ask(.chinese) { workspace in
      let bulletin = try Bulletin(workspace)
      #expect(bulletin.week == "2018-W47")
      #expect(bulletin.markdown.contains("每周通报") && bulletin.markdown.contains("本期没有。"))
      for week in ["2018-W48", "2018-W39", "2018-40", "2018-W00", "2019-W53", "week"] {
        let error = #expect(throws: QueryError.self) { try Bulletin(workspace, week: week) }
        #expect(error?.description.hasPrefix("--week: ") == true)
      }
    }
  }

  @Test("Names cannot break a table of Markdown")
  func escaping() throws {
    let journal = RichJournal.make()
    journal.labels = journal.labels.map { label in
      var label = label
      if label.kind == .unit, label.id == 0 {
        label.name = BilingualText(zh: "甲|<b>", en: "A | <b>")
      }
      return label
    }
    let text = try journal.ask { try Bulletin($0, week: "2018-W40").markdown }
    #expect(text.contains("A \\| \\<b>"))
  }

  @Test("Tables are written as a folder or not at all, and replace only their like")
  func folder() throws {
    let folder = try TinyJournal.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/tables"
    try TableFolder.write([("a.csv", "x\n")], to: path)
    try TableFolder.write([("b.csv", "y\n")], to: path)
    let names = try FileManager.default.contentsOfDirectory(atPath: path)
    #expect(Set(names) == ["b.csv", "contents.json"])
    #expect(throws: ResultFolderError.self) { try TableFolder.write([("c.csv", "")], to: folder) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["tables"])
    #expect(throws: ResultFolderError.self) {
      try TableFolder.write([("none/such.csv", "")], to: path)
    }
    #expect(Set(try FileManager.default.contentsOfDirectory(atPath: path)) == Set(names))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["tables"])
  }
}
