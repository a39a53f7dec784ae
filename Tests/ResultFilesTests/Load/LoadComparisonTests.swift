import ResultFiles
import ResultFixtures
import Testing

@Suite struct LoadComparisonTests {
  /// A run of one operation whose half of the answers took `middle` and the rest `slow`.
  private func run(middle: Int, slow: Int, achieved: Int, seconds: Double) -> LoadResult {
    var result = makeFixtureLoad(capacity: false)
    result.settings.seconds = 100
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
    let earlier = makeFixtureLoad(capacity: false)
    var now = makeFixtureLoad(capacity: false)
    #expect(LoadComparison(of: now, with: earlier).differences.isEmpty)
    now.settings.store.batchSize = 10
    now.settings.seed = 8
    now.settings.model = BilingualText(zh: "封闭", en: "closed")
    let names = LoadComparison(of: now, with: earlier).differences
    #expect(
      names.map(\.en) == [
        "seed: 7 → 8", "load model: open, 2,000 a second → closed", "batch: 100 → 10",
      ])
    #expect(names.map(\.zh).contains("批量：100 → 10"))
  }

  /// Two runs of the same name and length may have been driven quite differently.
  @Test func whatWasDrivenIsComparedToo() {
    let earlier = makeFixtureLoad(capacity: false)
    func differences(_ change: (inout LoadResult) -> Void) -> [String] {
      var now = makeFixtureLoad(capacity: false)
      change(&now)
      return LoadComparison(of: now, with: earlier).differences.map(\.en)
    }
    #expect(
      differences { $0.stages[1].offeredPerSecondAtEnd = 1_500 } == [
        "stage: ramp 500-2000/15s → ramp 500-1500/15s"
      ])
    #expect(
      differences { $0.stages[2].kind = .step } == ["stage: soak 2000/70s → soak step 2000/70s"])
    #expect(differences { $0.stages.removeLast() }.first?.hasPrefix("stages: ") == true)
    #expect(differences { $0.settings.scale = 3 } == ["scale: 1 → 3"])
    #expect(differences { $0.settings.trace = "t.csv" } == ["trace: – → t.csv"])
    #expect(differences { $0.settings.patienceSeconds = 5 } == ["patience, s: 1 → 5"])
    #expect(differences { $0.settings.store.isInMemory = true } == ["store in memory: no → yes"])
    #expect(differences { $0.settings.machine.memoryBytes = 1 }.count == 1)
    #expect(
      differences { $0.capacity = makeFixtureLoad().capacity } == ["capacity search: no → yes"])
    // What the second lasted beyond its schedule says nothing about the settings.
    #expect(differences { $0.settings.seconds = 90.3 }.isEmpty)
  }

  @Test func ofTwoSearchesWhatTheyFoundIsCompared() {
    var now = makeFixtureLoad()
    now.capacity?.found = 6_500
    now.settings.model = BilingualText(zh: "", en: "at another rate")
    now.stages[2].offeredPerSecond = 6_500
    now.stages[2].offeredPerSecondAtEnd = 6_500
    let comparison = LoadComparison(of: now, with: makeFixtureLoad())
    #expect(
      comparison.rows == [
        LoadChange(operation: "all", measure: .capacity, earlier: 13_000, now: 6_500)
      ])
    #expect(comparison.spread == nil && comparison.differences.isEmpty)
  }

  @Test func anOperationOfOneRunOnlyHasNoRow() {
    let earlier = makeFixtureLoad(capacity: false)
    var now = makeFixtureLoad(capacity: false)
    now.operations.removeAll { $0.operation == "file" }
    let names = Set(LoadComparison(of: now, with: earlier).rows.map(\.operation))
    #expect(names == ["all", "submit", "take", "dispatch"])
  }

  @Test func theSpreadIsThatOfSingleSeconds() throws {
    var earlier = makeFixtureLoad(capacity: false)
    var now = makeFixtureLoad(capacity: false)
    for second in now.timeline.indices { now.timeline[second].p99Us = 1_000 + second }
    for second in earlier.timeline.indices.dropFirst(9) { earlier.timeline[second].p99Us = nil }
    let comparison = LoadComparison(of: now, with: earlier)
    // Of the soak alone, seconds 20 to 90: the warm-up and the ramp move by themselves.
    #expect(comparison.spread == Interval(low: 1_027, high: 1_083))
    #expect(comparison.earlierSpread == nil)
    #expect(!comparison.earlierIsVoid)
    earlier.verdict.outcome = .driverLimited
    #expect(LoadComparison(of: now, with: earlier).earlierIsVoid)
  }
}
