/// An object of a JSON document that hands out its members, and names the one that is wrong.
struct JSONMembers {
  struct Mistake: Error { var detail: String }

  private let members: [String: JSONValue]
  private let path: String

  init(_ text: String) throws {
    guard case .object(let members) = JSONParser.value(of: text) else {
      throw Mistake(detail: "it is no JSON object")
    }
    self.members = members
    path = ""
  }

  private init(_ value: JSONValue, path: String) throws {
    guard case .object(let members) = value else {
      throw Mistake(detail: "\(path) is no object")
    }
    self.members = members
    self.path = path
  }

  private func name(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  private func member(_ key: String) -> JSONValue { members[key] ?? .null }

  private func mistake(_ key: String, _ wanted: String) -> Mistake {
    Mistake(detail: "\(name(key)) is not \(wanted)")
  }

  private func isNull(_ key: String) -> Bool {
    if case .null = member(key) { return true }
    return false
  }

  // MARK: Values

  func string(_ key: String) throws -> String {
    guard case .string(let text) = member(key) else { throw mistake(key, "a text") }
    return text
  }

  func bool(_ key: String) throws -> Bool {
    guard case .bool(let value) = member(key) else { throw mistake(key, "true or false") }
    return value
  }

  func integer(_ key: String) throws -> Int { try whole(key) }
  func unsigned(_ key: String) throws -> UInt64 { try whole(key) }

  private func whole<Whole: FixedWidthInteger>(_ key: String) throws -> Whole {
    guard case .number(let digits) = member(key), let value = Whole(digits) else {
      throw mistake(key, "a whole number")
    }
    return value
  }

  func number(_ key: String) throws -> Double {
    guard case .number(let digits) = member(key), let value = Double(digits) else {
      throw mistake(key, "a number")
    }
    return value
  }

  func optional<Value>(_ key: String, _ read: (String) throws -> Value) throws -> Value? {
    isNull(key) ? nil : try read(key)
  }

  func choice<Choice: RawRepresentable<String>>(
    _ key: String, _: Choice.Type = Choice.self
  ) throws -> Choice {
    guard let value = Choice(rawValue: try string(key)) else {
      throw Mistake(detail: "\(name(key)) is no known name")
    }
    return value
  }

  func bilingual(_ key: String) throws -> BilingualText { try object(key).bilingual() }

  /// This object as a text in both languages.
  func bilingual() throws -> BilingualText {
    BilingualText(zh: try string("zh"), en: try string("en"))
  }

  // MARK: Lists and objects

  func object(_ key: String) throws -> JSONMembers {
    try JSONMembers(member(key), path: name(key))
  }

  func objects(_ key: String) throws -> [JSONMembers] {
    guard case .array(let items) = member(key) else { throw mistake(key, "a list") }
    return try items.enumerated().map { try JSONMembers($1, path: "\(name(key))[\($0)]") }
  }

  func strings(_ key: String) throws -> [String] {
    guard case .array(let items) = member(key) else { throw mistake(key, "a list") }
    return try items.map { item in
      guard case .string(let text) = item else { throw mistake(key, "a list of texts") }
      return text
    }
  }

  /// Nothing where the member is absent.
  func integers(_ key: String) throws -> [Int] {
    if isNull(key) { return [] }
    guard case .array(let items) = member(key) else { throw mistake(key, "a list") }
    return try items.map { item in
      guard case .number(let digits) = item, let value = Int(digits) else {
        throw mistake(key, "a list of whole numbers")
      }
      return value
    }
  }

  /// Members by their names, all whole numbers.
  func integerMembers(_ key: String) throws -> [(name: String, value: Int)] {
    let object = try object(key)
    return try object.members.keys.map { ($0, try object.integer($0)) }
  }
}
