import RandomStreams

/// A checked value of a document, with its place for later complaints.
struct Value: Sendable {
  var place: Place
  /// Path of its key: `citizens.response`.
  var key: String
  var content: Content

  enum Content: Sendable {
    case number(Double)
    case integer(Int)
    case flag(Bool)
    case text(String)
    case words(Words)
    case table(CSVTable)
    case list([Value])
    case group([String: Value])
    case named([Item])
    /// In the order of the document.
    case pairs([Item])
    case distribution(Distribution)
  }

  struct Item: Sendable {
    var id: String
    var value: Value
  }

  func problem(_ what: String, mend: String) -> ScenarioProblem {
    place.problem(key, what, mend: mend)
  }
}

/// Reading: asking for what the catalogue does not hold is an error of the program.
extension Value {
  /// The value of a key; nil for an absent optional one.
  func optional(_ name: String) -> Value? {
    guard case .group(let members) = content else { preconditionFailure("\(key) is no group") }
    return members[name]
  }

  subscript(name: String) -> Value {
    guard let value = optional(name) else { preconditionFailure("\(key).\(name) is absent") }
    return value
  }

  var number: Double {
    switch content {
    case .number(let number): number
    case .integer(let number): Double(number)
    default: preconditionFailure("\(key) is no number")
    }
  }

  var integer: Int {
    guard case .integer(let number) = content else { preconditionFailure("\(key): no integer") }
    return number
  }

  var flag: Bool {
    guard case .flag(let flag) = content else { preconditionFailure("\(key) is no flag") }
    return flag
  }

  var text: String {
    guard case .text(let text) = content else { preconditionFailure("\(key) is no text") }
    return text
  }

  var words: Words {
    guard case .words(let words) = content else { preconditionFailure("\(key) has no words") }
    return words
  }

  var table: CSVTable {
    guard case .table(let table) = content else { preconditionFailure("\(key) is no table") }
    return table
  }

  var list: [Value] {
    guard case .list(let items) = content else { preconditionFailure("\(key) is no list") }
    return items
  }

  /// Items of a named list or of free names.
  var items: [Item] {
    switch content {
    case .named(let items), .pairs(let items): items
    default: preconditionFailure("\(key) has no items")
    }
  }

  var distribution: Distribution {
    guard case .distribution(let distribution) = content else {
      preconditionFailure("\(key) is no distribution")
    }
    return distribution
  }
}
