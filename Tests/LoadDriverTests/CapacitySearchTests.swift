import LoadDriver
import ResultFiles
import Testing

@Suite("Capacity search")
struct CapacitySearchTests {
  /// Runs a search against a service with this capacity; `luck` turns single runs around.
  private func search(
    _ search: CapacitySearch, capacity: Double, luck: [Int: Bool] = [:]
  ) -> (search: CapacitySearch, steps: [CapacitySearch.Step]) {
    var search = search
    var steps: [CapacitySearch.Step] = []
    while let step = search.next, steps.count < 100 {
      search.record(passed: luck[steps.count] ?? (step.rate <= capacity))
      steps.append(step)
    }
    return (search, steps)
  }

  @Test("Doubles, bisects, confirms", arguments: [130.0, 1_000, 3_456, 90_000])
  func finds(capacity: Double) throws {
    let (search, steps) = search(CapacitySearch(start: 500), capacity: capacity)
    let found = try #require(search.found)
    #expect(found <= capacity && found >= capacity * 0.94)
    #expect(search.confirmed == 3 && search.confirming == 3)
    #expect(try #require(search.upper) > capacity)
    #expect(steps.suffix(3).allSatisfy { $0.phase == .confirm && $0.rate == found })
    #expect(steps.first == .init(phase: .double, rate: 500))
    // Wilson's interval of three in three.
    let confidence = try #require(search.confidence)
    #expect(confidence.high == 1 && abs(confidence.low - 0.4385) < 1e-4)
  }

  @Test("One unlucky confirmation of three is forgiven, two are not")
  func confirmation() throws {
    let plain = search(CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100)
    let first = plain.steps.count - 3
    let once = search(
      CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100, luck: [first: false])
    #expect(once.search.found == plain.search.found && once.search.confirmed == 2)
    let twice = search(
      CapacitySearch(start: 1_000, tolerance: 0.3), capacity: 3_100,
      luck: [first: false, first + 1: false])
    let (lower, higher) = (try #require(twice.search.found), try #require(plain.search.found))
    #expect(lower < higher && twice.search.upper == higher)
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
