import GRDB
import ResultFiles

/// What the fold looks up of the labels.
struct Labels {
  var levels: [Int: (first: String, second: String)] = [:]
  var streetOfCommunity: [Int: Int] = [:]
  var unitOfList: [Int: Int] = [:]

  /// Stands for a post or grid officers where others name a unit.
  static let noUnit = -1

  init(_ db: Database, arm: Int) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT kind, id, parent, level1, level2 FROM label
        WHERE arm = ? AND kind IN ('leaf', 'community', 'list')
        """, arguments: [arm])
    while let row = try rows.next() {
      let id: Int = row[1]
      switch row[0] as String {
      case "leaf": levels[id] = (row[3] ?? "", row[4] ?? "")
      case "community": streetOfCommunity[id] = row[2]
      default: unitOfList[id] = row[2]
      }
    }
  }
}
