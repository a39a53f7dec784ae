import Foundation
import GRDB

/// Small records without rows of their own, each as one JSON text in table `document`.
enum StoredDocument {
  static func encode(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func read<Value: Decodable>(_ name: String, from db: Database) throws -> Value {
    let json = try String.fetchOne(
      db, sql: "SELECT json FROM document WHERE name = ?", arguments: [name])
    guard let json else {
      throw RowReader.Mistake(detail: "document \(name) is missing")
    }
    do {
      return try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    } catch {
      throw RowReader.Mistake(detail: "document \(name) cannot be decoded")
    }
  }
}
