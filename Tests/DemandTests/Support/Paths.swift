import Foundation

enum Paths {
  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let tables = package.appending(path: "Scenarios/tables/pingshan")
  static let trace = package.appending(path: "../shared/data/pingshan_2018-02_to_10.csv.gz")
    .standardized

  static var hasTrace: Bool { FileManager.default.fileExists(atPath: trace.path) }

  static func table(_ name: String) throws -> CSVTable {
    let file = tables.appending(path: "\(name).csv")
    return try CSVTable(parsing: String(contentsOf: file, encoding: .utf8))
  }
}
