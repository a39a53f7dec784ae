import AppealCore
import AppealWorld
import Foundation
import Scenarios
import Testing

@Suite("Shipped scenarios")
struct ShippedScenarioTests {
  @Test("Each loads, alone and under each explanation", arguments: Shipped.scenarios)
  func loads(path: String) throws {
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    let scenario = try Shipped.library.load(path)
    #expect(scenario.id == name)
    #expect(scenario.explanation == nil)
    var hashes = [scenario.hash]
    for explanation in Shipped.explanations {
      let explained = try Shipped.library.load(path, explanation: explanation)
      #expect(explained.id == name)
      #expect(explained.explanation?.id == explanation)
      hashes.append(explained.hash)
    }
    #expect(Set(hashes).count == 4)
    #expect(scenario.hash.count == 64)
  }

  @Test("All that the issue names are there")
  func complete() {
    let names = Set(Shipped.scenarios.map { URL(filePath: $0).lastPathComponent })
    let wanted = [
      "pingshan-2016", "pingshan-2018", "package-1", "package-2", "package-3", "package-4",
      "capacity-plus-10", "one-more-dispatcher", "typhoon",
    ]
    #expect(names.isSuperset(of: wanted.map { $0 + ".yaml" }))
    #expect(Shipped.files(in: "explanations").count == 3)
  }

  @Test("Every parameter names its source, and an assumed one its range and neutral value")
  func provenance() throws {
    for path in Shipped.scenarios {
      for explanation in Shipped.explanations {
        let scenario = try Shipped.library.load(path, explanation: explanation)
        #expect(scenario.assumptions.count >= 25)
        #expect(Set(scenario.parameters.map(\.key)).count == scenario.parameters.count)
        for parameter in scenario.assumptions {
          #expect(parameter.low <= parameter.value && parameter.value <= parameter.high)
          #expect(parameter.neutral.isFinite)
          #expect(parameter.note.zh.contains { $0.isHan }, "\(parameter.key)")
          #expect(
            !parameter.note.en.isEmpty && !parameter.note.en.contains { $0.isHan },
            "\(parameter.key)")
        }
        for parameter in scenario.parameters where parameter.source != .assumed {
          #expect(parameter.low == parameter.value && parameter.high == parameter.value)
        }
      }
    }
  }

  @Test("An overlay that restates its base has the same plan, byte for byte")
  func restated() throws {
    let bench = try Workbench()
    let base = try Shipped.library.load(Shipped.base)
    let bare = try bench.overlay("")
    #expect(try Shipped.library.load(bare).hash == base.hash)
    let text = try String(contentsOfFile: Shipped.base, encoding: .utf8)
      .replacingOccurrences(of: "../tables/", with: "\(Shipped.folder.path)/tables/")
      .replacingOccurrences(of: "-2018.csv", with: "-copy.csv")
      .replacingOccurrences(of: "mean: 0.15,", with: "mean: 0.150,")
    for table in ["roster", "limits", "demand"] {
      let path = Shipped.path("baselines/\(table)-2018.csv")
      let copy = "# A comment more\n" + (try String(contentsOfFile: path, encoding: .utf8))
      try bench.write("\(table)-copy.csv", copy)
    }
    let restated = try bench.write(
      "restated.yaml", "extends: huying:baselines/pingshan-2018.yaml\n" + text)
    #expect(try Shipped.library.load(restated).hash == base.hash)
    let changed = try bench.overlay("returns: {limit: 3}\n", name: "changed.yaml")
    #expect(try Shipped.library.load(changed).hash != base.hash)
  }
}

extension Character {
  /// Whether it is a Chinese character.
  fileprivate var isHan: Bool {
    unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }
}
