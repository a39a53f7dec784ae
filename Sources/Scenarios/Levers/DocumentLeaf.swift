/// One key of an overlay whose value is taken as a whole.
struct DocumentLeaf: Sendable {
  /// `citizens.response`; items of lists by their id: `channels.wechat.state`.
  var path: String
  var node: DocumentNode
  /// Nil for a key that the catalogue does not know.
  var shape: Shape?
  /// Keys that could stand in its place, for complaints.
  var siblings: [String]

  /// The leaves of a document, in its order: what ``Overlay`` merges is entered, what it replaces
  /// is a leaf.
  static func all(of node: DocumentNode, _ shape: Shape) -> [DocumentLeaf] {
    leaves(node, shape, "", [])
  }

  private static func leaves(
    _ node: DocumentNode, _ shape: Shape, _ path: String, _ siblings: [String]
  ) -> [DocumentLeaf] {
    let leaf = DocumentLeaf(path: path, node: node, shape: shape, siblings: siblings)
    switch (shape, node.content) {
    case (.group(let keys), .map(let entries)):
      return entries.flatMap { entry -> [DocumentLeaf] in
        let names = keys.map(\.name)
        guard let key = keys.first(where: { $0.name == entry.key }) else {
          return [
            DocumentLeaf(
              path: join(path, entry.key),
              node: DocumentNode(
                place: entry.place, content: entry.value.content),
              shape: nil, siblings: names)
          ]
        }
        return leaves(entry.value, key.shape, join(path, entry.key), names)
      }
    case (.pairs(let inner), .map(let entries)):
      return entries.flatMap { leaves($0.value, inner, join(path, $0.key), []) }
    case (.named(let keys), .list(let items)):
      return items.flatMap { item -> [DocumentLeaf] in
        guard let id = item["id"]?.text else { return [leaf] }
        var rest = item
        rest.content = .map((item.entries ?? []).filter { $0.key != "id" })
        let isRemoval = item["remove"] != nil
        return isRemoval
          ? [DocumentLeaf(path: join(path, id), node: item, shape: shape, siblings: [])]
          : leaves(rest, .group(keys), join(path, id), [])
      }
    default:
      return [leaf]
    }
  }

  private static func join(_ path: String, _ name: String) -> String {
    path.isEmpty ? name : "\(path).\(name)"
  }
}

extension DocumentNode {
  /// The content as text, equal for documents that say the same; places and notes left out.
  var canonical: String {
    switch content {
    case .scalar(let text, _): return JSONText.quoted(text)
    case .list(let items): return "[" + items.map(\.canonical).joined(separator: ",") + "]"
    case .map(let entries):
      let parts = entries.filter { $0.key != "note" }
        .map { JSONText.quoted($0.key) + ":" + $0.value.canonical }.sorted()
      return "{" + parts.joined(separator: ",") + "}"
    }
  }
}
