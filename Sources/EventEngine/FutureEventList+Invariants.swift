extension FutureEventList {
  /// The full check of the structure, for tests: the heap's order, that it holds exactly what lies
  /// before the horizon, that each event lies in its bucket, and that the rungs follow each other.
  /// O(events).
  package func audit() {
    var found = auditHeap()
    // What follows the rung looked at begins here.
    var start = horizon
    for index in stride(from: rungCount - 1, through: 0, by: -1) {
      let rung = rungs[index]
      found += audit(rung, from: start)
      start = max(start, rung.end)
    }
    forEach(in: far) { key in
      precondition(key.tick >= start, "an event beyond the rungs belongs into one")
      found += 1
    }
    precondition(found == live + cancelled, "events were lost or doubled")
  }

  private func auditHeap() -> Int {
    let root = NearHeap<Payload>.root
    var place = root + (near.hasHole ? 1 : 0)
    let first = place
    while place < root + near.count {
      precondition(near.keys[place].tick < horizon, "an event of the heap is past the horizon")
      let parent = (place + 8) >> 2
      let isOrdered = parent < first || place == root || near.keys[parent] < near.keys[place]
      precondition(isOrdered, "the heap is out of order")
      place += 1
    }
    for past in 0..<4 {
      precondition(near.keys[place + past] == .never, "the heap does not end in sentinels")
    }
    return place - first
  }

  private func audit(_ rung: EventRung, from start: UInt64) -> Int {
    var found = 0
    for bucket in 0..<rung.bucketCount {
      let low = rung.start + UInt64(bucket) << rung.shift
      let high = min(low + 1 << rung.shift, rung.end)
      forEach(in: rung.buckets[bucket]) { key in
        precondition(key.tick >= low && key.tick < high, "an event in another's bucket")
        precondition(key.tick >= start, "an event in a bucket that has been passed")
        found += 1
      }
    }
    precondition(found == rung.count, "a rung and its count disagree")
    return found
  }

  private func forEach(in list: EventList, _ body: (EventKey) -> Void) {
    var (chunk, left) = (list.head, list.count)
    while left > 0 {
      let inChunk = (left - 1) & (EventChunks<Payload>.width - 1) + 1
      for place in 0..<inChunk {
        body(
          chunks.keys.unsafelyUnwrapped[Int(chunk) * Int(EventChunks<Payload>.width) + Int(place)])
      }
      left -= inChunk
      chunk = chunks.next.unsafelyUnwrapped[Int(chunk)]
    }
  }
}
