import LoadDriver
import ResultFiles
import Testing

@Suite("Thresholds")
struct ThresholdTests {
  @Test("Latencies")
  func latencies() throws {
    let plain = try Threshold("submit.p99 > 50ms")
    #expect(plain.kind == .submit && plain.bound == 50_000 && plain.unit == .microseconds)
    #expect(plain.figure == .latency(.init(span: .intended, statistic: .percentile(99))))
    #expect(plain.comparison == .above && plain.window == nil)
    let fine = try Threshold("hand_over.service.p99.9 >= 2s over 10s")
    #expect(fine.kind == .handOver && fine.bound == 2e6 && fine.window == 10)
    #expect(fine.figure == .latency(.init(span: .service, statistic: .percentile(99.9))))
    #expect(fine.comparison == .atLeast)
    #expect(try Threshold("p50>1us").kind == nil)
    #expect(
      try Threshold("service.max > 1s").figure
        == .latency(.init(span: .service, statistic: .most)))
    // The command of that name, and the span of all.
    #expect(try Threshold("dispatch.p99 > 1s").kind == .dispatch)
    #expect(
      try Threshold("all.dispatch.mean > 1s").figure
        == .latency(.init(span: .dispatch, statistic: .mean)))
    #expect(try Threshold("lateness.p99 > 1ms").figure == .lateness(.percentile(99)))
  }

  @Test("Counts and sizes")
  func counts() throws {
    let errors = try Threshold("all.errors > 0.1%")
    #expect(errors.figure == .count(.errors) && errors.unit == .share && errors.bound == 0.001)
    let achieved = try Threshold("achieved < 95% over 10s")
    #expect(achieved.comparison == .below && achieved.window == 10 && achieved.kind == nil)
    #expect(try Threshold("submit.achieved < 1900/s").unit == .perSecond)
    #expect(try Threshold("dropped > 0").unit == .count)
    let memory = try Threshold("memory > 2GiB")
    #expect(memory.unit == .bytes && memory.bound == 2_147_483_648)
  }

  @Test(
    "What cannot be read is quoted, with the way to write it",
    arguments: [
      ("submit.p99", "no < or >"), ("submit.p99 >", "both sides"), ("> 5ms", "both sides"),
      ("sumbit.p99 > 5ms", "no operation 'sumbit'"), ("submit.q99 > 5ms", "'q99' is no figure"),
      ("submit.p99 > 5", "'5' is no span"), ("errors > 5ms", "'5ms' is no share"),
      ("submit.p99 > 5ms over", "over 10s"), ("submit.p99 > 5ms over 0.5s", "whole seconds"),
      ("submit.memory > 1GB", "no figure of an operation"), ("memory > 5ms", "is no size"),
      ("memory > 1GB over 5s", "only latencies and counts"), ("submit. > 5ms", "no figure"),
      ("p100 > 5ms", "no operation 'p100'"), ("a.b.c.d > 1ms", "no operation 'a'"),
    ])
  func complains(text: String, part: String) throws {
    let error = #expect(throws: LoadPlanError.self) { try Threshold(text) }
    let sentence = try #require(error).description
    #expect(sentence.contains(part) && sentence.contains("'\(text)'"), "\(sentence)")
  }

  @Test("A run is held against them; a warm-up does not count")
  func evaluation() throws {
    let bench = try Bench()
    let load = LoadPlan(
      model: .open(even: true), stages: try StageText.parse("warmup:400/2s,hold:10/3s"), seed: 1)
    let service = try bench.service(capacity: 1 << 16)
    // All of the warm-up waits for a slow commit; nothing of the stage that counts does.
    service.stallAt = bench.clock.time
    service.stall = 1_000_000_000
    let texts = [
      ("p99 > 100ms", true), ("p50 > 1us", false), ("errors > 0", true), ("achieved < 100%", true),
      ("achieved < 121/s", false), ("achieved > 100/s", false), ("p99 > 100ms over 2s", true),
      ("achieved < 1000/s over 2s", false), ("memory > 1KB", false), ("memory > 1000GB", true),
      ("reopen.p99 > 1us", false), ("reopen.errors > 0", true),
      ("reopen.errors > 1%", false),
    ]
    let result = try bench.result(load, service, thresholds: try texts.map { try Threshold($0.0) })
    for (outcome, expected) in zip(result.thresholds, texts) {
      #expect(outcome.passed == expected.1, "\(outcome.text): \(outcome.measured ?? -1)")
    }
    #expect(try #require(result.operation("all")?.offered) == 360)
    #expect(try #require(result.operation("all", stage: "warmup-1")?.offered) > 9_000)
    #expect(result.thresholds.last?.state == .notMeasured)
    #expect(result.thresholds.first?.state == .met)
  }

  @Test("A window needs room in the stages that count, without a warm-up in it")
  func windows() throws {
    let stages = try StageText.parse("warmup:5/2500ms,hold:5/3s,warmup:5/1s,hold:5/4s,hold:5/6s")
    // 2.5 to 5.5 holds the whole seconds 3 and 4; 6.5 to 16.5 holds nine.
    try [try Threshold("p99 > 1s over 9s"), try Threshold("p99 > 1s")].check(fit: stages)
    let error = #expect(throws: LoadPlanError.self) {
      try [try Threshold("errors > 0 over 10s")].check(fit: stages)
    }
    #expect(error?.description.contains("'errors > 0 over 10s' looks at 10 s in a row") == true)
    #expect(error?.description.contains("have 9 whole seconds") == true)
  }

  @Test("Answers to a warm-up that come after it do not count either")
  func lateWarmUp() throws {
    let bench = try Bench()
    // 4,800 commands a second against 3,333: the rest is answered in the stage that counts.
    let load = LoadPlan(
      model: .open(even: true), stages: try StageText.parse("warmup:400/2s,hold:10/3s"), seed: 1)
    let service = try bench.service(capacity: 1 << 16, cost: 300_000)
    let texts = ["achieved > 130/s over 2s", "submit.achieved > 30/s over 1s", "p99 < 1us over 1s"]
    let result = try bench.result(load, service, thresholds: try texts.map { try Threshold($0) })
    #expect(result.thresholds.map(\.passed) == [true, true, true], "\(result.thresholds)")
    #expect(result.timeline[2].achieved > 2_000)
    #expect(result.timeline.map(\.submitted).reduce(0, +) > 700)
  }
}
