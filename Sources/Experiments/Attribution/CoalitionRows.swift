import Scenarios

/// Every trial of an attribution as a table, from which all its values can be computed again.
public enum CoalitionRows {
  /// `explanation,response,levers,replication,INDICATOR…`, one line a trial (RFC 4180, LF), by
  /// explanation, response, set of levers and replication. The levers of a set are ids with blanks
  /// between; a response is `none` where no lever of the set assumes one.
  public static func csv(of outcome: AttributionOutcome, _ source: LeverSource) -> String {
    let explanations = source.base.map {
      $0.explanation?.id ?? ResultAssembler.noExplanation.id
    }
    let responses = AssumedResponse.allCases
    let keys = outcome.table.keys.sorted { left, right in
      (left.explanation, responses.firstIndex(of: left.response) ?? 0, left.coalition.members)
        < (
          right.explanation, responses.firstIndex(of: right.response) ?? 0, right.coalition.members
        )
    }
    var text =
      (["explanation", "response", "levers", "replication"] + outcome.recorded)
      .joined(separator: ",") + "\n"
    for key in keys {
      let ids = key.coalition.places.map { source.levers.levers[$0].id }
      let names = [
        explanations[key.explanation], key.response.rawValue, ids.joined(separator: " "),
      ]
      for (replication, values) in (outcome.table[key] ?? [:]).sorted(by: { $0.key < $1.key }) {
        let numbers = values.map { $0.map { "\($0)" } ?? "" }
        text += (names + ["\(replication)"] + numbers).joined(separator: ",") + "\n"
      }
    }
    return text
  }
}
