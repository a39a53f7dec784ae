import CivicTime

extension Resolver {
  mutating func scalar(_ node: DocumentNode, _ shape: Shape, _ key: String) -> Value? {
    guard let text = node.text, !node.isNull else {
      complain(
        node.place.problem(
          key, "\(node.noun) stands where a value belongs", mend: "write \(shape.expected)"))
      return nil
    }
    guard let content = scalarContent(text, shape, key, node.place) else { return nil }
    return Value(place: node.place, key: key, content: content)
  }

  private mutating func scalarContent(
    _ text: String, _ shape: Shape, _ key: String, _ place: Place
  ) -> Value.Content? {
    switch shape {
    case .number(let bounds):
      return number(text, bounds, key, place).map { .number($0) }
    case .integer(let bounds):
      if let number = Int(text), bounds.contains(number) { return .integer(number) }
    case .flag:
      if ["true", "on", "yes"].contains(text) { return .flag(true) }
      if ["false", "off", "no"].contains(text) { return .flag(false) }
    case .choice(let choices):
      if choices.contains(text) { return .text(text) }
      complain(
        place.problem(
          key, "\(Printable.value(text)) is none of the choices",
          mend: Suggestion.mend(text, among: choices, verb: "choose one of")))
      return nil
    case .text(let kind):
      guard let complaint = kind.complaint(text) else { return .text(text) }
      complain(place.problem(key, complaint, mend: "write \(shape.expected)"))
      return nil
    default:
      preconditionFailure("not a scalar shape")
    }
    complain(
      place.problem(
        key, "\(Printable.value(text)) is not \(shape.expected)", mend: "write \(shape.expected)"))
    return nil
  }

  mutating func number(
    _ text: String, _ bounds: ClosedRange<Double>, _ key: String, _ place: Place
  ) -> Double? {
    switch NumberText.read(text, in: bounds) {
    case .success(let value): return value
    case .failure(let complaint):
      complain(place.problem(key, complaint.what, mend: complaint.mend))
      return nil
    }
  }

  /// One text for both languages, or a mapping of the two.
  mutating func words(_ node: DocumentNode, _ key: String) -> Value? {
    if let text = node.text, !node.isNull {
      return Value(place: node.place, key: key, content: .words(Words(text, text)))
    }
    let keys = [
      Key("zh", .text(.free), .required, "中文", "Chinese"),
      Key("en", .text(.free), .required, "英文", "English"),
    ]
    guard let both = value(node, .group(keys), key, Words("", "")), case .group = both.content,
      let zh = both.optional("zh"), let en = both.optional("en")
    else { return nil }
    return Value(place: node.place, key: key, content: .words(Words(zh.text, en.text)))
  }
}

extension Shape {
  /// What may be written, for messages.
  var expected: String {
    switch self {
    case .number(let bounds): "a number \(NumberText.words(bounds))"
    case .integer(let bounds): "a whole number of \(NumberText.words(bounds))"
    case .flag: "true or false"
    case .choice(let choices): "one of \(choices.joined(separator: ", "))"
    case .text(let kind): kind.expected
    default: "a value"
    }
  }
}

extension TextKind {
  var expected: String {
    switch self {
    case .free: "some text"
    case .date: "a day such as 2018-09-22"
    case .moment: "a local time such as 2018-07-01T00:00"
    case .target: "a limit such as 90min, 4wh, 3wd or none"
    case .hours: "office hours such as 'Mon-Fri 09:00-12:00,14:00-18:00'"
    case .zone: "a time zone such as Asia/Shanghai"
    case .name: "a name of letters, digits and hyphens"
    }
  }

  /// What is wrong with a text of this kind, nil if nothing.
  func complaint(_ text: String) -> String? {
    let isGood =
      switch self {
      case .free: true
      case .date: CivilDate(text) != nil
      case .moment: LocalDateTime(moment: text) != nil
      case .target: (try? Target(parsing: text)) != nil
      case .hours: (try? OfficeHours(parsing: text)) != nil
      case .zone: (try? TimeZoneRules.named(text)) != nil
      case .name: isName(text)
      }
    return isGood ? nil : "\(Printable.value(text)) is not \(expected)"
  }
}

extension LocalDateTime {
  /// Reads `2018-07-01T00:00`.
  init?(moment text: String) {
    let parts = text.split(separator: "T", omittingEmptySubsequences: false)
    guard parts.count == 2, let date = CivilDate(String(parts[0])),
      let time = try? CivilTime(parsing: parts[1])
    else { return nil }
    self.init(date, time)
  }
}
