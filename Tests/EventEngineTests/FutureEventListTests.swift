import CivicTime
import EventEngine
import Testing

/// How far ahead events are scheduled: each shape drives the list into other inner structures.
enum Increments: String, CaseIterable {
  case exponential, bimodal, fewTies, allTied, heavyTail, clustered, drifting, bursty

  func draw(_ random: inout SplitMix) -> Int64 {
    let wait = -logarithm(onePlus: -random.unit())
    switch self {
    case .exponential: return Int64(wait * 3_600_000)
    case .bimodal: return Int64(wait * (random.unit() < 0.1 ? 9.1e7 : 1e4))
    case .fewTies: return Int64(wait * 40)
    case .allTied: return random.unit() < 0.002 ? 1 : 0
    case .heavyTail: return Int64(min(1e13, 1000 / (1 - random.unit()) / (1 - random.unit())))
    case .clustered:
      return Int64.random(in: 0..<4, using: &random) * 1_000_000_000
        + Int64.random(in: 0..<3, using: &random)
    case .bursty: return Int64(random.unit() < 0.03 ? wait * 1e9 : random.unit() * 1e8)
    case .drifting: return 86_400_000 + Int64(wait * 10)
    }
  }
}

/// The natural logarithm of 1 + x by the midpoint rule; the shape is all that matters here.
private func logarithm(onePlus x: Double) -> Double {
  (0..<64).reduce(0.0) { $0 + x / (64 + x * (Double($1) + 0.5)) }
}

@Suite struct FutureEventListTests {
  /// Grows to thousands of events, holds, shrinks to none, twice: heap, buckets, heap again.
  @Test(arguments: Increments.allCases, 1...3)
  func happensInOrder(increments: Increments, seed: UInt64) {
    var random = SplitMix(state: seed)
    var twins = Twins()
    for size in [3_000, 0, 700, 40, 6_000, 0] {
      var agreed = true
      while twins.reference.entries.count != size || Int.random(in: 0..<1_000, using: &random) > 0 {
        let grow = twins.reference.entries.count < size ? 6 : 4
        agreed = agreed && step(&twins, increments, random.next() % 10 < grow, &random)
        if random.next() % 64 == 0 { twins.events.audit() }
        if twins.reference.entries.isEmpty && size == 0 { break }
      }
      #expect(agreed, "\(increments) \(size)")
    }
    let (isEmpty, next) = (twins.events.isEmpty, twins.events.nextTime())
    #expect(isEmpty && next == nil)
  }

  private func step(
    _ twins: inout Twins, _ increments: Increments, _ grows: Bool, _ random: inout SplitMix
  ) -> Bool {
    if grows {
      let priority = UInt8.random(in: 0..<3, using: &random)
      let cancellable = random.next() % 4 == 0
      let gap = increments.draw(&random)
      twins.schedule(after: gap, priority: priority, cancellable: cancellable)
      return true
    }
    switch random.next() % 8 {
    case 0: return twins.cancel(&random)
    case 1:
      return twins.events.nextTime()?.milliseconds == twins.reference.entries.last?.time
    default: return twins.pop()
    }
  }

  @Test func cancellingNearlyAllKeepsMemoryAndOrder() {
    var events = FutureEventList<Int>()
    var kept: [Int] = []
    var most = 0
    for index in 0..<200_000 {
      let time = Instant(milliseconds: Int64((index * 7_919) % 200_000) + 1_000_000)
      let handle = events.scheduleCancellable(index, at: time, priority: .alarm)
      if index % 1_000 == 0 {
        kept.append((index * 7_919) % 200_000)
      } else {
        events.cancel(handle)
      }
      most = max(most, events.allocatedBytes)
    }
    #expect(most < 200_000, "cancelled events are swept")
    let count = events.count
    #expect(count == 200)
    var times: [Int] = []
    while let due = events.pop() { times.append(Int(due.time.milliseconds) - 1_000_000) }
    #expect(times == kept.sorted())
  }

