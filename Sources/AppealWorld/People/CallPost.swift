import CivicTime

/// The agents of the call-answering post and the callers in its line, first come first served.
struct CallPost: ~Copyable {
  struct Agents: BitwiseCopyable {
    var clock: WorkingClock
    var stretch: Double
    var heads: Int
    var busy = 0
    var isWoken = false
  }

  struct Caller: BitwiseCopyable {
    var index: CaseIndex
    var stamp: UInt32
  }

  let count: Int
  private let agents: UnsafeMutablePointer<Agents>
  private var line: UnsafeMutablePointer<Caller>
  private var capacity = 256
  private var first = 0
  /// Places in the line, those of callers who hung up included.
  private(set) var lineCount = 0
  /// Callers in the line.
  var waiting = 0

  init(_ plan: CallAnswering?) {
    let rows = (plan?.agents ?? []).map {
      Agents(clock: $0.calendar.clock, stretch: 1 / $0.availability, heads: $0.heads)
    }
    count = rows.count
    agents = rows.copied()
    line = .allocate(capacity: capacity)
  }

  deinit {
    agents.deallocate()
    line.deallocate()
  }

  subscript(shift: Int) -> Agents {
    unsafeAddress { UnsafePointer(agents + shift) }
    nonmutating unsafeMutableAddress { agents + shift }
  }

  /// The first shift on duty with an idle agent.
  func idleShift(at now: Instant) -> Int? {
    for shift in 0..<count where agents[shift].busy < agents[shift].heads {
      if agents[shift].clock.isWorking(at: now) { return shift }
    }
    return nil
  }

  mutating func append(_ caller: Caller) {
    if lineCount == capacity { grow() }
    line[(first + lineCount) & (capacity - 1)] = caller
    lineCount += 1
    waiting += 1
  }

  /// The place that has been longest in the line; its caller may have hung up.
  mutating func popFirst() -> Caller? {
    guard lineCount > 0 else { return nil }
    let caller = line[first]
    first = (first + 1) & (capacity - 1)
    lineCount -= 1
    return caller
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Caller>.allocate(capacity: capacity * 2)
    for place in 0..<lineCount {
      (larger + place).initialize(to: line[(first + place) & (capacity - 1)])
    }
    line.deallocate()
    line = larger
    first = 0
    capacity *= 2
  }
}
