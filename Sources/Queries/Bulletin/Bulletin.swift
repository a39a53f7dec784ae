import CivicTime
import ResultFiles

/// The weekly bulletin (每周通报): what the secretary's meeting sees first.
public struct Bulletin {
  /// `2018-W40`
  public let week: String
  public let markdown: String
  /// One table a section, by the name of its file.
  public let tables: [(name: String, text: String)]

  /// - Parameter week: `2018-W40`; by default the last whole week of the journal's window.
  /// - Throws: `QueryError.badOption` for a week that is none, or not wholly in the window.
  public init(_ workspace: Workspace, week: String? = nil) throws {
    let monday = try Self.monday(week, workspace)
    self.week = monday.weekText
    let days = monday...monday.advanced(by: 6)
    let sections = try BulletinSection.all.map { section in
      (section, try workspace.run(section.query, section.options(days, workspace)))
    }
    let language = workspace.language
    let title = BilingualText(
      zh: "诉求办理每周通报 \(monday.weekText)", en: "Weekly bulletin on appeals, \(monday.weekText)")
    let period = BilingualText(
      zh: "\(days.lowerBound) 至 \(days.upperBound) · \(workspace.arm.scenario.zh)",
      en: "\(days.lowerBound) to \(days.upperBound) · \(workspace.arm.scenario.en)")
    markdown =
      "# \(title[language])\n\n\(period[language])\n\n"
      + sections.map { section, table in
        "## \(section.query.meaning[language])\n\n\(Markdown.table(table, language))"
      }.joined(separator: "\n")
      + "\n\(Self.note[language])\n"
    tables = sections.map { ($0.0.query.id + ".csv", $0.1.csv()) }
  }

  /// The text and the tables, for a folder.
  public var files: [(name: String, text: String)] { [("bulletin.md", markdown)] + tables }

  private static let note = BilingualText(
    zh: "比例后括号内为95%区间与样本数;样本少者不宜排名。评价未参与者不计入均值,评价率另列。",
    en: "Behind a share stand its 95 % interval and the number it rests on; few make no ranking. "
      + "Those who did not appraise are in no mean; the share that did stands beside.")

  private static func monday(_ week: String?, _ workspace: Workspace) throws -> CivilDate {
    let window = try workspace.window(QueryOptions())
    guard let days = workspace.wholeDays(of: window) else {
      throw QueryError.badOption("--week", detail: "the journal holds no whole day")
    }
    let last = days.upperBound.advanced(by: 1).firstOfWeek.advanced(by: -7)
    let monday = try week.map(parsed) ?? last
    guard monday >= days.lowerBound, monday <= last else {
      throw QueryError.badOption(
        "--week",
        detail: "\(monday.weekText) does not lie wholly in the journal, which knows "
          + "\(days.lowerBound) to \(days.upperBound)")
    }
    return monday
  }

  private static func parsed(_ text: String) throws -> CivilDate {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if parts.count == 2, parts[0].count == 4, parts[1].count == 3, parts[1].first == "W",
      let year = Int(parts[0]), let number = Int(parts[1].dropFirst()), (1...53).contains(number),
      let early = try? CivilDate(year: year, month: 1, day: 4)
    {
      let monday = early.firstOfWeek.advanced(by: 7 * (number - 1))
      if monday.weekText == text { return monday }
    }
    throw QueryError.badOption(
      "--week", detail: "'\(text)' is no week; write 2018-W40 for instance")
  }
}

/// A table of the bulletin.
struct BulletinSection {
  var query: Query
  var comparesWithLastWeek = false

  /// A comparison looks at the week before as well, if the journal knows it.
  func options(_ days: ClosedRange<CivilDate>, _ workspace: Workspace) throws -> QueryOptions {
    guard comparesWithLastWeek else {
      return QueryOptions(from: days.lowerBound, to: days.upperBound)
    }
    return QueryOptions(to: days.upperBound)
  }

  static let all: [BulletinSection] = [
    BulletinSection(
      query: Query(
        "bulletin-totals", .change, "本周与上周", "This week and the last",
        [.appeals, .closed, .onTime, .median, .open], comparing: .week),
      comparesWithLastWeek: true),
    section(
      "bulletin-units", "各单位按时率排名(到期3件以上,由低到高)",
      "Units by share on time (3 or more due, lowest first)",
      by: [.unit], [.dueCount, .onTime, .median, .stars, .answerShare],
      order: .ascending(.onTime), least: 3),
    section(
      "bulletin-late", "超时最多的单位", "Units with most late", by: [.unit],
      [.late, .lateDays, .oldest], top: 15, least: 1),
    section(
      "bulletin-streets", "各街道", "Streets", by: [.street], [.appeals, .onTime, .open, .overdue]),
    section(
      "bulletin-evidence", "推诿、慢作为:单位", "Shirking and idling: units", by: [.unit],
      [.evidenceCount, .shirking, .idling, .heldToAccount, .groundless], top: 15, least: 1),
    section(
      "bulletin-persons", "推诿、慢作为:人员", "Shirking and idling: persons", by: [.staff],
      [.evidenceCount, .shirking, .idling, .heldToAccount], top: 15, least: 1),
    section(
      "bulletin-ladder", "督办梯次", "Rungs of the ladder", by: [.unit],
      [.rungs, .reminders, .supervisions, .notices, .accounts], top: 15),
    section(
      "bulletin-praise", "表扬:加分最多的单位", "Praise: units with most credits", by: [.unit],
      [.points, .credits], top: 10),
    BulletinSection(
      query: Query(
        "bulletin-topics", .change, "热点类别与环比", "Hottest categories, against the week before",
        by: [.leaf], [.appeals], top: 15, least: 5, comparing: .week), comparesWithLastWeek: true),
    section(
      "bulletin-hot", "诉求最多的类别", "Categories with most appeals", by: [.leaf],
      [.appeals, .ofAll, .repeatShare, .onTime], top: 10),
  ]

  private static func section(
    _ id: String, _ zh: String, _ en: String, by: [Dimension], _ measures: [Measure],
    order: Query.Order? = nil, top: Int? = nil, least: Int = 0
  ) -> BulletinSection {
    BulletinSection(
      query: Query(
        id, .change, zh, en, by: by, measures, order: order, top: top, least: least))
  }
}
