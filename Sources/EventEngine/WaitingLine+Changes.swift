public import CivicTime
public import Heaps

extension WaitingLine {
  /// Joins the line; nil if it is full.
  ///
  /// - Parameter rank: the class, or the due time in milliseconds; ignored by `.firstCome`.
  @inlinable
  public mutating func join(
    _ customer: Customer, rank: Int64 = 0, at now: Instant
  ) -> LineTicket? {
    if isFull {
      totals.turnedAway += 1
      return nil
    }
    nextOrder += 1
    totals.joined += 1
    return enter(Waiter(customer: customer, rank: rank, order: nextOrder, joined: now))
  }

  /// The place of a customer that is served without waiting, should it be interrupted and `rejoin`.
  @inlinable
  public mutating func reserveOrder() -> UInt64 {
    nextOrder += 1
    return nextOrder
  }

  /// Comes back after an interruption, to the place among equals that it had. Never turned away.
  @inlinable
  @discardableResult
  public mutating func rejoin(
    _ customer: Customer, rank: Int64 = 0, order: UInt64, at now: Instant
  ) -> LineTicket {
    totals.returned += 1
    return enter(Waiter(customer: customer, rank: rank, order: order, joined: now))
  }

  /// The customer that is served next.
  @inlinable public var first: Waiter<Customer>? {
    guard let item = heap.peek else { return nil }
    return places.unsafelyUnwrapped[Int(item.slot)].waiter
  }

  /// Takes the first customer into service.
  @inlinable
  public mutating func takeFirst(at now: Instant) -> Waiter<Customer>? {
    guard let item = heap.removeMin() else { return nil }
    let waiter = vacate(item.slot, at: now)
    totals.taken += 1
    totals.waitOfTaken += now - waiter.joined
    return waiter
  }

  /// Leaves without service; nil if the customer is no longer in the line.
  @inlinable
  @discardableResult
  public mutating func leave(_ ticket: LineTicket, at now: Instant) -> Waiter<Customer>? {
    guard contains(ticket) else { return nil }
    heap.remove(slot: ticket.slot)
    let waiter = vacate(ticket.slot, at: now)
    totals.left += 1
    totals.waitOfLeft += now - waiter.joined
    return waiter
  }

  /// True if the customer still waits.
  @inlinable
  public func contains(_ ticket: LineTicket) -> Bool {
    ticket.slot < placeCount
      && places.unsafelyUnwrapped[Int(ticket.slot)].generation == ticket.generation
      && heap.contains(slot: ticket.slot)
  }

  /// Gives a waiting customer another rank; false if it no longer waits.
  @inlinable
  @discardableResult
  public mutating func rerank(_ ticket: LineTicket, to rank: Int64) -> Bool {
    guard discipline == .ranked, contains(ticket) else { return false }
    let place = places.unsafelyUnwrapped + Int(ticket.slot)
    place.pointee.waiter.rank = rank
    heap.rekey(slot: ticket.slot, to: Key(rank: rank, order: place.pointee.waiter.order))
    return true
  }

  @inlinable
  mutating func enter(_ waiter: Waiter<Customer>) -> LineTicket {
    let slot: UInt32
    if firstFree != .max {
      slot = firstFree
      firstFree = places.unsafelyUnwrapped[Int(slot)].nextFree
    } else {
      if placeCount == placeCapacity { grow() }
      slot = placeCount
      places.unsafelyUnwrapped[Int(slot)] = Place(waiter: waiter, generation: 0)
      placeCount += 1
    }
    let place = places.unsafelyUnwrapped + Int(slot)
    place.pointee.waiter = waiter
    let rank = discipline == .firstCome ? 0 : waiter.rank
    heap.insert(slot: slot, key: Key(rank: rank, order: waiter.order))
    waiting.change(by: 1, at: waiter.joined)
    totals.longest = max(totals.longest, count)
    return LineTicket(slot: slot, generation: place.pointee.generation)
  }

  /// Frees the place of a customer that has left the heap.
  @inlinable
  mutating func vacate(_ slot: UInt32, at now: Instant) -> Waiter<Customer> {
    let place = places.unsafelyUnwrapped + Int(slot)
    place.pointee.generation &+= 1
    place.pointee.nextFree = firstFree
    firstFree = slot
    waiting.change(by: -1, at: now)
    return place.pointee.waiter
  }

  @inlinable
  @inline(never)
  mutating func grow() {
    let wider = max(8, 2 * placeCapacity)
    let moved = UnsafeMutablePointer<Place>.allocate(capacity: Int(wider))
    if let places {
      moved.update(from: places, count: Int(placeCount))
      places.deallocate()
    }
    places = moved
    placeCapacity = wider
  }
}
