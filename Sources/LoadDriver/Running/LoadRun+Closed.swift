import Heaps
import RandomStreams

/// The closed model: users who each wait for their answer and think before the next command.
extension LoadRun {
  mutating func driveClosed(think: Double) throws(LoadError) {
    closed = ClosedUsers(think: think, seed: plan.seed)
    let profile = plan.stages.profile
    let end = Int64(profile.seconds * 1e9)
    while !stop.isRequested {
      try collect()
      let now = clock.now()
      let since = now - origin
      guard since < end else { return }
      closed?.admit(Int(profile.rate(at: Double(since) / 1e9).rounded()), at: now)
      guard let (user, ready) = closed?.next(by: now) else {
        clock.sleep(until: min(closed?.nextReady ?? .max, now + Self.retry))
        continue
      }
      guard let step = cursor.next() else {
        isTapeOver = true
        return
      }
      try offer(step, intended: ready, user: user)
    }
  }
}

/// The users of a closed model. Which user gives which command does not matter to the service, so
/// each takes the next one of the tape.
struct ClosedUsers: ~Copyable {
  private let think: Double
  private var stream: RandomStream
  /// Users who think, by the time at which they are ready.
  private var thinking = IndexedHeap<Int64>()
  private var resting: [UInt32] = []
  private var known: UInt32 = 0
  /// Users at work: they think, or wait for an answer.
  private var working = 0
  private var wanted = 0

  init(think: Double, seed: UInt64) {
    self.think = think
    stream = RandomStream(seed: seed, key: StreamKey(LoadPurpose.thinking))
  }

  /// Sets how many users work; new ones are ready at once, and those who are too many leave after
  /// their next answer.
  mutating func admit(_ number: Int, at now: Int64) {
    wanted = number
    while working < wanted {
      let user = resting.popLast() ?? known
      if user == known { known += 1 }
      working += 1
      thinking.insert(slot: user, key: now)
    }
  }

  /// A user who is ready, and since when.
  mutating func next(by now: Int64) -> (user: UInt32, ready: Int64)? {
    guard let first = thinking.peek, first.key <= now else { return nil }
    _ = thinking.removeMin()
    return (first.slot, first.key)
  }

  var nextReady: Int64 { thinking.peek?.key ?? .max }

  /// The user has the answer, and thinks.
  mutating func answered(_ user: UInt32, at instant: Int64) {
    guard working <= wanted else {
      working -= 1
      resting.append(user)
      return
    }
    let span = think > 0 ? stream.exponential(mean: think) : 0
    thinking.insert(slot: user, key: instant + Int64(span * 1e9))
  }
}
