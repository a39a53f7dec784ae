extension FutureEventList {
  /// Puts away an event at or past the horizon: into a bucket, or beyond them all.
  @inlinable
  @inline(never)
  mutating func putAway(_ key: EventKey, _ payload: Payload) {
    let tick = key.tick
    var index = rungCount
    while index > 0 {
      index -= 1
      let rung = rungs + index
      if tick < rung.pointee.end {
        let bucket = Int((tick &- rung.pointee.start) &>> rung.pointee.shift)
        chunks.append(key, payload, to: &rung.pointee.buckets[bucket])
        rung.pointee.count += 1
        return
      }
    }
    chunks.append(key, payload, to: &far)
  }

  /// Fills the empty heap with the next bucket; false if nothing is left anywhere.
  @inlinable
  @inline(never)
  mutating func refill() -> Bool {
    while true {
      if rungCount == 0 {
        if far.count <= Self.returnLimit { return gatherAll() }
        cutFar()
      }
      let rung = rungs + (rungCount - 1)
      if rung.pointee.count == 0 {
        rungCount -= 1
        continue
      }
      var bucket = rung.pointee.current
      while rung.pointee.buckets[bucket].count == 0 { bucket += 1 }
      rung.pointee.current = bucket + 1
      var list = rung.pointee.buckets[bucket]
      rung.pointee.buckets[bucket] = EventList()
      rung.pointee.count -= Int(list.count)
      let width = rung.pointee.shift
      let start = rung.pointee.start + UInt64(bucket) << width
      let end = min(start + 1 << width, rung.pointee.end)
      if list.count > Self.bucketLimit && width > 0 && rungCount < Self.mostRungs {
        cut(&list, into: Int(list.count) / Self.bucketAim, start: start, end: end)
        continue
      }
      nearLimit = max(Self.heapLimit, 2 * Int(list.count))
      horizon = end
      moveToHeap(&list)
      return true
    }
  }

  /// Everything that is left is little: back to one heap.
  @inlinable
  mutating func gatherAll() -> Bool {
    horizon = EventTick.never
    nearLimit = Self.heapLimit
    var rest = far
    far = EventList()
    moveToHeap(&rest)
    return near.count > 0
  }

  @inlinable
  mutating func moveToHeap(_ list: inout EventList) {
    while list.count > 0 {
      let event = chunks.removeLast(from: &list)
      near.insert(event.key, event.payload)
    }
  }

  /// The next unused rung.
  @inlinable
  mutating func nextRung() -> UnsafeMutablePointer<EventRung> {
    let rung = rungs + rungCount
    if rungCount == rungsMade {
      rung.initialize(to: EventRung())
      rungsMade += 1
    }
    rungCount += 1
    return rung
  }

  /// Makes a rung of `start ..< end` in about `wanted` buckets, and puts the events into it.
  @inlinable
  mutating func cut(_ list: inout EventList, into wanted: Int, start: UInt64, end: UInt64) {
    let width = UInt64(UInt64.bitWidth - (end - start - 1).leadingZeroBitCount)
    let bits = min(width, UInt64(Int.bitWidth - max(1, wanted - 1).leadingZeroBitCount))
    let rung = nextRung()
    rung.pointee.reset(start: start, shift: width - bits, bucketCount: 1 << bits)
    rung.pointee.end = end
    distribute(&list, over: rung)
  }

  /// Makes the coarsest rung of what lies beyond. The width of its buckets follows from the mean
  /// wait, so the near ones hold what is aimed at; the farthest events stay beyond.
  @inlinable
  mutating func cutFar() {
    var all = far
    far = EventList()
    let (start, mean) = startAndMeanWait(of: all)
    let wanted = Double(Self.bucketAim) * mean / Double(all.count)
    let shift = wanted < 2 ? 0 : UInt64(wanted.exponent)
    let rung = nextRung()
    rung.pointee.reset(start: start, shift: shift, bucketCount: 4 * Int(all.count) / Self.bucketAim)
    distribute(&all, over: rung)
  }

  /// The earliest time in a list, and the mean time from there to all events of it.
  @inlinable
  func startAndMeanWait(of list: EventList) -> (start: UInt64, mean: Double) {
    var (start, sum) = (EventTick.never, 0.0)
    var (chunk, left) = (list.head, list.count)
    while left > 0 {
      let inChunk = (left - 1) & (EventChunks<Payload>.width - 1) + 1
      for place in 0..<inChunk {
        let index = Int(chunk) * Int(EventChunks<Payload>.width) + Int(place)
        let tick = chunks.keys.unsafelyUnwrapped[index].tick
        start = min(start, tick)
        sum += Double(tick - clock)
      }
      left -= inChunk
      chunk = chunks.next.unsafelyUnwrapped[Int(chunk)]
    }
    return (start, sum / Double(list.count) - Double(start - clock))
  }

  @inlinable
  mutating func distribute(
    _ list: inout EventList, over rung: UnsafeMutablePointer<EventRung>
  ) {
    let (start, end, shift) = (rung.pointee.start, rung.pointee.end, rung.pointee.shift)
    while list.count > 0 {
      let event = chunks.removeLast(from: &list)
      let tick = event.key.tick
      if tick < end {
        let bucket = Int((tick &- start) &>> shift)
        chunks.append(event.key, event.payload, to: &rung.pointee.buckets[bucket])
        rung.pointee.count += 1
      } else {
        chunks.append(event.key, event.payload, to: &far)
      }
    }
  }
}

// MARK: - Growing out of the heap, and sweeping

extension FutureEventList {
  /// The heap is full: cuts it into buckets, if its times differ, and adds the event.
  @inlinable
  @inline(never)
  mutating func spread(_ key: EventKey, _ payload: Payload) {
    let start = near.keys[NearHeap<Payload>.root].tick
    if horizon == EventTick.never {
      far = emptyHeap()
      horizon = start
    } else if rungCount < Self.mostRungs, horizon - start >= 2 {
      var list = emptyHeap()
      cut(&list, into: Int(list.count) / Self.bucketAim, start: start, end: horizon)
      horizon = start
    } else {
      nearLimit *= 2
    }
    if key.tick < horizon { near.insert(key, payload) } else { putAway(key, payload) }
  }

  /// Moves the events of the heap into a list.
  @inlinable
  mutating func emptyHeap() -> EventList {
    var list = EventList()
    near.closeHole()
    for place in NearHeap<Payload>.root..<(NearHeap<Payload>.root + near.count) {
      chunks.append(near.keys[place], near.payloads[place], to: &list)
      near.keys[place] = .never
    }
    near.count = 0
    return list
  }

  /// Drops all cancelled events. O(all).
  @inlinable
  @inline(never)
  mutating func sweep() {
    var kept = EventList()
    drain(emptyHeap(), into: &kept)
    drain(far, into: &kept)
    for index in 0..<rungCount {
      for bucket in 0..<rungs[index].bucketCount {
        drain(rungs[index].buckets[bucket], into: &kept)
      }
    }
    far = kept
    rungCount = 0
    horizon = clock
    cancelled = 0
  }

  /// Moves the events of one list to another, without the cancelled ones.
  @inlinable
  mutating func drain(_ source: EventList, into other: inout EventList) {
    var list = source
    while list.count > 0 {
      let event = chunks.removeLast(from: &list)
      let slot = event.key.slot
      if slot != 0 && slots.generations.unsafelyUnwrapped[Int(slot)] & 1 == 0 {
        _ = slots.release(slot)
      } else {
        chunks.append(event.key, event.payload, to: &other)
      }
    }
  }
}
