import Foundation

/// The sources as text: what the house rules are checked on.
enum SourceTree {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Swift files below a folder of the package, sorted by path.
  static func swiftFiles(below folder: String) -> [URL] {
    let base = root.appending(path: folder)
    let found = FileManager.default.enumerator(at: base, includingPropertiesForKeys: nil)
    return (found?.compactMap { $0 as? URL } ?? [])
      .filter { $0.pathExtension == "swift" }
      .sorted { $0.path < $1.path }
  }

  static func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }

  static func folders(below folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      .filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Modules that a file imports.
  static func imports(of file: URL) throws -> Set<String> {
    let statement =
      /^\s*(?:(?:public|package|internal|private|fileprivate|@\w+(?:\([^)]*\))?)\s+)*import\s+(?:(?:struct|class|enum|func|typealias|protocol|let|var)\s+)?(\w+)/
    var modules: Set<String> = []
    for line in try text(file).split(separator: "\n") {
      if let match = line.firstMatch(of: statement) { modules.insert(String(match.1)) }
    }
    return modules
  }
}

/// The targets of Package.swift with the modules each one declares.
struct DeclaredTargets {
  var dependencies: [String: Set<String>] = [:]

  init() throws {
    let manifest = try SourceTree.text(SourceTree.root.appending(path: "Package.swift"))
    let target = /\.(?:target|executableTarget|testTarget)\(\s*name:\s*"(\w+)"/
    let starts = manifest.matches(of: target)
    for (position, match) in starts.enumerated() {
      let end =
        position + 1 < starts.count ? starts[position + 1].range.lowerBound : manifest.endIndex
      let block = manifest[match.range.upperBound..<end]
      dependencies[String(match.1)] = Self.names(in: block)
    }
  }

  private static func names(in block: Substring) -> Set<String> {
    guard let opening = block.range(of: "dependencies: [") else { return [] }
    var depth = 1
    var index = opening.upperBound
    while index < block.endIndex, depth > 0 {
      if block[index] == "[" { depth += 1 }
      if block[index] == "]" { depth -= 1 }
      index = block.index(after: index)
    }
    let list = block[opening.upperBound..<index]
      .replacing(/package:\s*"[^"]*"/, with: "")
    return Set(list.matches(of: /"([\w.]+)"/).map { String($0.1) })
  }
}
