import CivicTime
import EventEngine

/// SplitMix64: a small deterministic generator for the commands of property tests.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Uniform on [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// The naive future event list: a binary search tree would do, a sorted array is plainer.
struct ReferenceList {
  struct Entry: Equatable {
    var time: Int64
    var priority: UInt8
    var sequence: Int
    var payload: Int

    func precedes(_ other: Entry) -> Bool {
      (time, priority, sequence) < (other.time, other.priority, other.sequence)
    }
  }

  /// Latest first, so that the next one is removed from the end.
  var entries: [Entry] = []
  var sequence = 0

  mutating func schedule(_ payload: Int, time: Int64, priority: UInt8) {
    sequence += 1
    let entry = Entry(time: time, priority: priority, sequence: sequence, payload: payload)
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].precedes(entry) { high = middle } else { low = middle + 1 }
    }
    entries.insert(entry, at: low)
  }

  mutating func cancel(payload: Int) -> Bool {
    guard let place = entries.firstIndex(where: { $0.payload == payload }) else { return false }
    entries.remove(at: place)
    return true
  }
}

/// A future event list and the naive one, given the same commands; payloads are unique.
struct Twins: ~Copyable {
  var events = FutureEventList<Int>()
  var reference = ReferenceList()
  var handles: [(handle: EventHandle, payload: Int)] = []
  var now: Int64 = 0
  var payload = 0

  mutating func schedule(after gap: Int64, priority: UInt8, cancellable: Bool) {
    payload += 1
    let time = Instant(milliseconds: now + gap)
    let rank = EventPriority(rawValue: priority)
    if cancellable {
      let handle = events.scheduleCancellable(payload, at: time, priority: rank)
      handles.append((handle, payload))
    } else {
      events.schedule(payload, at: time, priority: rank)
    }
    reference.schedule(payload, time: now + gap, priority: priority)
  }

  /// Pops both; true if they agree.
  mutating func pop() -> Bool {
    let due = events.pop()
    let expected = reference.entries.popLast()
    if let due { now = due.time.milliseconds }
    return due?.payload == expected?.payload && due?.time.milliseconds == expected?.time
      && due?.priority.rawValue == expected?.priority && events.count == reference.entries.count
  }

  /// Cancels one handle, pending or stale; true if both agree on which.
  mutating func cancel(_ random: inout SplitMix) -> Bool {
    guard !handles.isEmpty else { return true }
    let chosen = handles.remove(at: Int.random(in: 0..<handles.count, using: &random))
    let pending = events.isPending(chosen.handle)
    let cancelled = events.cancel(chosen.handle)
    return pending == cancelled && cancelled == reference.cancel(payload: chosen.payload)
      && !events.cancel(chosen.handle) && events.count == reference.entries.count
  }
}
