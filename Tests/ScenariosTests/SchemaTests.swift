import Foundation
import Scenarios
import Testing

@Suite("JSON Schema")
struct SchemaTests {
  private static let file = Shipped.folder.appending(path: "scenario.schema.json")

  @Test("The committed schema is the one of the catalogue; HUYING_RECORD=1 rewrites it")
  func committed() throws {
    if ProcessInfo.processInfo.environment["HUYING_RECORD"] == "1" {
      try ScenarioSchema.text.write(to: Self.file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: Self.file, encoding: .utf8) == ScenarioSchema.text)
  }

  @Test("It is JSON, and the validator accepts exactly its keys")
  func agrees() throws {
    let data = Data(ScenarioSchema.text.utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let groups = Self.groups(root, path: [])
    #expect(groups.count > 12)
    let bench = try Workbench()
    for (path, keys) in groups {
      // An unknown key makes the validator name the keys it knows, if none is near.
      let probe = "zzzzzzzzzzzzzzzz"
      var text = ""
      for (depth, name) in path.enumerated() {
        text += String(repeating: " ", count: depth) + "\(name):\n"
      }
      text += String(repeating: " ", count: path.count) + "\(probe): 1\n"
      let (lines, _) = bench.complaints(try bench.overlay(text, name: "\(path.joined()).yaml"))
      let line = try #require(lines.first)
      let known = try #require(line.components(separatedBy: "the keys are ").last)
        .components(separatedBy: ", ").filter { $0 != "…" }
      #expect(known == Array(keys.prefix(12)), "\(path)")
    }
  }

  /// All mappings of fixed keys, with their keys in the order of the file.
  private static func groups(
    _ schema: [String: Any], path: [String]
  ) -> [(path: [String], keys: [String])] {
    guard schema["type"] as? String == "object",
      let properties = schema["properties"] as? [String: [String: Any]]
    else { return [] }
    let order = ScenarioSchema.text
    let keys = properties.keys.sorted { $0 < $1 }
    let nested = keys.flatMap { groups(properties[$0] ?? [:], path: path + [$0]) }
    let depth = String(repeating: " ", count: 4 + 4 * path.count)
    let sorted = keys.sorted { first, second in
      position(of: first, path, depth, order) < position(of: second, path, depth, order)
    }
    return [(path, sorted)] + nested
  }

  private static func position(
    of key: String, _ path: [String], _ indent: String, _ text: String
  ) -> String.Index {
    var start = text.startIndex
    for (depth, name) in path.enumerated() {
      let indent = String(repeating: " ", count: 4 + 4 * depth)
      start =
        text.range(of: "\n\(indent)\"\(name)\":", range: start..<text.endIndex)?.upperBound
        ?? start
    }
    return text.range(of: "\n\(indent)\"\(key)\":", range: start..<text.endIndex)?.lowerBound
      ?? text.endIndex
  }
}
