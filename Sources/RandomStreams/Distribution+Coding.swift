extension Distribution: Codable {
  struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// The greatest depth at which a distribution may stand in a document: a mixture may hold
  /// mixtures, and each level takes room on the stack.
  static let depthMost = 100

  /// Reads a number, or a mapping of one family's name to its parameters.
  ///
  /// - Throws: `DecodingError` whose description is one sentence for the author of the scenario.
  public init(from decoder: any Decoder) throws {
    guard decoder.codingPath.count <= Self.depthMost else {
      throw Self.corrupted(
        "mixtures are nested too deeply; write them as one mixture", decoder.codingPath)
    }
    if let value = try? decoder.singleValueContainer().decode(Double.self) {
      self = .constant(try placingRefusals(at: decoder.codingPath) { try Constant(value) })
      return
    }
    guard let container = try? decoder.container(keyedBy: Key.self), container.allKeys.count == 1
    else {
      throw Self.corrupted(
        "a distribution is a number or one family with its parameters, such as {exponential: {mean: 2}}",
        decoder.codingPath)
    }
    let key = container.allKeys[0]
    guard let family = Self.families.first(where: { $0.name == key.stringValue }) else {
      let known = Self.families.map { $0.name }.joined(separator: ", ")
      throw Self.corrupted(
        "there is no distribution '\(key.stringValue)'; choose one of \(known)",
        container.codingPath)
    }
    self = try container.decode(family, forKey: key).distribution
  }

  /// Writes what ``init(from:)`` reads; a constant as a number.
  public func encode(to encoder: any Encoder) throws {
    if case .constant(let constant) = self {
      var container = encoder.singleValueContainer()
      try container.encode(constant.value)
      return
    }
    let member = family
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(member, forKey: Key(stringValue: type(of: member).name))
  }

  static func corrupted(_ sentence: String, _ path: [any CodingKey]) -> DecodingError {
    .dataCorrupted(DecodingError.Context(codingPath: path, debugDescription: sentence))
  }
}
