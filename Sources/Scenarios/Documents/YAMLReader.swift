import Yams

/// Reads YAML text into nodes with places; the only place that knows Yams.
enum YAMLReader {
  /// Deeper nesting than this is refused; the deepest key of the catalogue lies at 6.
  static let deepest = 32
  /// More pieces than this are refused.
  static let most = 100_000

  /// - Throws: one sentence for a syntax error, a duplicate key, an alias, or deep nesting.
  static func read(_ text: String, file: String) throws(ScenarioProblem) -> DocumentNode {
    try YAMLScan.check(text, file: file)
    let root: Node?
    do {
      root = try Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    } catch let error as YamlError {
      throw problem(error, file)
    } catch {
      throw Place(file: file).problem(
        nil, "the text is no YAML", mend: "check its syntax", code: .dataError)
    }
    guard let root else {
      throw Place(file: file).problem(
        nil, "the document is empty", mend: "write at least `id:` and `extends:`",
        code: .dataError)
    }
    var budget = most
    return try convert(root, Place(file: file, line: 1), depth: 0, &budget)
  }

  private static func convert(
    _ node: Node, _ around: Place, depth: Int, _ budget: inout Int
  ) throws(ScenarioProblem) -> DocumentNode {
    let place = Place(file: around.file, line: node.mark?.line ?? around.line)
    guard depth <= deepest else { throw YAMLScan.tooDeep(place) }
    budget -= 1
    guard budget >= 0 else {
      throw place.problem(
        nil, "the document has more than \(most) values", mend: "move tables into CSV files",
        code: .dataError)
    }
    switch node {
    case .scalar(let scalar):
      let plain = scalar.style == .plain || scalar.style == .any
      return DocumentNode(place: place, content: .scalar(scalar.string, plain: plain))
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence { items.append(try convert(item, place, depth: depth + 1, &budget)) }
      return DocumentNode(place: place, content: .list(items))
    case .mapping(let mapping):
      var entries: [DocumentNode.Entry] = []
      for (key, value) in mapping {
        guard case .scalar(let name) = key else {
          throw place.problem(
            nil, "a key is a list or a mapping", mend: "use plain words as keys", code: .dataError)
        }
        let keyPlace = Place(file: place.file, line: name.mark?.line ?? place.line)
        let converted = try convert(value, keyPlace, depth: depth + 1, &budget)
        entries.append(.init(key: name.string, place: keyPlace, value: converted))
      }
      return DocumentNode(place: place, content: .map(entries))
    case .alias:
      throw YAMLScan.noAliases(place)
    }
  }

  private static func problem(_ error: YamlError, _ file: String) -> ScenarioProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      let place = Place(file: file, line: mark.line)
      if problem.contains("nesting level") { return YAMLScan.tooDeep(place) }
      return place.problem(
        nil, "the text is no YAML (\(Printable.text(problem)))",
        mend: "check indentation, quotes and brackets here", code: .dataError)
    case .duplicatedKeysInMapping(let duplicates, let context):
      return Place(file: file, line: context.mark.line).problem(
        duplicates.first, "the key stands twice in the same mapping", mend: "keep one of them",
        code: .dataError)
    case .reader(let problem, _, _, _):
      return Place(file: file).problem(
        nil, "the text is no YAML (\(Printable.text(problem)))",
        mend: "remove control characters", code: .dataError)
    default:
      return Place(file: file).problem(
        nil, "the text is no YAML", mend: "check its syntax", code: .dataError)
    }
  }
}
