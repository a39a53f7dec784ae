import RandomStreams

extension Resolver {
  /// A parameter: a bare value, or `{assumed: 0.05, range: [0.02, 0.1], neutral: 0}`.
  mutating func parameter(
    _ node: DocumentNode, _ rule: ParameterRule, _ key: String, _ about: Words,
    isDistribution: Bool
  ) -> Value? {
    let before = problems.count
    let isUsual = isUsual
    guard let stated = statement(node, rule, key, isDistribution: isDistribution),
      var amount = amount(stated.value, rule, key, isDistribution: isDistribution)
    else { return nil }
    var note = about
    if let written = stated.note, let words = words(written, "\(key).note") { note = words.words }
    let limits = limits(stated, rule, key, amount.mean)
    guard let limits, problems.count == before else { return nil }
    if let setting = setting(key) {
      guard let changed = set(amount, to: setting, rule, key, node.place) else { return nil }
      amount = changed
    }
    // What no document mentions and has no effect is no assumption of this scenario.
    if isUsual, stated.source == .assumed, amount.mean == limits.neutral {
      return Value(place: node.place, key: key, content: amount.content)
    }
    parameters.append(
      Parameter(
        key: key, value: amount.mean, source: stated.source, low: limits.range.lowerBound,
        high: limits.range.upperBound, neutral: limits.neutral, note: note))
    return Value(place: node.place, key: key, content: amount.content)
  }
}

/// What a document says of one parameter.
private struct Statement {
  var value: DocumentNode
  var source: ParameterSource
  var range: DocumentNode?
  var neutral: DocumentNode?
  var note: DocumentNode?
}

/// A number, or a distribution by its mean.
private enum Amount {
  case number(Double)
  case distribution(Distribution)

  var mean: Double {
    switch self {
    case .number(let number): number
    case .distribution(let distribution): distribution.mean
    }
  }

  var content: Value.Content {
    switch self {
    case .number(let number): .number(number)
    case .distribution(let distribution): .distribution(distribution)
    }
  }
}

extension Resolver {
  private mutating func statement(
    _ node: DocumentNode, _ rule: ParameterRule, _ key: String, isDistribution: Bool
  ) -> Statement? {
    let sources = ParameterSource.allCases.map(\.rawValue)
    let entries = node.entries ?? []
    let isStated = entries.contains { sources.contains($0.key) || $0.key == "range" }
    // A mapping without a source is a bare distribution.
    guard isStated || (!isDistribution && !entries.isEmpty) else {
      if let source = rule.source { return Statement(value: node, source: source) }
      complain(
        node.place.problem(
          key, "the value does not say where it comes from",
          mend: "write {measured: …}, {quoted: …}, {published: …} or {assumed: …, range: …}"))
      return nil
    }
    let stated = entries.filter { sources.contains($0.key) }
    guard stated.count == 1, let source = ParameterSource(rawValue: stated[0].key) else {
      complain(
        node.place.problem(
          key, "the parameter names \(stated.isEmpty ? "no source" : "two sources")",
          mend: "write one of \(sources.joined(separator: ", ")) as the key of its value"))
      return nil
    }
    let known = sources + ["range", "neutral", "note"]
    for entry in entries where !known.contains(entry.key) {
      complain(
        entry.place.problem(
          "\(key).\(entry.key)", "there is no such key",
          mend: Suggestion.mend(entry.key, among: known, verb: "the keys are")))
    }
    return Statement(
      value: stated[0].value, source: source, range: node["range"], neutral: node["neutral"],
      note: node["note"])
  }

  private mutating func amount(
    _ node: DocumentNode, _ rule: ParameterRule, _ key: String, isDistribution: Bool
  ) -> Amount? {
    if let text = node.text {
      guard let number = number(text, rule.bounds, key, node.place) else { return nil }
      guard isDistribution else { return .number(number) }
      return constant(number).map { .distribution($0) }
    }
    guard isDistribution else {
      complain(
        node.place.problem(
          key, "\(node.noun) stands where a number belongs",
          mend: "write a number \(NumberText.words(rule.bounds))"))
      return nil
    }
    do throws(ScenarioProblem) {
      let distribution = try DistributionReader.read(node, key)
      guard rule.bounds.contains(distribution.mean) else {
        throw node.place.problem(
          key, "the mean \(Printable.number(distribution.mean)) is out of bounds",
          mend: "choose a mean \(NumberText.words(rule.bounds))")
      }
      return .distribution(distribution)
    } catch {
      complain(error)
      return nil
    }
  }

  private mutating func limits(
    _ stated: Statement, _ rule: ParameterRule, _ key: String, _ value: Double
  ) -> (range: ClosedRange<Double>, neutral: Double)? {
    guard stated.source == .assumed else { return (value...value, value) }
    guard let range = stated.range.map({ self.range($0, rule, key) }) ?? rule.range,
      let neutral = stated.neutral.map({ number($0.text ?? "", rule.bounds, key, $0.place) })
        ?? rule.neutral
    else {
      // A range that cannot be read has been complained of.
      if stated.range != nil && stated.neutral != nil { return nil }
      complain(
        stated.value.place.problem(
          key, "an assumed value needs a range and a neutral value",
          mend: "add `range: [low, high]` and `neutral:`, the value that means no effect"))
      return nil
    }
    guard range.contains(value) else {
      complain(
        stated.value.place.problem(
          key,
          "\(Printable.number(value)) lies outside its own range "
            + NumberText.words(range), mend: "widen the range or move the value"))
      return nil
    }
    return (range, neutral)
  }

  private mutating func range(
    _ node: DocumentNode, _ rule: ParameterRule, _ key: String
  ) -> ClosedRange<Double>? {
    guard let ends = node.items, ends.count == 2,
      let low = number(ends[0].text ?? "", rule.bounds, key, ends[0].place),
      let high = number(ends[1].text ?? "", rule.bounds, key, ends[1].place), low <= high
    else {
      complain(
        node.place.problem(
          "\(key).range", "the range is not two numbers in order", mend: "write [low, high]"))
      return nil
    }
    return low...high
  }

  private mutating func set(
    _ amount: Amount, to value: Double, _ rule: ParameterRule, _ key: String, _ place: Place
  ) -> Amount? {
    guard let value = number("\(value)", rule.bounds, key, place) else { return nil }
    switch amount {
    case .number: return .number(value)
    case .distribution(let old) where old.mean > 0 && value > 0:
      if let scaled = try? old.scaled(by: value / old.mean) { return .distribution(scaled) }
      complain(place.problem(key, "the distribution cannot be scaled", mend: "choose another"))
      return nil
    case .distribution: return constant(value).map { .distribution($0) }
    }
  }

  private func constant(_ value: Double) -> Distribution? {
    (try? Constant(value)).map { .constant($0) }
  }
}
