/// The one document that `--json` prints, schema `huying.comparison/1`.
public enum ComparisonDocument {
  public static let schema = "huying.comparison/1"

  /// The document as text with a final newline; the same result gives the same bytes.
  ///
  /// A level (`backlog_mean`) of an overloaded scenario does not exist: its numbers are `null`,
  /// and the scenario says `"overloaded": true`.
  public static func json(of result: ExperimentResult, language: ReportLanguage) -> String {
    let index = ResultIndex(result)
    let document = JSONText.object([
      ("schema", .string(schema)),
      ("seed", .unsigned(result.settings.seed)),
      ("replications", .integer(result.settings.replications)),
      ("confidence", .number(result.settings.confidence)),
      ("decision", .string(result.decision[language])),
      ("scenarios", .array(scenarios(of: result, index: index))),
      ("differences", .array(differences(of: result, index: index))),
      ("constant_indicators", .array(result.constantIndicators.map(JSONText.string))),
      ("stopping", stopping(result.stopping)),
    ])
    return document.text + "\n"
  }

  private static func scenarios(of result: ExperimentResult, index: ResultIndex) -> [JSONText] {
    index.arms.map { arm in
      let members: [(String, JSONText)] = result.indicators.compactMap { indicator in
        guard let estimate = index.estimate(arm, indicator.id) else { return nil }
        let exists = index.hasLevel(arm, indicator)
        return (
          indicator.id,
          value(
            n: estimate.n, mean: exists ? estimate.mean : nil,
            noise: exists ? estimate.noise : nil,
            assumptions: exists ? estimate.assumptions : nil)
        )
      }
      return .object([
        ("id", .string(arm.scenario)), ("explanation", .string(arm.explanation)),
        ("overloaded", .bool(index.isOverloaded(arm))), ("indicators", .object(members)),
      ])
    }
  }

  private static func differences(of result: ExperimentResult, index: ResultIndex) -> [JSONText] {
    index.arms.flatMap { arm in
      index.baselines(of: arm).map { baseline in
        let members: [(String, JSONText)] = result.indicators.compactMap { indicator in
          guard let difference = index.difference(arm, from: baseline, indicator.id) else {
            return nil
          }
          return (
            indicator.id,
            value(
              n: difference.n, mean: difference.mean, noise: difference.noise,
              assumptions: difference.assumptions)
          )
        }
        return .object([
          ("scenario", .string(arm.scenario)), ("baseline", .string(baseline)),
          ("explanation", .string(arm.explanation)), ("indicators", .object(members)),
        ])
      }
    }
  }

  private static func value(
    n: Int, mean: Double?, noise: Interval?, assumptions: Interval?
  ) -> JSONText {
    var members: [(String, JSONText)] = [
      ("mean", .optional(mean)), ("low", .optional(noise?.low)),
      ("high", .optional(noise?.high)), ("n", .integer(n)),
    ]
    if let assumptions {
      members.append(("assumption_low", .optional(assumptions.low)))
      members.append(("assumption_high", .optional(assumptions.high)))
    }
    return .object(members)
  }

  private static func stopping(_ stopping: Stopping) -> JSONText {
    .object([
      ("mode", .string(stopping.mode.rawValue)), ("reached", .bool(stopping.reached)),
      ("cap", stopping.cap.map(JSONText.integer) ?? .null),
      ("too_wide", .array(stopping.tooWide.map(JSONText.string))),
    ])
  }
}
