import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadComparisonTests {
  /// A run of one operation whose half of the answers took `middle` and the rest `slow`.
  private func run(middle: Int, slow: Int, achieved: Int, seconds: Double) -> LoadResult {
    var result = makeFixtureLoad(capacity: false)
    let latency = Latency(
      buckets: [
        LatencyBucket(us: middle, count: achieved / 2),
        LatencyBucket(us: slow, count: achieved - achieved / 2),
      ])
    // The warm-up does not count.
    result.stages[0].seconds = 3
    result.stages[1].seconds = seconds / 4
    result.stages[2].seconds = seconds * 3 / 4
    result.operations = [
      LoadOperation(
        stage: "all", operation: "submit", offered: achieved, achieved: achieved, refused: 0,
        dropped: 0, errors: 0, lateness: .none, intended: latency, dispatch: latency,
        service: latency)
    ]
    return result
  }

  @Test func ratioAndDifferenceOfEachFigure() throws {
    let earlier = run(middle: 2_000, slow: 8_000, achieved: 1_000, seconds: 10)
    let now = run(middle: 3_000, slow: 6_000, achieved: 4_000, seconds: 20)
    let rows = LoadComparison(of: now, with: earlier).rows
    #expect(rows.map(\.measure) == [.p50, .p99, .throughput])
    #expect(rows.map(\.ratio) == [1.5, 0.75, 2])
    #expect(rows.map(\.difference) == [1_000, -2_000, 100])
    #expect(rows.allSatisfy { $0.operation == "submit" })
  }

  @Test func nothingIsDividedByNothing() {
    let earlier = run(middle: 2_000, slow: 8_000, achieved: 0, seconds: 10)
    let now = run(middle: 3_000, slow: 6_000, achieved: 4_000, seconds: 20)
    let rows = LoadComparison(of: now, with: earlier).rows
    #expect(rows.map(\.measure) == [.throughput])
    #expect(rows.map(\.ratio) == [nil] && rows.map(\.difference) == [200])
  }

  @Test func settingsThatDifferAreNamed() {
    let earlier = makeFixtureLoad()
    var now = makeFixtureLoad()
    #expect(LoadComparison(of: now, with: earlier).differences.isEmpty)
    now.settings.store.batchSize = 10
    now.settings.seed = 8
    now.settings.model = BilingualText(zh: "闭合", en: "closed")
    let names = LoadComparison(of: now, with: earlier).differences
    #expect(
      names.map(\.en) == [
        "seed: 7 → 8", "batch: 100 → 10", "load model: open, 2,000 a second → closed",
      ])
    #expect(names.map(\.zh).contains("批量：100 → 10"))
  }

  @Test func anOperationOfOneRunOnlyHasNoRow() {
    let earlier = makeFixtureLoad()
    var now = makeFixtureLoad()
    now.operations.removeAll { $0.operation == "file" }
    let names = Set(LoadComparison(of: now, with: earlier).rows.map(\.operation))
    #expect(names == ["all", "submit", "take", "dispatch"])
  }

  @Test func theSpreadIsThatOfSingleSeconds() throws {
    var earlier = makeFixtureLoad()
    var now = makeFixtureLoad()
    for second in now.timeline.indices { now.timeline[second].p99Us = 1_000 + second }
    for second in earlier.timeline.indices.dropFirst(9) { earlier.timeline[second].p99Us = nil }
    let comparison = LoadComparison(of: now, with: earlier)
    #expect(comparison.spread == Interval(low: 1_009, high: 1_081))
    #expect(comparison.earlierSpread == nil)
    #expect(!comparison.earlierIsVoid)
    earlier.verdict.outcome = .driverLimited
    #expect(LoadComparison(of: now, with: earlier).earlierIsVoid)
  }
}
