import AppealStore
import Foundation

/// What the commands about stores share.
enum StoreAccess {
  /// - Throws: `CommandError` with 64 where no file is named, `StoreError`.
  static func reader(_ file: String) throws -> StoreReader {
    guard !file.trimmingCharacters(in: .whitespaces).isEmpty else {
      throw CommandError(sentence: "the file of a store is missing; name one.", code: 64)
    }
    return try StoreReader(path: file)
  }

  /// One document, keys sorted.
  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }
}
