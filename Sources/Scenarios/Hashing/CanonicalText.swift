import Foundation

/// The content of resolved values as text, the same for documents that mean the same.
enum CanonicalText {
  /// One line for each value, by its key; the heading of the document is left out.
  static func of(_ document: Value) -> String {
    guard case .group(let members) = document.content else { return "" }
    let lines = members.keys.sorted().filter { !Catalogue.headingNames.contains($0) }
    var text = ""
    for name in lines { if let value = members[name] { write(value, name, to: &text) } }
    return text
  }

  private static func write(_ value: Value, _ path: String, to text: inout String) {
    func line(_ content: String) { text += "\(path)=\(content)\n" }
    switch value.content {
    case .number(let number): line("\(number)")
    case .integer(let number): line("\(number)")
    case .flag(let flag): line("\(flag)")
    case .text(let content): line(content)
    case .words(let words): line("\(words.zh)\u{1F}\(words.en)")
    case .table(let table): line(table.digest)
    case .distribution(let distribution):
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      let data = (try? encoder.encode(distribution)) ?? Data()
      line(String(decoding: data, as: UTF8.self))
    case .list(let items):
      line("\(items.count)")
      for (index, item) in items.enumerated() { write(item, "\(path)[\(index)]", to: &text) }
    case .group(let members):
      for name in members.keys.sorted() {
        if let member = members[name] { write(member, "\(path).\(name)", to: &text) }
      }
    case .named(let items), .pairs(let items):
      line(items.map(\.id).joined(separator: ","))
      for item in items { write(item.value, "\(path).\(item.id)", to: &text) }
    }
  }
}
