/// The JSON Schema of scenario documents, for completion and checks in editors.
///
/// Made from the catalogue that the validator reads. It allows what an overlay may leave out, so no
/// key is required but `id`.
public enum ScenarioSchema {
  public static var text: String {
    let root: [(String, JSONText)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("scenario.schema.json")),
      ("title", .text("Huying scenario 呼应情景")),
    ]
    return JSONText.map(root + object(Catalogue.document, required: ["id"])).pretty + "\n"
  }

  /// The same for documents of levers, with `lever.schema.json` as its name.
  public static var leverText: String {
    let root: [(String, JSONText)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("lever.schema.json")),
      ("title", .text("Huying lever 呼应措施")),
    ]
    let required = Catalogue.leverHeading.filter { $0.presence == .required }.map(\.name)
    return JSONText.map(root + object(Catalogue.lever, required: required)).pretty + "\n"
  }

  /// The same for documents of load, with `load.schema.json` as its name.
  public static var loadText: String {
    let root: [(String, JSONText)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("$id", .text("load.schema.json")),
      ("title", .text("Huying load 呼应负载")),
    ]
    let required = Catalogue.load.filter { $0.presence == .required }.map(\.name)
    return JSONText.map(root + object(Catalogue.load, required: required)).pretty + "\n"
  }

  private static func object(_ keys: [Key], required: [String] = []) -> [(String, JSONText)] {
    let properties = keys.map { key in
      (key.name, JSONText.map(described(key) + schema(key.shape)))
    }
    var result: [(String, JSONText)] = [("type", .text("object"))]
    if !required.isEmpty { result.append(("required", .list(required.map { .text($0) }))) }
    return result + [("additionalProperties", .flag(false)), ("properties", .map(properties))]
  }

  private static func described(_ key: Key) -> [(String, JSONText)] {
    var text = "\(key.about.en) \(key.about.zh)"
    if case .usual(let usual) = key.presence { text += " (usual: \(usual))" }
    return [("description", .text(text))]
  }

  private static func schema(_ shape: Shape) -> [(String, JSONText)] {
    switch shape {
    case .number(let bounds): number(bounds)
    case .integer(let bounds): integer(bounds)
    case .flag: [("enum", .list([.flag(true), .flag(false), .text("on"), .text("off")]))]
    case .text(let kind): text(kind)
    case .choice(let choices): [("enum", .list(choices.map { .text($0) }))]
    case .table: [("type", .text("string")), ("pattern", .text("\\.csv$"))]
    case .words: either([("type", .text("string"))], object(bothLanguages, required: ["zh", "en"]))
    case .references:
      either(
        [("type", .text("string"))],
        [("type", .text("array")), ("items", .map([("type", .text("string"))]))])
    case .list(let item):
      [("type", .text("array")), ("items", .map(schema(item)))]
    case .group(let keys): object(keys)
    case .named(let keys):
      [("type", .text("array")), ("items", .map(object(keys + removal, required: ["id"])))]
    case .pairs(let item):
      [("type", .text("object")), ("additionalProperties", .map(schema(item)))]
    case .parameter(let rule):
      either(number(rule.bounds), stated(number(rule.bounds), rule))
    case .distribution(let rule):
      either(distribution(rule), stated(distribution(rule), rule))
    }
  }

  private static let bothLanguages = [
    Key("zh", .text(.free), .required, "中文", "Chinese"),
    Key("en", .text(.free), .required, "英文", "English"),
  ]

  private static let removal = [
    Key("remove", .flag, .optional, "删去继承的条目", "Take the inherited item away")
  ]

  private static func either(_ options: [(String, JSONText)]...) -> [(String, JSONText)] {
    [("anyOf", .list(options.map { .map($0) }))]
  }

  private static func number(_ bounds: ClosedRange<Double>) -> [(String, JSONText)] {
    var result: [(String, JSONText)] = [("type", .text("number"))]
    if bounds.lowerBound > -Double.greatestFiniteMagnitude {
      result.append(("minimum", .number(bounds.lowerBound)))
    }
    if bounds.upperBound < Double.greatestFiniteMagnitude {
      result.append(("maximum", .number(bounds.upperBound)))
    }
    return result
  }

  private static func integer(_ bounds: ClosedRange<Int>) -> [(String, JSONText)] {
    var result: [(String, JSONText)] = [
      ("type", .text("integer")), ("minimum", .number(Double(bounds.lowerBound))),
    ]
    if bounds.upperBound < Int.max {
      result.append(("maximum", .number(Double(bounds.upperBound))))
    }
    return result
  }

  private static func text(_ kind: TextKind) -> [(String, JSONText)] {
    let plain: [(String, JSONText)] = [("type", .text("string"))]
    return switch kind {
    case .free, .zone, .hours: plain
    case .date: plain + [("pattern", .text("^\\d{4}-\\d{2}-\\d{2}$"))]
    case .moment: plain + [("pattern", .text("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}"))]
    case .target:
      plain + [("pattern", .text("^(none|-?\\d+(ms|s|min|h|d|wms|ws|wmin|wh|wd)(@.+)?)$"))]
    case .name: plain + [("pattern", .text("^[^\\s/:,.{}]{1,64}$"))]
    }
  }

  private static func distribution(_ rule: ParameterRule) -> [(String, JSONText)] {
    either(
      number(rule.bounds),
      [
        ("type", .text("object")), ("minProperties", .number(1)), ("maxProperties", .number(1)),
      ])
  }

  /// `{assumed: …, range: …, neutral: …}`.
  private static func stated(
    _ value: [(String, JSONText)], _ rule: ParameterRule
  ) -> [(String, JSONText)] {
    let sources = ParameterSource.allCases.map(\.rawValue)
    let range: [(String, JSONText)] = [
      ("type", .text("array")), ("items", .map(number(rule.bounds))),
      ("minItems", .number(2)), ("maxItems", .number(2)),
    ]
    let rest: [(String, JSONText)] = [
      ("range", .map(range)), ("neutral", .map(number(rule.bounds))),
      ("note", .map(schema(.words))),
    ]
    let properties = sources.map { ($0, JSONText.map(value)) } + rest
    return [
      ("type", .text("object")), ("additionalProperties", .flag(false)),
      ("oneOf", .list(sources.map { .map([("required", .list([.text($0)]))]) })),
      ("properties", .map(properties)),
    ]
  }
}
