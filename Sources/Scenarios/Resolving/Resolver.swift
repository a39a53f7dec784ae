/// Checks a document against the catalogue and yields its values; collects every complaint.
struct Resolver {
  let store: DocumentStore
  /// Values that replace those of the document, by the key of a parameter.
  let settings: [String: Double]
  private(set) var problems: [ScenarioProblem] = []
  /// In the order of the catalogue.
  var parameters: [Parameter] = []
  private var unused: Set<String>
  /// Whether the value at hand is the usual one, because the document says nothing.
  private(set) var isUsual = false

  init(store: DocumentStore, settings: [String: Double]) {
    self.store = store
    self.settings = settings
    unused = Set(settings.keys)
  }

  /// The values of a whole document.
  ///
  /// - Throws: all complaints at once.
  mutating func document(
    _ node: DocumentNode, _ keys: [Key]
  ) throws(ScenarioError) -> Value {
    let value = group(node, keys, "")
    for key in unused.sorted() where problems.isEmpty {
      complain(
        Place(file: node.place.file).problem(
          key, "there is no parameter of this name to set",
          mend: Suggestion.mend(key, among: parameters.map(\.key), verb: "some are"),
          code: .usage))
    }
    guard problems.isEmpty, let value else { throw ScenarioError(problems) }
    return value
  }

  mutating func complain(_ problem: ScenarioProblem) { problems.append(problem) }

  mutating func setting(_ key: String) -> Double? {
    unused.remove(key)
    return settings[key]
  }

  mutating func value(_ node: DocumentNode, _ definition: Key, _ key: String) -> Value? {
    value(node, definition.shape, key, definition.about)
  }

  mutating func value(
    _ node: DocumentNode, _ shape: Shape, _ key: String, _ about: Words
  ) -> Value? {
    switch shape {
    case .group(let keys): return group(node, keys, key)
    case .named(let keys): return named(node, keys, key)
    case .pairs(let shape): return pairs(node, shape, key, about)
    case .list(let shape): return list(node, shape, key, about)
    case .parameter(let rule): return parameter(node, rule, key, about, isDistribution: false)
    case .distribution(let rule): return parameter(node, rule, key, about, isDistribution: true)
    case .words: return words(node, key)
    case .references: return Value(place: node.place, key: key, content: .text(""))
    case .table: return table(node, key)
    case .number, .integer, .flag, .text, .choice: return scalar(node, shape, key)
    }
  }
}

extension Resolver {
  private mutating func group(_ node: DocumentNode, _ keys: [Key], _ key: String) -> Value? {
    guard let entries = node.entries else {
      if node.isNull { return group(node.emptied, keys, key) }
      complain(
        node.place.problem(
          key, "\(node.noun) stands where a mapping belongs",
          mend: "write keys such as `\(keys[0].name):` under it"))
      return nil
    }
    for entry in entries where !keys.contains(where: { $0.name == entry.key }) {
      complain(
        entry.place.problem(
          path(key, entry.key), "there is no such key",
          mend: Suggestion.mend(entry.key, among: keys.map(\.name), verb: "the keys are")))
    }
    var members: [String: Value] = [:]
    for definition in keys {
      let path = path(key, definition.name)
      let entry = entries.first { $0.key == definition.name }
      guard let member = member(entry, definition, path, node.place) else { continue }
      isUsual = entry.map { $0.value.isNull } ?? true
      members[definition.name] = value(member, definition, path)
    }
    return Value(place: node.place, key: key, content: .group(members))
  }

  /// What stands at a key, or what is usual there.
  private mutating func member(
    _ entry: DocumentNode.Entry?, _ definition: Key, _ path: String, _ place: Place
  ) -> DocumentNode? {
    if let entry, !entry.value.isNull { return entry.value }
    switch definition.presence {
    case .optional: return nil
    case .required:
      complain(
        place.problem(
          path, "the key is missing", mend: "add `\(definition.name):` (\(definition.about.en))"))
      return nil
    case .usual(let text): return usual(text, place)
    }
  }

  /// A usual value, written as in a document, at the place where it is missing.
  private func usual(_ text: String, _ place: Place) -> DocumentNode? {
    if text == "{}" { return DocumentNode(place: place, content: .map([])) }
    if text == "[]" { return DocumentNode(place: place, content: .list([])) }
    guard text.contains(where: { "{[".contains($0) }) else {
      return DocumentNode(place: place, content: .scalar(text, plain: true))
    }
    return try? YAMLReader.read(text, file: place.file)
  }

  private mutating func named(_ node: DocumentNode, _ keys: [Key], _ key: String) -> Value? {
    guard let nodes = node.items else {
      complain(
        node.place.problem(
          key, "\(node.noun) stands where a list belongs", mend: "write `- id: …` lines under it"))
      return nil
    }
    var items: [Value.Item] = []
    for node in nodes {
      guard let id = node["id"]?.text, isName(id) else {
        complain(
          node.place.problem(
            key, "an item has no id of letters, digits and hyphens", mend: "add `id: …`"))
        continue
      }
      if items.contains(where: { $0.id == id }) {
        complain(
          node.place.problem(path(key, id), "the id is there twice", mend: "keep one of them"))
      }
      if let value = group(node, keys, path(key, id)) {
        items.append(.init(id: id, value: value))
      }
    }
    return Value(place: node.place, key: key, content: .named(items))
  }

  private mutating func pairs(
    _ node: DocumentNode, _ shape: Shape, _ key: String, _ about: Words
  ) -> Value? {
    guard let entries = node.entries else {
      complain(
        node.place.problem(
          key, "\(node.noun) stands where a mapping belongs", mend: "write `name: value` lines"))
      return nil
    }
    var items: [Value.Item] = []
    for entry in entries {
      if let value = value(entry.value, shape, path(key, entry.key), about) {
        items.append(.init(id: entry.key, value: value))
      }
    }
    return Value(place: node.place, key: key, content: .pairs(items))
  }

  private mutating func list(
    _ node: DocumentNode, _ shape: Shape, _ key: String, _ about: Words
  ) -> Value? {
    guard let nodes = node.items else {
      complain(
        node.place.problem(
          key, "\(node.noun) stands where a list belongs", mend: "write it in brackets: [ … ]"))
      return nil
    }
    var values: [Value] = []
    for node in nodes {
      if let value = value(node, shape, key, about) { values.append(value) }
    }
    return Value(place: node.place, key: key, content: .list(values))
  }

  private mutating func table(_ node: DocumentNode, _ key: String) -> Value? {
    guard let text = node.text, !text.isEmpty else {
      complain(
        node.place.problem(
          key, "\(node.noun) is no path", mend: "write the path of a CSV table"))
      return nil
    }
    do {
      let table = try store.table(text, key: key, node.place)
      return Value(place: node.place, key: key, content: .table(table))
    } catch {
      complain(error)
      return nil
    }
  }

  private func path(_ key: String, _ name: String) -> String {
    key.isEmpty ? name : "\(key).\(name)"
  }
}

extension DocumentNode {
  /// A mapping without keys at the same place.
  fileprivate var emptied: DocumentNode { DocumentNode(place: place, content: .map([])) }
}

/// Whether a text is a short name of letters, digits, hyphens and underscores.
func isName(_ text: String) -> Bool {
  !text.isEmpty && text.count <= 64
    && text.allSatisfy { $0.isLetter || $0.isNumber || "-_@".contains($0) }
}
