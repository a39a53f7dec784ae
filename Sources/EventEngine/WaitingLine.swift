public import CivicTime
public import Heaps

/// In which order customers leave a line for service.
public enum Discipline: UInt8, Hashable, Sendable, CaseIterable {
  /// First come, first served; ranks are ignored.
  case firstCome
  /// By rank, the lowest first; among equals first come, first served. The rank is a priority
  /// class, or a due time in milliseconds (earliest due date).
  case ranked
}

/// A place in a line, to leave it by. It names nothing once the customer has left.
public struct LineTicket: BitwiseCopyable, Hashable, Sendable {
  @usableFromInline var slot: UInt32
  @usableFromInline var generation: UInt32

  @inlinable
  init(slot: UInt32, generation: UInt32) {
    self.slot = slot
    self.generation = generation
  }
}

/// A customer taken from a line.
public struct Waiter<Customer: BitwiseCopyable>: BitwiseCopyable {
  public var customer: Customer
  public var rank: Int64
  /// The customer's place among equals: pass it to `rejoin` after an interruption.
  public var order: UInt64
  /// When the customer joined, or came back.
  public var joined: Instant

  @inlinable
  init(customer: Customer, rank: Int64, order: UInt64, joined: Instant) {
    self.customer = customer
    self.rank = rank
    self.order = order
    self.joined = joined
  }
}

/// Customers waiting for service: first come first served, by class, or by due date; with a limit
/// if wanted; each may leave before being served.
///
///     var line = WaitingLine<Caller>(.firstCome, limit: 20, since: start)
///     guard let ticket = line.join(caller, at: now) else { return lost(caller) }
///     …
///     if let next = line.takeFirst(at: now) { serve(next.customer) }
///     if line.leave(ticket, at: now) != nil { abandoned += 1 }
///
/// All operations take O(log n) or less. Nothing is allocated in steady state.
public struct WaitingLine<Customer: BitwiseCopyable>: ~Copyable {
  @usableFromInline
  struct Key: HeapKey {
    @usableFromInline var rank: Int64
    @usableFromInline var order: UInt64

    @inlinable
    init(rank: Int64, order: UInt64) {
      self.rank = rank
      self.order = order
    }

    @inlinable
    static func precedes(_ first: Key, _ second: Key) -> Bool {
      first.rank != second.rank ? first.rank < second.rank : first.order < second.order
    }
  }

  @usableFromInline
  struct Place: BitwiseCopyable {
    @usableFromInline var waiter: Waiter<Customer>
    @usableFromInline var generation: UInt32
    @usableFromInline var nextFree: UInt32

    @inlinable
    init(waiter: Waiter<Customer>, generation: UInt32) {
      self.waiter = waiter
      self.generation = generation
      nextFree = .max
    }
  }

  @usableFromInline var heap = IndexedHeap<Key>()
  @usableFromInline var places: UnsafeMutablePointer<Place>?
  @usableFromInline var placeCount: UInt32 = 0
  @usableFromInline var placeCapacity: UInt32 = 0
  @usableFromInline var firstFree: UInt32 = .max
  @usableFromInline var nextOrder: UInt64 = 0
  @usableFromInline var waiting: LevelIntegral
  @usableFromInline var totals = LineTotals()

  public let discipline: Discipline
  /// The most customers that may wait; nil for no limit.
  public let limit: Int?

  /// An empty line.
  @inlinable
  public init(_ discipline: Discipline, limit: Int? = nil, since start: Instant) {
    self.discipline = discipline
    self.limit = limit
    waiting = LevelIntegral(since: start)
  }

  deinit { places?.deallocate() }

  /// Customers waiting.
  @inlinable public var count: Int { heap.count }

  @inlinable public var isEmpty: Bool { heap.isEmpty }

  /// True if the next to join is turned away.
  @inlinable public var isFull: Bool { limit.map { count >= $0 } ?? false }

  /// What has happened so far.
  @inlinable public var history: LineTotals { totals }

  /// Customer × milliseconds spent waiting from the start to `end`, those still waiting included.
  @inlinable
  public func waitingTime(until end: Instant) -> Int64 { waiting.area(until: end) }

  /// The mean number waiting.
  @inlinable
  public func meanLength(until end: Instant) -> Double { waiting.mean(until: end) }
}

/// What has happened in a line. joined + returned = taken + left + still waiting.
public struct LineTotals: BitwiseCopyable, Hashable, Sendable {
  /// Customers that joined.
  public var joined = 0
  /// Customers that came back after an interruption.
  public var returned = 0
  /// Customers turned away because the line was full.
  public var turnedAway = 0
  /// Customers taken into service.
  public var taken = 0
  /// Customers that left before service.
  public var left = 0
  /// The sum of the waits of those taken, in milliseconds.
  public var waitOfTaken: Int64 = 0
  /// The sum of the waits of those that left, in milliseconds.
  public var waitOfLeft: Int64 = 0
  /// The longest the line has been.
  public var longest = 0

  @inlinable
  public init() {}
}
