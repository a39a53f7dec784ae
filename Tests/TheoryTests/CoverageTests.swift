import Foundation
import Testing

/// Every theory case is either asked or listed as not applicable, and the facts carried here are
/// those of the shared table.
@Suite struct CoverageTests {
  struct Fact {
    var expected: String
    var tolerance: String
  }

  static let table = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/checks/theory_cases.csv")

  /// The ids before the suffix that tells variants apart.
  static let asked = Set(
    TheoryTable.cases.map { $0.row.id.split(separator: " ").first.map(String.init) ?? "" })

  @Test func listsDoNotOverlap() {
    #expect(Self.asked.isDisjoint(with: TheoryTable.exactOrCompared))
    #expect(Self.asked.isDisjoint(with: TheoryTable.notApplicable.keys))
    #expect(TheoryTable.exactOrCompared.isDisjoint(with: TheoryTable.notApplicable.keys))
    let all = Self.asked.count + TheoryTable.exactOrCompared.count + TheoryTable.notApplicable.count
    #expect(all == 114)
    #expect(TheoryTable.notApplicable.values.allSatisfy { !$0.isEmpty })
    let names = TheoryTable.studies.map(\.name)
    #expect(Set(names).count == names.count, "the lab knows studies by name")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: table.path), "no shared checks here"))
  func listsCoverTheSharedTable() throws {
    let facts = try Self.facts()
    let known = Self.asked.union(TheoryTable.exactOrCompared).union(TheoryTable.notApplicable.keys)
    #expect(Set(facts.keys) == known)
    for item in TheoryTable.cases {
      let parts = item.row.id.split(separator: " ")
      let fact = try #require(facts[String(parts[0])])
      let position = parts.count > 1 && parts[1] == "clearing" ? 1 : 0
      let expected = fact.expected.split(separator: ";")[position]
      #expect(Double(expected) == item.row.expected, "\(item.row.id)")
      #expect(Double(fact.tolerance) == item.row.tolerance, "\(item.row.id)")
    }
  }

  /// id → expected and tolerance. Quoted fields may hold commas.
  static func facts() throws -> [String: Fact] {
    var facts: [String: Fact] = [:]
    let text = try String(contentsOf: table, encoding: .utf8)
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let fields = fields(of: line)
      facts[fields[0]] = Fact(expected: fields[4], tolerance: fields[5])
    }
    return facts
  }

  private static func fields(of line: Substring) -> [String] {
    var (fields, isQuoted) = ([""], false)
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
