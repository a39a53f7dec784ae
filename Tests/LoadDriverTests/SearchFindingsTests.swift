import LoadDriver
import ResultFiles
import Testing

/// What a search says when its trials are over, from trials that were not run.
@Suite("What a search found")
struct SearchFindingsTests {
  private let load: LoadPlan
  private let outcome: RunOutcome

  init() throws {
    let bench = try Bench()
    load = LoadPlan(model: .open(even: true), stages: try StageText.parse("hold:20/1s"), seed: 1)
    outcome = try bench.drive(load, try bench.service())
  }

  private func trial(_ verdict: LoadVerdict.Outcome, _ reason: String) -> TrialRun {
    var result = outcome.result(Bench.settings, plan: load, thresholds: [])
    result.verdict = LoadVerdict(outcome: verdict, reason: BilingualText(zh: "。", en: reason))
    return TrialRun(result: result, seconds: 1, inTime: outcome.inTime(stage: 0))
  }

  /// A search up to 500, whose trials come out so.
  private func run(
    _ outcomes: [LoadVerdict.Outcome]
  ) -> (search: CapacitySearch, findings: SearchFindings) {
    var search = CapacitySearch(start: 500, cap: 500)
    var findings = SearchFindings()
    for (index, outcome) in outcomes.enumerated() {
      guard let step = search.next else { break }
      let run = trial(outcome, "\(outcome) \(index)")
      let trial = CapacityTrial(step, run)
      search.record(trial.isVoid ? .void : trial.passed ? .held : .failed)
      findings.add(trial, run.result)
    }
    return (search, findings)
  }

  @Test("Confirming runs that stay void make the search void, with their reason")
  func void() throws {
    let (search, findings) = run([.ok, .ok, .driverLimited, .driverLimited, .driverLimited])
    #expect(search.next == nil && search.found == nil)
    let verdict = try #require(findings.result(search)).verdict
    #expect(verdict.outcome == .driverLimited && verdict.reason.en == "driverLimited 4")
  }

  @Test("A search that finds its rate is judged by the trial that is shown")
  func found() throws {
    let (search, findings) = run(Array(repeating: .ok, count: 7))
    let result = try #require(findings.result(search))
    #expect(search.next == nil && result.capacity?.found == 500)
    #expect(result.verdict.outcome == .ok && result.verdict.reason.en == "ok 6")
  }

  @Test("A wrong trial makes the search wrong, also one that is interrupted")
  func wrong() throws {
    var (search, findings) = run([.ok, .wrong])
    let early = findings.interrupted(by: trial(.ok, "last").result, search)
    #expect(early.verdict.outcome == .wrong && early.verdict.reason.en == "wrong 1")
    (search, findings) = run([.ok])
    let last = findings.interrupted(by: trial(.wrong, "last").result, search)
    #expect(last.verdict.outcome == .wrong && last.verdict.reason.en == "last")
    #expect(last.capacity?.trials.count == 1)
    (search, findings) = run([.ok])
    let fine = findings.interrupted(by: trial(.ok, "last").result, search)
    #expect(fine.verdict.outcome == .interrupted)
  }
}
