import CivicTime
import LoadDriver
import Testing

@Suite("Pacing")
struct PacingTests {
  private let profile = RateProfile([
    .init(from: 0, to: 100, seconds: 10), .init(from: 100, to: 100, seconds: 5),
    .init(from: 0, to: 0, seconds: 2), .init(from: 50, to: 10, seconds: 4),
  ])

  @Test("Areas of triangle, rectangle, nothing and trapezium")
  func areas() {
    #expect(profile.seconds == 21 && profile.total == 500 + 500 + 0 + 120)
    #expect(profile.expected(by: 5) == 125)
    #expect(profile.expected(by: 12.5) == 750)
    #expect(profile.expected(by: 16) == 1_000)
    #expect(profile.expected(by: 19) == 1_000 + 80)
    #expect(profile.rate(at: 5) == 50 && profile.rate(at: 16) == 0 && profile.rate(at: 21) == 0)
  }

  @Test("The inverse gives back each area's time, by hand and all along")
  func inverse() throws {
    #expect(profile.time(of: 125) == 5)
    #expect(profile.time(of: 750) == 12.5)
    #expect(profile.time(of: profile.total) == nil)
    #expect(profile.time(of: -1) == nil)
    var last = 0.0
    for step in 0..<11_199 {
      let count = Double(step) / 10
      let time = try #require(profile.time(of: count))
      #expect(abs(profile.expected(by: time) - count) < 1e-9 && time >= last)
      last = time
    }
  }

  @Test("A ramp so flat that its quadratic cancels keeps its precision")
  func flat() throws {
    let flat = RateProfile([.init(from: 1_000, to: 1_000 + 1e-9, seconds: 100)])
    #expect(abs(try #require(flat.time(of: 50_000)) - 50) < 1e-9)
  }

  @Test("Poisson arrivals: mean and variance of the gaps, and no two runs of one seed differ")
  func poisson() throws {
    let steady = RateProfile([.init(from: 100, to: 100, seconds: 1_000)])
    func starts(_ seed: UInt64) -> [Int64] {
      var pacer = CommandPacer(.poisson(steady), commandsPerAccept: 10, seed: seed)
      var starts: [Int64] = []
      while let start = pacer.next(at: .distantPast) { starts.append(start) }
      return starts
    }
    let first = starts(3)
    // 1,000,000 expected; a Poisson count lies within five deviations.
    #expect(abs(first.count - 1_000_000) < 5_000)
    let gaps = zip(first, first.dropFirst()).map { Double($1 - $0) }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(gaps.count)
    #expect(abs(mean - 1e6) < 1e4)
    #expect(abs(variance.squareRoot() / mean - 1) < 0.01)
    #expect(gaps.allSatisfy { $0 >= 0 })
    #expect(first == starts(3) && first != starts(4))
  }

  @Test("Even arrivals lie at the quotients")
  func even() {
    let steady = RateProfile([.init(from: 4, to: 4, seconds: 1)])
    var pacer = CommandPacer(.even(steady), commandsPerAccept: 2, seed: 1)
    var starts: [Int64] = []
    while let start = pacer.next(at: .distantPast) { starts.append(start) }
    #expect(starts == (0..<8).map { $0 * 125_000_000 })
  }

  @Test("A trace's intensity meets its own arrivals, in any order of rows")
  func trace() throws {
    let instants = [5_000, 1_000, 2_000, 9_000].map { Instant(milliseconds: $0) }
    let trace = try TraceIntensity(instants: instants, speed: 2)
    #expect(trace.total == 3 && trace.seconds == 4)
    #expect([0, 1, 2, 2.5].map { trace.time(of: $0) } == [0, 0.5, 2, 3])
    #expect(trace.time(of: 3) == nil)
    #expect(throws: LoadPlanError.self) { try TraceIntensity(instants: instants, speed: 0) }
    #expect(throws: LoadPlanError.self) { try TraceIntensity(instants: [], speed: 1) }
  }
}
