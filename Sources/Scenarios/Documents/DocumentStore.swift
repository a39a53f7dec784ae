import Foundation
import Synchronization

/// Reads documents and tables once, resolves `extends`, and keeps what it read.
final class DocumentStore: Sendable {
  /// Limits of one file, in bytes.
  static let documentLimit = 1 << 20
  static let tableLimit = 8 << 20
  /// Longest chain of `extends`, and most documents it may visit.
  static let longestChain = 16
  static let mostDocuments = 64

  /// Folder of the shipped scenarios, for paths that begin with `huying:`.
  let library: String?
  private let documents = Mutex<[String: DocumentNode]>([:])
  private let tables = Mutex<[String: CSVTable]>([:])

  init(library: String?) { self.library = library }

  /// A document with all that it extends laid under it.
  func resolved(
    _ path: String, shape: Shape
  ) throws(ScenarioError) -> DocumentNode {
    var visits = Self.mostDocuments
    do {
      return try layered(path, chain: [], &visits, shape)
    } catch {
      throw ScenarioError(error)
    }
  }

  private func layered(
    _ path: String, chain: [String], _ visits: inout Int, _ shape: Shape
  ) throws(ScenarioProblem) -> DocumentNode {
    let document = try document(path)
    let here = chain + [Self.normal(path)]
    visits -= 1
    try NamedOnce.check(document, shape)
    guard let extends = document["extends"] else { return document }
    var base: DocumentNode?
    for reference in try Self.references(extends) {
      let target = try locate(reference.path, reference.place)
      try checkChain(here, target, reference.place, visits)
      _ = try Self.naming("extends", reference.place) { () throws(ScenarioProblem) in
        try self.document(target)
      }
      let layer = try layered(target, chain: here, &visits, shape)
      base = base.map { Overlay.merge($0, layer, shape) } ?? layer
    }
    return base.map { Overlay.merge($0, document.titled, shape) } ?? document
  }

  private func checkChain(
    _ chain: [String], _ target: String, _ place: Place, _ visits: Int
  ) throws(ScenarioProblem) {
    let next = Self.normal(target)
    if let start = chain.firstIndex(of: next) {
      let names = (chain[start...] + [next]).map { Self.shown($0) }
      throw place.problem(
        "extends",
        "the documents extend each other in a circle: "
          + names.joined(separator: " → "), mend: "take one `extends` away")
    }
    guard chain.count < Self.longestChain, visits > 0 else {
      throw place.problem(
        "extends", "the chain of documents is longer than \(Self.longestChain)",
        mend: "extend a document nearer to the base")
    }
  }

  private static func references(
    _ node: DocumentNode
  ) throws(ScenarioProblem) -> [(path: String, place: Place)] {
    let nodes = node.items ?? [node]
    var references: [(path: String, place: Place)] = []
    for node in nodes {
      guard let text = node.text, !node.isNull else {
        throw node.place.problem(
          "extends", "\(node.noun) is no path", mend: "write the path of a scenario")
      }
      references.append((text, node.place))
    }
    return references
  }

  /// The path of a file that a document names, relative to that document.
  func locate(_ reference: String, _ place: Place) throws(ScenarioProblem) -> String {
    if reference.hasPrefix("huying:") {
      guard let library else {
        throw place.problem(
          nil, "the shipped scenarios are not found",
          mend: "set HUYING_SCENARIOS to the folder `Scenarios`", code: .noInput)
      }
      return library + "/" + reference.dropFirst("huying:".count)
    }
    if reference.hasPrefix("/") { return reference }
    let folder = (place.file as NSString).deletingLastPathComponent
    return folder.isEmpty ? reference : folder + "/" + reference
  }

  /// Turns the absence of a file into a complaint about the line that names it.
  private static func naming<Result>(
    _ key: String, _ place: Place, _ body: () throws(ScenarioProblem) -> Result
  ) throws(ScenarioProblem) -> Result {
    do {
      return try body()
    } catch {
      guard error.line == nil, error.code == .noInput || error.code == .noPermission else {
        throw error
      }
      throw place.problem(
        key, "\(error.what): \(Printable.text(error.file))", mend: error.mend, code: error.code)
    }
  }

  private func document(_ path: String) throws(ScenarioProblem) -> DocumentNode {
    let name = Self.normal(path)
    if let known = documents.withLock({ $0[name] }) { return known }
    let shown = Self.shown(name)
    let text = try InputFile.text(name, shown: shown, limit: Self.documentLimit)
    let node = try YAMLReader.read(text, file: shown)
    guard node.entries != nil else {
      throw node.place.problem(
        nil, "the document is \(node.noun), not a mapping", mend: "write `key: value` lines",
        code: .dataError)
    }
    documents.withLock { $0[name] = node }
    return node
  }

  /// The table that a key of a document names.
  func table(
    _ reference: String, key: String, _ place: Place
  ) throws(ScenarioProblem) -> CSVTable {
    let path = try locate(reference, place)
    return try Self.naming(key, place) { () throws(ScenarioProblem) in try self.table(path) }
  }

  private func table(_ path: String) throws(ScenarioProblem) -> CSVTable {
    let name = Self.normal(path)
    if let known = tables.withLock({ $0[name] }) { return known }
    let shown = Self.shown(name)
    let text = try InputFile.text(name, shown: shown, limit: Self.tableLimit)
    let table = try CSVTable(text, file: shown)
    tables.withLock { $0[name] = table }
    return table
  }

  /// Absolute, without `.`, `..` or links, so that one file has one name.
  static func normal(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Relative to the current folder where the file lies below it.
  static func shown(_ path: String) -> String {
    let here = normal(FileManager.default.currentDirectoryPath) + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}

extension DocumentNode {
  /// With its id as title where it says an id alone: a title inherited would be another's.
  fileprivate var titled: DocumentNode {
    guard let entries, let id = entries.first(where: { $0.key == "id" }),
      !entries.contains(where: { $0.key == "title" })
    else { return self }
    var node = self
    node.content = .map(entries + [Entry(key: "title", place: id.place, value: id.value)])
    return node
  }
}
