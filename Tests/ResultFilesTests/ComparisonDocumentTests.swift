import Foundation
import ResultFiles
import ResultFixtures
import Testing

@Suite struct ComparisonDocumentTests {
  private let result = makeFixtureResult(replications: 3, days: 2)

  private func parsed(_ language: ReportLanguage = .english) throws -> [String: Any] {
    let text = ComparisonDocument.json(of: result, language: language)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func hasTheAgreedShape() throws {
    let document = try parsed()
    #expect(document["schema"] as? String == "huying.comparison/1")
    #expect(document["seed"] as? Int == 20_180_922)
    #expect(document["replications"] as? Int == 3)
    #expect(document["decision"] as? String == result.decision.en)
    #expect(try parsed(.chinese)["decision"] as? String == result.decision.zh)
    let scenarios = try #require(document["scenarios"] as? [[String: Any]])
    #expect(scenarios.count == 15)
    let first = try #require(scenarios.first)
    #expect(first["id"] as? String == "pingshan-2018")
    #expect(first["explanation"] as? String == "congestion")
    let indicators = try #require(first["indicators"] as? [String: [String: Any]])
    let share = try #require(indicators["on_time_share"])
    #expect(share.keys.contains("low") && share.keys.contains("high"))
    #expect(share["n"] as? Int == 3)
  }

  @Test func numbersReadBackAsTheSameDoubles() throws {
    struct Document: Decodable {
      struct Value: Decodable { var mean, low, high: Double? }
      struct Scenario: Decodable { var indicators: [String: Value] }
      var scenarios: [Scenario]
    }
    let text = ComparisonDocument.json(of: result, language: .english)
    let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
    let share = try #require(document.scenarios[0].indicators["on_time_share"])
    #expect(share.mean == result.estimates[0].mean)
    #expect(share.low == result.estimates[0].noise?.low)
    #expect(share.high == result.estimates[0].noise?.high)
  }

  @Test func differencesNameTheirBaseline() throws {
    let differences = try #require(try parsed()["differences"] as? [[String: Any]])
    #expect(differences.count == 12)
    #expect(differences.allSatisfy { $0["baseline"] as? String == "pingshan-2018" })
    #expect(differences.first?["scenario"] as? String == "pingshan-2016")
  }

  @Test func anOverloadedScenarioHasNoLevel() throws {
    let scenarios = try #require(try parsed()["scenarios"] as? [[String: Any]])
    let overloaded = scenarios.filter { $0["overloaded"] as? Bool == true }
    #expect(overloaded.count == 1)
    let indicators = try #require(overloaded.first?["indicators"] as? [String: [String: Any]])
    #expect(indicators["backlog_mean"]?["mean"] is NSNull)
    #expect(indicators["backlog_end"]?["mean"] is Double)
  }

  @Test func textIsEscaped() {
    let text = JSONText.object([("a\"b", .string("\u{1}\\\n积压</script>"))]).text
    #expect(text == "{\n  \"a\\\"b\": \"\\u0001\\\\\\n积压</script>\"\n}")
    #expect(JSONText.number(.nan).text == "null")
    #expect(JSONText.number(0.1).text == "0.1")
    #expect(JSONText.number(3).text == "3")
  }

  @Test func csvQuotesFields() {
    var odd = result
    odd.scenarios[0].id = "a,\"b\""
    odd.estimates[0].scenario = "a,\"b\""
    let lines = SummaryTable.csv(of: odd).split(separator: "\n")
    #expect(lines[1].hasPrefix("estimate,\"a,\"\"b\"\"\",,congestion,on_time_share,share,3,"))
    #expect(lines[0].split(separator: ",").count == 12)
  }
}
