import LoadDriver
import ResultFiles
import Testing

@Suite("Capacity search")
struct CapacitySearchTests {
  /// Runs a search against a service with this capacity; `luck` turns single runs around.
  private func search(
    _ search: CapacitySearch, capacity: Double, luck: [Int: CapacitySearch.Outcome] = [:]
  ) -> (search: CapacitySearch, steps: [CapacitySearch.Step]) {
    var search = search
    var steps: [CapacitySearch.Step] = []
    while let step = search.next, steps.count < 100 {
      search.record(luck[steps.count] ?? (step.rate <= capacity ? .held : .failed))
      steps.append(step)
    }
    return (search, steps)
  }

  @Test(
    "Doubles, bisects, confirms", arguments: [7.9, 9, 12.3, 17.5, 18.4, 130, 1_000, 3_456, 90_000])
  func finds(capacity: Double) throws {
    let (search, steps) = search(CapacitySearch(start: 500), capacity: capacity)
    let found = try #require(search.found)
    #expect(found <= capacity && found >= capacity * 0.94)
    #expect(search.confirmed == 3 && search.confirming == 3)
    #expect(try #require(search.upper) > capacity)
    #expect(steps.suffix(6).allSatisfy { $0.phase == .confirm && $0.rate == found })
    #expect(steps.first == .init(phase: .double, rate: 500))
    #expect(steps.count < 40)
    // Wilson's interval of three in three.
    let confidence = try #require(search.confidence)
    #expect(confidence.high == 1 && abs(confidence.low - 0.4385) < 1e-4)
  }

  @Test("One unlucky confirmation of three is forgiven, two are not")
  func confirmation() throws {
    let plain = search(CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100)
    let first = plain.steps.count - 6
    let once = search(
      CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100, luck: [first: .failed])
    #expect(once.search.found == plain.search.found && once.search.confirmed == 3)
    let twice = search(
      CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100,
      luck: [first: .failed, first + 1: .failed])
    let (lower, higher) = (try #require(twice.search.found), try #require(plain.search.found))
    #expect(lower < higher && twice.search.upper == higher)
  }

  @Test("Small rates end too", arguments: [(10.0, 10.4), (20, 7), (1, 0.3)])
  func small(start: Double, capacity: Double) throws {
    let (search, steps) = search(CapacitySearch(start: start), capacity: capacity)
    let found = try #require(search.found)
    #expect(found <= capacity && found >= capacity * 0.94 && steps.count < 40)
  }

  @Test("Only runs after the decision speak for the rate")
  func fresh() throws {
    let plain = search(CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100)
    let last = plain.steps.count - 1
    let unlucky = search(
      CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100,
      luck: [last: .failed, last - 1: .failed, last - 3: .failed])
    #expect(unlucky.search.found == plain.search.found && unlucky.search.next == nil)
    #expect(unlucky.search.confirmed == 1 && unlucky.search.confirming == 3)
  }

  @Test("A void run is repeated, and is no bound; if it stays void the answer is a lower bound")
  func void() throws {
    // The fourth run is the one at 4,000.
    let once = search(CapacitySearch(start: 500), capacity: 5_000, luck: [3: .void])
    #expect(once.steps[4] == once.steps[3] && once.search.unmeasurable == nil)
    #expect(try #require(once.search.found) > 4_000)
    let ever = search(
      CapacitySearch(start: 500), capacity: 5_000, luck: [3: .void, 4: .void, 5: .void])
    #expect(ever.search.found == 2_000 && ever.search.upper == nil)
    #expect(ever.search.unmeasurable == 4_000 && ever.steps.count == 12)
    let impossible = search(CapacitySearch(start: 500), capacity: 5_000, luck: [3: .impossible])
    #expect(impossible.search.found == 2_000 && impossible.steps.count == 10)
    let first = search(
      CapacitySearch(start: 500), capacity: 5_000, luck: [0: .void, 1: .void, 2: .void])
    #expect(first.search.found == nil && first.steps.count == 3)
  }

  @Test("What held and cannot be measured again is not found, and no fault of the service")
  func voidConfirmation() {
    let plain = search(CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100)
    let first = plain.steps.count - 6
    func luck(_ runs: Range<Int>) -> [Int: CapacitySearch.Outcome] {
      Dictionary(uniqueKeysWithValues: runs.map { ($0, .void) })
    }
    let (start, rate) = (CapacitySearch(start: 1_000, tolerance: 0.3), plain.steps[first].rate)
    let void = search(start, capacity: 3_100, luck: luck(first + 1..<first + 4))
    #expect(void.search.found == nil && void.search.unmeasurable == rate)
    #expect(void.search.lower == rate && void.steps.count == first + 4)
    // After the decision only the checks are missing.
    let late = search(start, capacity: 3_100, luck: luck(first + 4..<first + 7))
    #expect(late.search.found == rate && late.search.unmeasurable == nil)
    #expect(late.search.confirming == 1 && late.steps.count == first + 7)
  }

  @Test("A cap that holds is confirmed, and has no upper bound")
  func cap() {
    let (search, _) = search(CapacitySearch(start: 500, cap: 3_000), capacity: 1e9)
    #expect(search.found == 3_000 && search.upper == nil)
  }

  @Test("Where nothing holds there is no answer")
  func nothing() {
    let (search, steps) = search(CapacitySearch(start: 500), capacity: 0)
    #expect(search.found == nil && search.lower == nil && steps.count < 10)
    #expect(search.result([]).found == nil)
  }
}
