import GRDB
import ResultFiles

/// A unit or street as people name it: its name, or its number in the journal.
public enum SubjectName: Sendable, Equatable {
  case unit(String), street(String)
}

/// Finding things by name or number.
extension Workspace {
  /// - Throws: `QueryError.badOption` where the journal knows nothing of that name.
  func subject(_ name: SubjectName) throws -> QueryOptions.Subject {
    switch name {
    case .unit(let text):
      if let id = try number(of: .unit, named: text) { return .unit(id) }
      throw QueryError.badOption("--unit", detail: "the journal of \(arm.name) has no '\(text)'")
    case .street(let text):
      if let id = try number(of: .street, named: text) { return .street(id) }
      throw QueryError.badOption("--street", detail: "the journal of \(arm.name) has no '\(text)'")
    }
  }

  /// The unit or street that a text means: a number of the journal, or its whole name.
  ///
  /// - Throws: the error of the database. Nil where nothing is called so.
  func number(of kind: JournalLabel.Kind, named text: String) throws -> Int? {
    let sql = """
      SELECT DISTINCT id FROM label JOIN arm USING (arm)
      WHERE scenario = ? AND explanation = ? AND replication = ? AND kind = ?
        AND (zh = ? OR en = ? OR CAST(id AS TEXT) = ?)
      ORDER BY id
      """
    return try Int.fetchOne(
      db, sql: sql,
      arguments: [
        arm.arm.scenario, arm.arm.explanation, arm.replication, kind.rawValue, text, text, text,
      ])
  }
}