  /// Many events fall into the current bucket and just past it, until the heap is cut in its turn:
  /// the finer rung ends where the bucket does, however its own buckets are aligned.
  @Test(arguments: 1...8)
  func burstIntoTheCurrentBucket(seed: UInt64) {
    var random = SplitMix(state: seed)
    var twins = Twins()
    for _ in 0..<3_000 {
      let gap = Int64(random.unit() * 1e12)
      twins.schedule(after: gap, priority: 1, cancellable: false)
    }
    var agreed = true
    // Past what the heap held, so that a coarse bucket is the current one.
    for _ in 0..<700 { agreed = agreed && twins.pop() }
    for burst in 0..<6 {
      agreed = agreed && twins.pop()
      for _ in 0..<3_000 {
        let gap = Int64(random.unit() * 8e8 * Double(burst % 3 + 1))
        twins.schedule(after: gap, priority: 1, cancellable: false)
        if random.next() % 64 == 0 { twins.events.audit() }
      }
      for step in 0..<2_000 {
        agreed = agreed && twins.pop()
        if random.next() % 3 == 0 {
          let gap = Int64(random.unit() * 1e7)
          twins.schedule(after: gap, priority: 1, cancellable: false)
        }
        if step % 4 == 0 { twins.events.audit() }
      }
    }
    while !twins.reference.entries.isEmpty { agreed = agreed && twins.pop() }
    #expect(agreed)
  }

  /// Two in three are cancelled while most events stand in buckets and some have happened: they are
  /// swept, and what is left happens in order.
  @Test(arguments: Increments.allCases)
  func sweepingBucketsKeepsTheRest(increments: Increments) {
    var random = SplitMix(state: 11)
    var twins = Twins()
    for _ in 0..<4_000 {
      let gap = increments.draw(&random)
      twins.schedule(after: gap, priority: 1, cancellable: true)
    }
    var agreed = true
    for _ in 0..<3_000 {
      if random.next() % 10 == 0 {
        agreed = agreed && twins.pop()
      } else {
        agreed = agreed && twins.cancel(&random)
      }
      if random.next() % 64 == 0 { twins.events.audit() }
    }
    while !twins.reference.entries.isEmpty { agreed = agreed && twins.pop() }
    let isEmpty = twins.events.isEmpty
    #expect(agreed && isEmpty)
  }

  @Test func popStopsAtTheLimitAndKeepsTheEvent() {
    var events = FutureEventList<Int>()
    events.schedule(1, at: Instant(milliseconds: 10), priority: .arrival)
    let early = events.pop(through: Instant(milliseconds: 9))
    let count = events.count
    #expect(early == nil && count == 1)
    let due = events.pop(through: Instant(milliseconds: 10))
    let none = events.pop()
    #expect(due?.payload == 1 && none == nil)
  }

  @Test func tiesFollowPriorityThenSequence() {
    var events = FutureEventList<Int>()
    let now = Instant(milliseconds: 5)
    events.schedule(4, at: now, priority: .arrival)
    events.schedule(2, at: now, priority: .alarm)
    events.schedule(3, at: now, priority: .completion)
    events.schedule(5, at: now, priority: .arrival)
    events.schedule(1, at: now, priority: .calendar)
    var order: [Int] = []
    while let due = events.pop() { order.append(due.payload) }
    #expect(order == [1, 2, 3, 4, 5])
  }

  @Test func staleHandleNamesNothingAfterItsSlotIsReused() {
    var events = FutureEventList<Int>()
    let old = events.scheduleCancellable(1, at: Instant(milliseconds: 1), priority: .alarm)
    let first = events.pop()
    #expect(first?.payload == 1)
    let new = events.scheduleCancellable(2, at: Instant(milliseconds: 2), priority: .alarm)
    let stale = [events.isPending(old), events.cancel(old), events.cancel(.none)]
    #expect(stale == [false, false, false])
    let current = [events.isPending(new), events.cancel(new), events.cancel(new)]
    #expect(current == [true, true, false])
    let isEmpty = events.isEmpty
    #expect(isEmpty)
  }
}
