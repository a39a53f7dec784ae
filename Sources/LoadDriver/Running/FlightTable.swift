import AppealCore

/// A command that was given and is not answered yet. Times are nanoseconds on the driver's clock.
struct Flight: BitwiseCopyable {
  var intended: Int64
  var dispatched: Int64
  /// What the trial's core answered, to be compared while the run follows the tape.
  var refusal: Refusal?
  /// Appeals accepted in the trial, this submission's included.
  var accepted: AppealNumber
  /// The appeal of the trial that the command is about, once the run has left the tape.
  var appeal: AppealNumber
  var stage: UInt16
  var kind: OperationKind
  var isCompared: Bool
  /// The user who waits for it, in a closed model.
  var user: UInt32

  /// The appeal that this submission made in the trial; nil for anything else.
  var submitted: AppealNumber? { kind == .submit && refusal == nil ? accepted : nil }
}

/// The commands in flight by token: a ring, because answers come nearly in order. O(1) each, and
/// nothing is allocated after the start.
struct FlightTable: ~Copyable {
  private let flights: UnsafeMutablePointer<Flight>
  private let mask: UInt64
  private(set) var given: UInt64 = 0
  private(set) var answered: UInt64 = 0

  /// - Parameter capacity: at most this many in flight; a power of two.
  init(capacity: Int) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0, "a power of two")
    flights = .allocate(capacity: capacity)
    mask = UInt64(capacity - 1)
  }

  deinit { flights.deallocate() }

  var count: Int { Int(given - answered) }
  var isFull: Bool { given - answered > mask }

  /// The token of the next command.
  var nextToken: UInt64 { given }

  mutating func insert(_ flight: Flight) {
    (flights + Int(given & mask)).initialize(to: flight)
    given += 1
  }

  /// The flight of an answer. Answers come in the order in which commands were given.
  mutating func remove(_ token: UInt64) -> Flight? {
    guard token == answered, answered < given else { return nil }
    answered += 1
    return flights[Int(token & mask)]
  }
}
