/// Reads the parameters of one family, and turns every mistake into a sentence with its place.
struct ParameterReader<Keys: CodingKey & CaseIterable> {
  private let family: String
  private let container: KeyedDecodingContainer<Keys>

  /// - Throws: `DecodingError` if the parameters are no mapping or have an unknown key.
  init(_ decoder: any Decoder, family: String) throws {
    self.family = family
    let known = Keys.allCases.map(\.stringValue).joined(separator: ", ")
    guard let all = try? decoder.container(keyedBy: Distribution.Key.self) else {
      throw Distribution.corrupted(
        "\(family): write its parameters as a mapping (\(known))", decoder.codingPath)
    }
    for key in all.allKeys where Keys(stringValue: key.stringValue) == nil {
      throw Distribution.corrupted(
        "\(family): there is no parameter '\(key.stringValue)'; it has \(known)",
        decoder.codingPath + [key])
    }
    container = try decoder.container(keyedBy: Keys.self)
  }

  /// The value of a parameter that must be there, or of one with a usual value.
  func value<Value: Decodable>(
    _ key: Keys, as type: Value.Type = Value.self, or usual: Value? = nil
  ) throws -> Value {
    guard container.contains(key) else {
      if let usual { return usual }
      throw DecodingError.keyNotFound(
        key,
        DecodingError.Context(
          codingPath: container.codingPath,
          debugDescription: "\(family): the parameter '\(key.stringValue)' is missing"))
    }
    do {
      return try container.decode(type, forKey: key)
    } catch let error as DecodingError {
      guard let noun = Self.noun(type) else { throw error }
      throw Distribution.corrupted(
        "\(family): \(key.stringValue) is not \(noun)", container.codingPath + [key])
    }
  }

  /// A whole number. Read as a number first, because decoders differ in what they say of 1.5.
  func integer(_ key: Keys) throws -> Int {
    guard let whole = Int(exactly: try value(key, as: Double.self)) else {
      throw Distribution.corrupted(
        "\(family): \(key.stringValue) is not a whole number", container.codingPath + [key])
    }
    return whole
  }

  /// Builds the member, placing a refusal of its parameters at this mapping.
  func build<Member>(_ body: () throws -> Member) throws -> Member {
    try placingRefusals(at: container.codingPath, body)
  }

  private static func noun(_ type: Any.Type) -> String? {
    switch type {
    case is Double.Type: "a number"
    case is [Double].Type: "a list of numbers"
    default: nil
    }
  }
}

/// Turns a refusal of parameters into a decoding error at a place.
func placingRefusals<Member>(at path: [any CodingKey], _ body: () throws -> Member) throws -> Member
{
  do {
    return try body()
  } catch let error as DistributionError {
    throw Distribution.corrupted(error.description, path)
  }
}
