import AppealCore
import CivicTime
import Experiments
import ResultFiles

extension RoutingView {
  /// The report as one document, `huying.routing/1`. Shares are from 0 to 1.
  var json: String {
    let tally = trace.tally
    return JSONText.object([
      ("schema", .string("huying.routing/1")),
      ("trace", .string(path)),
      ("from", .string(day)),
      ("labelDelay", .string(delay)),
      (
        "rows",
        .object([
          ("read", .integer(tally.rows)), ("bad", .integer(tally.bad)),
          ("filtered", .integer(tally.filtered)), ("withoutUnit", .integer(trace.withoutUnit)),
          ("before", .integer(report.before)), ("judged", .integer(report.rows)),
          ("days", .integer(report.days)), ("unitNeverSeen", .integer(report.neverSeen)),
        ])
      ),
      ("units", .integer(trace.names.units.count)),
      ("claimedShare", .number(report.claimed)),
      ("methods", .array(report.accuracies.map(method))),
      ("gains", .array(report.differences.map(gain))),
      ("explanations", .array(report.explanations.map(explanation))),
    ]).text
  }

  private func method(_ accuracy: RoutingReport.Accuracy) -> JSONText {
    .object([
      ("method", .string(key(accuracy.method))),
      ("top1", score(accuracy.first)), ("top3", score(accuracy.firstThree)),
    ])
  }

  private func key(_ method: RoutingMethod) -> String {
    switch method {
    case .model: "model-learning"
    case .modelOnce: "model-trained-before"
    case .floorOnce: "floor-trained-before"
    case .floor: "floor-learning"
    }
  }

  private func score(_ score: RoutingReport.Score) -> JSONText {
    .object([
      ("right", .integer(score.right)), ("share", .number(score.share.estimate)),
      ("low", .number(score.share.low)), ("high", .number(score.share.high)),
    ])
  }

  private func gain(_ difference: RoutingReport.Difference) -> JSONText {
    func paired(_ paired: RoutingReport.Paired) -> JSONText {
      .object([
        ("gain", .number(paired.gain)), ("low", .optional(paired.interval?.low)),
        ("high", .optional(paired.interval?.high)), ("onlyThis", .integer(paired.onlyBetter)),
        ("onlyOther", .integer(paired.onlyOther)),
      ])
    }
    return .object([
      ("method", .string(key(difference.better))), ("over", .string(key(difference.than))),
      ("top1", paired(difference.first)), ("top3", paired(difference.firstThree)),
    ])
  }

  private func explanation(_ explained: RoutingExplanation) -> JSONText {
    .object([
      ("line", .integer(explained.row.line)),
      ("created", .string(explained.row.created.iso8601(in: trace.zone))),
      ("subject", .array(Self.subject(explained.row.features, trace.names).map { .string($0) })),
      ("finalUnit", .string(unit(explained.row.unit))),
      (
        "suggestions",
        .array(
          explained.suggestions.map {
            .object([("unit", .string(unit($0.unit))), ("share", .number($0.share))])
          })
      ),
      ("evidence", .array(explained.evidence.map(evidence))),
    ])
  }

  private func evidence(_ evidence: RoutingEvidence) -> JSONText {
    .object([
      ("context", .string("\(evidence.context)")), ("cases", .integer(evidence.cases)),
      ("outOf", .integer(evidence.outOf)), ("factor", .number(evidence.factor)),
      ("countsRoles", .bool(evidence.context.countsRoles)),
    ])
  }
}
