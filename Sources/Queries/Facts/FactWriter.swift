import GRDB

/// Fills the tables of facts through prepared statements.
final class FactWriter {
  private let clock: LocalClock
  /// The first instant that the journal says nothing about.
  let end: Int64
  private let fact: Statement
  private let observation: Statement
  private let span: Statement
  private let tag: Statement
  private var count: Int64 = 0

  init(_ db: Database, clock: LocalClock, end: Int64) throws {
    self.clock = clock
    self.end = end
    fact = try Self.insert(26, into: "fact", db)
    observation = try Self.insert(14, into: "observation", db)
    span = try Self.insert(4, into: "span", db)
    tag = try Self.insert(2, into: "tagged", db)
  }

  private static func insert(_ columns: Int, into table: String, _ db: Database) throws -> Statement
  {
    let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
    return try db.makeStatement(sql: "INSERT INTO temp.\(table) VALUES (\(marks))")
  }

  // MARK: Observations from single entries

  /// The unit is the one that the entry names, else the lead unit at that time.
  func observe(
    _ stream: Stream, _ entry: EntryRow, _ facts: AppealFacts, unit: Int? = nil,
    kind: String? = nil, value: Int64? = nil, detail: Int64? = nil
  ) throws {
    try write(
      Observation(
        stream: stream, at: entry.at, appeal: entry.appeal, unit: unit ?? facts.unit,
        staff: entry.staff, list: entry.list, kind: kind, value: value.map(Double.init),
        detail: detail, subject: entry.subject))
  }

  func observe(
    _ stream: Stream, _ entry: EntryRow, _ facts: AppealFacts, hours: Int64
  ) throws {
    try write(
      Observation(
        stream: stream, at: entry.at, appeal: entry.appeal, unit: facts.unit,
        value: Self.hours(hours)))
  }

  func observe(
    _ stream: Stream, _ entry: EntryRow, _ facts: AppealFacts, mean: Double, detail: Int64
  ) throws {
    try write(
      Observation(
        stream: stream, at: entry.at, appeal: entry.appeal, unit: facts.unit, value: mean,
        detail: detail))
  }

  /// Not taken up is late only once the limit is over.
  func write(
    _ assignment: AppealFacts.Assignment, of appeal: Int64, takenAt: Int64?
  ) throws {
    var isMet: Double?
    if let takenAt {
      isMet = takenAt <= assignment.nodeDue ? 1 : 0
    } else if assignment.nodeDue < end {
      isMet = 0
    }
    try write(
      Observation(
        stream: .assigned, at: assignment.at, appeal: appeal, unit: assignment.unit,
        value: isMet))
  }

  // MARK: Facts

  func write(_ facts: AppealFacts, _ labels: Labels) throws {
    let levels = facts.leaf.flatMap { labels.levels[$0] }
    try run(
      fact,
      [
        facts.appeal, facts.submitted, clock.reading(facts.contact).hour, facts.channel,
        facts.reportedLeaf, facts.filedLeaf, facts.leaf, levels?.first, levels?.second,
        facts.nature,
        facts.community, facts.community.flatMap { labels.streetOfCommunity[$0] },
        facts.lane == "common" ? nil : facts.lane, facts.workflow, facts.unit, facts.firstUnit,
        facts.dispatches, facts.redos, facts.state.rawValue, facts.due, facts.limitLength,
        facts.same, facts.repeatOf, facts.campaign, facts.mode, facts.isStructured,
      ])
    try write(
      Observation(
        stream: .submitted, at: facts.submitted, appeal: facts.appeal,
        value: Self.hours(facts.submitted - facts.contact)))
    try writeDue(facts)
    try writeCloses(facts)
    if let reply = facts.reply {
      try write(
        Observation(
          stream: .instantReply, at: reply.at, appeal: facts.appeal,
          flag: reply.isRejected ? 1 : 0, subject: reply.answer))
    }
    for open in facts.spans { try run(span, [facts.appeal, open.since, open.until, open.due]) }
    for bit in 0..<64 where facts.tags & (1 << Int64(bit)) != 0 {
      try run(tag, [facts.appeal, bit])
    }
  }

  private func writeDue(_ facts: AppealFacts) throws {
    guard facts.state == .open || facts.state == .closed, !facts.isSuspended else { return }
    let closedAt = facts.state == .closed ? facts.closes.last?.at : nil
    let until = closedAt ?? end
    try write(
      Observation(
        stream: .due, at: facts.due, appeal: facts.appeal,
        value: closedAt.map { $0 <= facts.due ? 1 : 0 } ?? 0,
        flag: (facts.wasExtended ? 1 : 0) + (facts.wasSuspended ? 2 : 0),
        detail: max(0, until - facts.due)))
  }

  private func writeCloses(_ facts: AppealFacts) throws {
    for (index, close) in facts.closes.enumerated() {
      let isLast = index == facts.closes.count - 1 && facts.state == .closed
      // Known only of those watched to the end: else what came back early would weigh too much.
      var cameBack: Int64?
      if close.at + watchLength <= end {
        cameBack = close.reopenedAt.map { $0 <= close.at + watchLength ? 1 : 0 } ?? 0
      }
      try write(
        Observation(
          stream: .closed, at: close.at, appeal: facts.appeal,
          value: Self.hours(close.at - facts.submitted), flag: cameBack,
          detail: close.isUnsolved ? 0 : 1, subject: isLast ? 1 : 0))
    }
  }

  private static func hours(_ milliseconds: Int64) -> Double { Double(milliseconds) / 3_600_000 }

  // MARK: Rows

  private struct Observation {
    var stream: Stream
    var at: Int64
    var appeal: Int64
    var unit: Int?
    var staff: Int?
    var list: Int?
    var kind: String?
    var value: Double?
    var flag: Int64?
    var detail: Int64?
    var subject: Int?
  }

  private func write(_ o: Observation) throws {
    count += 1
    let (day, hour) = clock.reading(o.at)
    try run(
      observation,
      [
        o.stream.rawValue, o.at, count, day, hour, o.appeal, o.unit, o.staff, o.list, o.kind,
        o.value, o.flag, o.detail, o.subject,
      ])
  }

  private func run(
    _ statement: Statement, _ values: [(any DatabaseValueConvertible)?]
  ) throws {
    statement.setUncheckedArguments(StatementArguments(values))
    try statement.execute()
  }
}
