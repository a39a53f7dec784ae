import Foundation

/// Reads scenarios and keeps the files it has read, so that a scenario can be built many times with
/// other values of its assumptions.
public final class ScenarioLibrary: Sendable {
  let store: DocumentStore

  /// The folder of the shipped scenarios, if it was found.
  public var folder: String? { store.library }

  /// - Parameter folder: the folder `Scenarios`; looked for when nil.
  public init(folder: String? = nil) {
    store = DocumentStore(library: folder ?? Self.locate())
  }

  /// The folder of the shipped scenarios: `HUYING_SCENARIOS`, or `Scenarios` in a folder above the
  /// program, or where the program was built.
  static func locate() -> String? {
    var candidates: [String] = []
    if let named = ProcessInfo.processInfo.environment["HUYING_SCENARIOS"] {
      candidates.append(named)
    }
    var above = URL(fileURLWithPath: CommandLine.arguments.first ?? "").resolvingSymlinksInPath()
    while above.path.count > 1 {
      above.deleteLastPathComponent()
      candidates.append(above.appending(path: "Scenarios").path)
    }
    let built = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    candidates.append(built.appending(path: "Scenarios").path)
    return candidates.first {
      FileManager.default.fileExists(atPath: $0 + "/scenario.schema.json")
    }
  }

  /// Reads a scenario, lays it over what it extends and an explanation over both, checks it and
  /// builds its plan. Files are read once; further loads take a few milliseconds.
  ///
  /// - Parameters:
  ///   - path: of the document; `huying:` names a shipped one.
  ///   - explanation: path of a document in `explanations`, or the bare name of a shipped one.
  ///   - settings: values that replace those of parameters, by key; of a distribution its mean.
  /// - Throws: all that is wrong, each problem as one line.
  public func load(
    _ path: String, explanation: String? = nil, settings: [String: Double] = [:]
  ) throws(ScenarioError) -> Scenario {
    try load(path, explanation: explanation, layers: [], settings: settings)
  }

  /// - Parameter layers: documents without headings, laid over scenario and explanation in turn.
  func load(
    _ path: String, explanation: String?, layers: [DocumentNode], settings: [String: Double]
  ) throws(ScenarioError) -> Scenario {
    let shape = Shape.group(Catalogue.document)
    var document = try store.resolved(try file(path), shape: shape)
    let heading = document
    try Self.checkKind(document)
    var reason: Explanation?
    if let explanation {
      let over = try store.resolved(try explanationFile(explanation), shape: shape)
      guard over["kind"]?.text == "explanation" else {
        throw ScenarioError(
          over.place.problem(
            "kind", "this is no explanation", mend: "name a file that says `kind: explanation`"))
      }
      reason = Self.explanation(over)
      document = Overlay.merge(document, over.without(Catalogue.headingNames), shape)
    }
    for layer in layers { document = Overlay.merge(document, layer, shape) }
    document = document.with(heading, Catalogue.headingNames)
    var resolver = Resolver(store: store, settings: settings)
    let values = try resolver.document(document, Catalogue.document)
    let built = try PlanBuilder(values)
    try Self.check(built, document.place)
    return Scenario(
      id: values["id"].text, title: values["title"].words, summary: values["summary"].words,
      plan: built.plan, reference: built.reference, promoted: built.promoted,
      parameters: resolver.parameters,
      hash: SHA256.hexadecimal(CanonicalText.of(values).utf8), explanation: reason)
  }

  /// A scenario is neither of the documents that are laid over one.
  private static func checkKind(_ document: DocumentNode) throws(ScenarioError) {
    let mend: String
    switch document["kind"]?.text {
    case "explanation": mend = "name a scenario, and this file as its explanation"
    case "lever": mend = "name a scenario, and this file after --levers"
    default: return
    }
    let kind = document["kind"]?.text ?? ""
    throw ScenarioError(
      document.place.problem(
        "kind", "this is \(kind == "lever" ? "a" : "an") \(kind), not a scenario", mend: mend))
  }

  func file(_ path: String) throws(ScenarioError) -> String {
    guard path.hasPrefix("huying:") else { return path }
    do {
      return try store.locate(path, Place(file: path))
    } catch {
      throw ScenarioError(error)
    }
  }

  private func explanationFile(_ name: String) throws(ScenarioError) -> String {
    let isBare = isName(name)
    return try file(isBare ? "huying:explanations/\(name).yaml" : name)
  }

  private static func explanation(_ node: DocumentNode) -> Explanation {
    Explanation(
      id: node["id"]?.text ?? "", title: words(node["title"]), summary: words(node["summary"]))
  }

  private static func words(_ node: DocumentNode?) -> Words {
    let text = node?.text ?? ""
    return Words(zh: node?["zh"]?.text ?? text, en: node?["en"]?.text ?? text)
  }

  /// What only the parts together can tell.
  private static func check(_ built: PlanBuilder, _ place: Place) throws(ScenarioError) {
    do {
      try built.plan.policy.validate()
    } catch {
      throw ScenarioError(place.problem(sentence: "\(error)", mend: "change the rules it names"))
    }
    do {
      try built.plan.validate()
    } catch {
      throw ScenarioError(place.problem(sentence: "\(error)", mend: "change what it names"))
    }
  }
}

extension DocumentNode {
  /// Without some keys of a mapping.
  func without(_ names: Set<String>) -> DocumentNode {
    var node = self
    node.content = .map((entries ?? []).filter { !names.contains($0.key) })
    return node
  }

  /// With some keys as another mapping has them.
  fileprivate func with(_ other: DocumentNode, _ names: Set<String>) -> DocumentNode {
    var node = without(names)
    let kept = (other.entries ?? []).filter { names.contains($0.key) }
    node.place = other.place
    node.content = .map(kept + (node.entries ?? []))
    return node
  }
}
