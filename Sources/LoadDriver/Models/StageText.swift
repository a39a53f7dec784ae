import ResultFiles

/// Stages written in one line: `ramp:0-2000/30s,hold:2000/60s,spike:6000/5s`.
///
/// Each is KIND:LEVEL/SPAN or KIND:FROM-TO/SPAN. Kinds are `warmup` (not counted by thresholds),
/// `ramp`, `hold` (also `step`), `spike` and `soak`; spans are written `500ms`, `30s`, `5m`, `2h`.
public enum StageText {
  static let kinds: [(word: String, kind: LoadStage.Kind)] = [
    ("warmup", .warmUp), ("ramp", .ramp), ("hold", .step), ("step", .step), ("spike", .spike),
    ("soak", .soak),
  ]

  /// - Throws: ``LoadPlanError`` that quotes the stage and says how to write it.
  public static func parse(_ text: String) throws(LoadPlanError) -> [StagePlan] {
    var stages: [StagePlan] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      stages.append(try stage(part.filter { $0 != " " }, number: stages.count + 1))
    }
    try stages.validate()
    return stages
  }

  private static func stage(
    _ text: String, number: Int
  ) throws(LoadPlanError) -> StagePlan {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard halves.count == 2 else { throw malformed(text, "it has no colon") }
    guard let kind = kinds.first(where: { $0.word == halves[0] }) else {
      throw malformed(
        text, "'\(halves[0])' is none of \(kinds.map(\.word).joined(separator: ", "))")
    }
    let parts = halves[1].split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw malformed(text, "it has no span after a slash") }
    guard let seconds = SpanText.seconds(String(parts[1])) else {
      throw malformed(text, "'\(parts[1])' is no span such as 30s")
    }
    let levels = parts[0].split(separator: "-", omittingEmptySubsequences: false).map { level($0) }
    guard (1...2).contains(levels.count), let from = levels[0], let to = levels[levels.count - 1]
    else { throw malformed(text, "'\(parts[0])' is no level such as 2000, nor two such as 0-2000") }
    return StagePlan(
      name: "\(kind.word)-\(number)", kind: kind.kind, from: from, to: to, seconds: seconds)
  }

  private static func level(_ text: Substring) -> Double? {
    guard let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private static func malformed(_ text: String, _ why: String) -> LoadPlanError {
    LoadPlanError(
      "the stage '\(text)' cannot be read: \(why); write stages like ramp:0-2000/30s,hold:2000/60s")
  }
}

/// Spans of wall-clock time as people write them.
public enum SpanText {
  /// Divisors of the small units, for they are exact.
  private static let units: [(suffix: String, factor: Double, divisor: Double)] = [
    ("ms", 1, 1_000), ("us", 1, 1e6), ("µs", 1, 1e6), ("s", 1, 1), ("m", 60, 1), ("h", 3_600, 1),
  ]

  /// Seconds of `500ms`, `30s`, `5m` or `2h`; nil for anything else. A number needs its unit.
  public static func seconds(_ text: String) -> Double? {
    for unit in units where text.hasSuffix(unit.suffix) {
      let number = text.dropLast(unit.suffix.count)
      guard let first = number.first, first.isNumber || first == ".",
        let value = Double(number), value.isFinite
      else { continue }
      return value * unit.factor / unit.divisor
    }
    return nil
  }
}
