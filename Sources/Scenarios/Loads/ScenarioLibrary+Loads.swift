import Foundation

extension ScenarioLibrary {
  /// Reads a document of load and checks that it says what its model needs.
  ///
  /// - Throws: all that is wrong, each problem as one line.
  public func loadDocument(_ path: String) throws(ScenarioError) -> LoadDocument {
    let file = try file(path)
    let document = try store.resolved(file, shape: .group(Catalogue.load))
    guard document["kind"]?.text == "load" else {
      throw ScenarioError(
        document.place.problem(
          "kind", "this is no load", mend: "name a file that says `kind: load`"))
    }
    var resolver = Resolver(store: store, settings: [:])
    let values = try resolver.document(document, Catalogue.load)
    let problems = Self.missing(values) + Self.unused(document, values)
    guard problems.isEmpty else { throw ScenarioError(problems) }
    let folder = (file as NSString).deletingLastPathComponent
    return LoadDocument(values, folder: folder)
  }

  /// Keys that a model knows nothing of: what they say would not be done.
  private static func unused(_ document: DocumentNode, _ values: Value) -> [ScenarioProblem] {
    let models: [(key: String, models: [String])] = [
      ("stages", ["open", "even", "closed"]), ("think_seconds", ["closed"]),
      ("compression", ["shaped", "trace"]), ("seconds", ["shaped", "trace"]),
      ("trace", ["trace"]), ("mapping", ["trace"]),
      ("patience_seconds", ["open", "even", "shaped", "trace"]),
    ]
    let model = values["model"].text
    return models.filter { document[$0.key] != nil && !$0.models.contains(model) }.map {
      values.place.problem(
        $0.key, "the model \(model) does not use this key",
        mend: "leave it out, or write a model that does: \($0.models.joined(separator: ", "))")
    }
  }

  /// Keys without which a model cannot be driven.
  private static func missing(_ values: Value) -> [ScenarioProblem] {
    let needed: [String: [String]] = [
      "shaped": ["compression", "seconds"], "trace": ["trace", "mapping", "compression"],
    ]
    let model = values["model"].text
    var problems: [ScenarioProblem] = []
    for key in needed[model] ?? [] where values.optional(key) == nil {
      problems.append(
        values.place.problem(key, "the model \(model) needs this key", mend: "add it"))
    }
    if needed[model] == nil, values["stages"].list.isEmpty {
      problems.append(
        values.place.problem(
          "stages", "the model \(model) needs stages",
          mend: "write a list such as `- {kind: hold, level: 2000, seconds: 60}`"))
    }
    return problems
  }
}

extension LoadDocument {
  fileprivate init(_ values: Value, folder: String) {
    func path(_ key: String) -> String? {
      guard let text = values.optional(key)?.text else { return nil }
      return text.hasPrefix("/") || text.hasPrefix("huying:") || folder.isEmpty
        ? text : folder + "/" + text
    }
    self.init(
      id: values["id"].text, title: values["title"].words,
      model: Model(rawValue: values["model"].text) ?? .open,
      stages: values["stages"].list.map { stage in
        Stage(
          kind: stage["kind"].text, name: stage.optional("name")?.text,
          from: (stage.optional("from") ?? stage["level"]).number, to: stage["level"].number,
          seconds: stage["seconds"].number)
      },
      seconds: values.optional("seconds")?.number,
      compression: values.optional("compression")?.number,
      thinkSeconds: values["think_seconds"].number, trace: path("trace"), mapping: path("mapping"),
      patienceSeconds: values["patience_seconds"].number,
      failIf: values["fail_if"].list.map(\.text))
  }
}
