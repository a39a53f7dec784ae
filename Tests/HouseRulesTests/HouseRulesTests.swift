import Foundation
import Testing

/// Rules of the house that the compiler does not check.
@Suite struct HouseRulesTests {
  /// Modules of the toolchain and the system that any target may import unless a rule forbids it.
  static let toolchain: Set<String> = [
    "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch", "Testing",
  ]

  /// The deterministic targets.
  static let deterministic = ["AppealCore", "EventEngine", "AppealWorld"]

  @Test func eachFileImportsOnlyWhatItsTargetDeclares() throws {
    let targets = try DeclaredTargets()
    for folder in ["Sources", "Tests"] {
      for target in try SourceTree.folders(below: folder) {
        let files = SourceTree.swiftFiles(below: "\(folder)/\(target)")
        guard !files.isEmpty else { continue }
        let declared = try #require(
          targets.dependencies[target], "\(folder)/\(target) is no target of Package.swift")
        for file in files {
          let undeclared = try SourceTree.imports(of: file)
            .subtracting(declared).subtracting(Self.toolchain)
          #expect(undeclared.isEmpty, "\(file.lastPathComponent) of \(target)")
        }
      }
    }
  }

  @Test func declaredDependenciesAreUsed() throws {
    let targets = try DeclaredTargets()
    for target in try SourceTree.folders(below: "Sources") {
      let files = SourceTree.swiftFiles(below: "Sources/\(target)")
      guard !files.isEmpty, let declared = targets.dependencies[target] else { continue }
      let used = try files.reduce(into: Set<String>()) {
        try $0.formUnion(SourceTree.imports(of: $1))
      }
      #expect(declared.subtracting(used).isEmpty, "declared by \(target) and not imported")
    }
  }

  @Test func targetsAreAcyclic() throws {
    let graph = try DeclaredTargets().dependencies
    var done: Set<String> = []
    func visit(_ target: String, path: [String]) {
      #expect(!path.contains(target), "cycle \(path + [target])")
      guard !path.contains(target), done.insert(target).inserted else { return }
      for next in graph[target, default: []].sorted() { visit(next, path: path + [target]) }
    }
    for target in graph.keys.sorted() { visit(target, path: []) }
    #expect(done.count >= graph.count)
  }

  @Test(arguments: deterministic)
  func deterministicTargetsHaveNoClockAndNoSystemRandomness(target: String) throws {
    let forbidden = [
      "import Foundation", "import Glibc", "import Dispatch", "Date(", "ContinuousClock",
      "SuspendingClock", "clock_gettime", "gettimeofday", "DispatchTime", "Hasher",
      "SystemRandomNumberGenerator", ".random(", "randomElement", ".shuffled()", "Task.sleep",
    ]
    let files = SourceTree.swiftFiles(below: "Sources/\(target)")
    #expect(!files.isEmpty)
    for file in files {
      let text = try SourceTree.text(file)
      for word in forbidden {
        #expect(!text.contains(word), "\(target)/\(file.lastPathComponent) uses \(word)")
      }
    }
  }

  @Test func noFileIsLongerThan500Lines() throws {
    for file in SourceTree.swiftFiles(below: "Sources") + SourceTree.swiftFiles(below: "Tests") {
      let lines = try SourceTree.text(file).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 500, "\(file.lastPathComponent) has \(lines.count) lines")
    }
  }

  @Test func topLevelHoldsOnlyTheFoldersOfTheDesign() throws {
    let folders = try SourceTree.folders(below: "").filter { name in
      var isFolder: ObjCBool = false
      let path = SourceTree.root.appending(path: name).path
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && isFolder.boolValue && name != "out"
    }
    #expect(Set(folders).isSubset(of: ["Sources", "Tests", "Scenarios", "Results"]))
  }
}
