import Foundation
import GRDB
import ResultFiles

/// An opened journal: its arms, and a workspace for questions about each of them.
///
/// It reads through five tables or views of one connection: `arm`, `zone_offset`, `working_day`,
/// `label`, `journal`, as `JournalFile.schema` defines them. A store that offers the same can be
/// asked the same. Nothing is written but temporary tables.
public final class JournalSource {
  public let arms: [JournalArm]
  private let numbers: [Int]
  private let path: String
  private let queue: DatabaseQueue

  /// Opens `journal.sqlite` in a folder of results, or the file itself.
  ///
  /// - Throws: `QueryError`.
  public convenience init(path: String) throws(QueryError) {
    var file = path
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    if isFolder.boolValue {
      file = path + "/" + JournalFile.name
      guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
        guard ResultFolder.exists(at: path) else {
          throw .foreign(path: path, detail: "a folder that is not of results")
        }
        throw .noJournal(path: path)
      }
      guard !isFolder.boolValue else { throw .foreign(path: file, detail: "a folder") }
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.label = "journal"
    let queue: DatabaseQueue
    do {
      queue = try DatabaseQueue(path: file, configuration: configuration)
      try queue.inDatabase { try Self.checkFile($0, path: file) }
    } catch {
      throw Self.translated(error, path: file)
    }
    try self.init(queue, path: file)
  }

  /// - Parameters:
  ///   - queue: a connection with the five tables.
  ///   - path: of what is connected, for messages.
  /// - Throws: `QueryError`.
  public init(_ queue: DatabaseQueue, path: String) throws(QueryError) {
    self.queue = queue
    self.path = path
    do {
      (numbers, arms) = try queue.inDatabase { db in
        let reader = ArmReader(path: path)
        let numbers = try Int.fetchAll(db, sql: "SELECT arm FROM arm ORDER BY arm")
        return (numbers, try numbers.map { try reader.arm($0, db) })
      }
    } catch {
      throw Self.translated(error, path: path)
    }
    guard !arms.isEmpty else { throw .damaged(path: path, detail: "it names no arm") }
  }

  /// The arms that `selection` names, all of them if it names none.
  ///
  /// - Parameter selection: `scenario` or `scenario/explanation`.
  /// - Throws: `QueryError.unknownArm`.
  public func arms(_ selection: [String]) throws(QueryError) -> [Int] {
    guard !selection.isEmpty else { return Array(arms.indices) }
    var chosen: [Int] = []
    for name in selection {
      let found = arms.indices.filter {
        arms[$0].arm.scenario == name || arms[$0].name == name
      }
      guard !found.isEmpty else { throw .unknownArm(name, known: arms.map(\.name)) }
      chosen += found.filter { !chosen.contains($0) }
    }
    return chosen.sorted()
  }

  /// Makes the tables of facts of one arm and hands them to `body`. O(n log n) in its entries.
  ///
  /// - Throws: `QueryError`, or what `body` throws.
  public func withWorkspace<Value>(
    arm index: Int, language: ReportLanguage, _ body: (Workspace) throws -> Value
  ) throws -> Value {
    do {
      return try queue.inDatabase { db in
        let builder = FactBuilder(
          db: db, number: numbers[index], arm: arms[index], language: language)
        defer { builder.drop() }
        return try body(try builder.workspace())
      }
    } catch let error as DatabaseError {
      throw Self.translated(error, path: path)
    } catch let error as FactBuilder.Mistake {
      throw QueryError.damaged(path: path, detail: error.detail)
    }
  }

  private static func checkFile(_ db: Database, path: String) throws {
    let application = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    let isOld = try db.tableExists("journal") && !db.tableExists("arm")
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard application == JournalFile.applicationID || isOld else {
      throw QueryError.foreign(path: path, detail: "a database of something else")
    }
    let supported = JournalFile.schemaVersion
    guard version >= supported, !isOld else {
      throw QueryError.olderSchema(path: path, found: max(1, version), supported: supported)
    }
    guard version == supported else {
      throw QueryError.newerSchema(path: path, found: version, supported: supported)
    }
  }

  private static func translated(_ error: any Error, path: String) -> QueryError {
    if let error = error as? QueryError { return error }
    guard let error = error as? DatabaseError else {
      return .damaged(path: path, detail: "\(error)")
    }
    let detail = error.message ?? "SQLite error \(error.resultCode.rawValue)"
    return switch error.resultCode {
    case .SQLITE_NOTADB: .foreign(path: path, detail: detail)
    case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_PERM, .SQLITE_AUTH:
      .inputOutput(path: path, detail: detail)
    default: .damaged(path: path, detail: detail)
    }
  }
}

extension JournalArm {
  /// `scenario/explanation`
  public var name: String { arm.scenario + "/" + arm.explanation }
}

/// Reads the rows that describe an arm.
private struct ArmReader {
  let path: String

  func arm(_ number: Int, _ db: Database) throws -> JournalArm {
    guard
      let row = try Row.fetchOne(db, sql: "SELECT * FROM arm WHERE arm = ?", arguments: [number]),
      let start = row["window_start"] as Int64?, let end = row["window_end"] as Int64?, start < end
    else { throw QueryError.damaged(path: path, detail: "the window of arm \(number) is empty") }
    let offsets = try Row.fetchAll(
      db, sql: "SELECT since, seconds FROM zone_offset WHERE arm = ? ORDER BY since",
      arguments: [number]
    ).map { JournalArm.Offset(since: $0[0], seconds: $0[1]) }
    let shift = row["need_shift"] as Int?
    try check(
      start...end, offsets, shift, ofArm: number)
    return JournalArm(
      arm: Arm(scenario: row["scenario"], explanation: row["explanation"]),
      replication: row["replication"],
      scenario: BilingualText(zh: row["scenario_zh"], en: row["scenario_en"]),
      explanation: BilingualText(zh: row["explanation_zh"], en: row["explanation_en"]),
      zone: row["zone"], offsets: offsets,
      workingDays: try Int.fetchAll(
        db, sql: "SELECT day FROM working_day WHERE arm = ? ORDER BY day", arguments: [number]),
      window: start..<end, needShift: shift)
  }

  private func check(
    _ window: ClosedRange<Int64>, _ offsets: [JournalArm.Offset], _ shift: Int?, ofArm number: Int
  ) throws(QueryError) {
    let bounds = [window.lowerBound, window.upperBound]
    guard bounds.allSatisfy(Plausible.instants.contains) else {
      throw .damaged(
        path: path, detail: "the window of arm \(number) begins before 1900 or ends after 2200")
    }
    guard !offsets.isEmpty else {
      throw .damaged(path: path, detail: "arm \(number) has no offset from UTC")
    }
    if let wrong = offsets.first(where: { !Plausible.offsets.contains($0.seconds) }) {
      throw .damaged(
        path: path, detail: "the clock of arm \(number) is \(wrong.seconds) s ahead of UTC")
    }
    if let shift, !Plausible.shifts.contains(shift) {
      throw .damaged(
        path: path, detail: "references of arm \(number) cannot be shifted by \(shift) bits")
    }
  }
}
