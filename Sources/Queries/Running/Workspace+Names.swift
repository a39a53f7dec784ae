import GRDB
import ResultFiles

/// Finding things by name or number.
extension Workspace {
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
