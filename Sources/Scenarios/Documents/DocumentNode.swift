/// A piece of a document with its place: text as written, a list, or a mapping in order.
///
/// Scalars stay text: what `no`, `1:30` or `.nan` means is for the key to say, not for YAML.
struct DocumentNode: Sendable {
  var place: Place
  var content: Content

  enum Content: Sendable {
    /// `plain` is false for text in quotes.
    case scalar(String, plain: Bool)
    case list([DocumentNode])
    case map([Entry])
  }

  struct Entry: Sendable {
    var key: String
    var place: Place
    var value: DocumentNode
  }

  /// The entries of a mapping, nil for anything else.
  var entries: [Entry]? {
    if case .map(let entries) = content { entries } else { nil }
  }

  /// The items of a list, nil for anything else.
  var items: [DocumentNode]? {
    if case .list(let items) = content { items } else { nil }
  }

  /// The text of a scalar, nil for anything else.
  var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// `null`, `~` or nothing: in an overlay it takes the inherited value away.
  var isNull: Bool {
    if case .scalar(let text, plain: true) = content {
      text.isEmpty || text == "~" || text == "null"
    } else {
      false
    }
  }

  /// The value of a key of a mapping.
  subscript(key: String) -> DocumentNode? {
    entries?.first { $0.key == key }?.value
  }

  /// What it is, for messages.
  var noun: String {
    switch content {
    case .scalar(let text, _): isNull ? "nothing" : Printable.value(text)
    case .list: "a list"
    case .map: "a mapping"
    }
  }
}
