import AppealCore

/// Which number each appeal of the trial has in the service, and which appeals can no longer be
/// followed there.
///
/// Both number appeals by acceptance, so the numbers agree until a submission is dropped or lost:
/// each one shifts those after it. A number is expected when the submission is given, since commands
/// about the appeal may be given before its answer, and corrected by the receipt.
///
/// A ring of the newest appeals, allocated and touched at the start, so that a run of hours uses no
/// more than one of minutes. What is older than the ring keeps its number if the run had not yet
/// parted from the trial, and counts as missing if it had. O(1) each, but for a correction, which
/// is O(appeals noted since).
package struct AppealNumbers: ~Copyable {
  /// The number in the service, 0 where it has none, with the mark of what was broken off.
  private let slots: UnsafeMutablePointer<UInt32>
  private let mask: UInt32
  private static var broken: UInt32 { 1 << 31 }

  /// The trial's number of the newest appeal, and the service's of the newest that it has.
  private var newest: UInt32 = 0
  private var last: UInt32 = 0
  /// Up to here both numbers are the same.
  private var agreed = UInt32.max
  /// Whether every appeal has the trial's number and all its commands were given.
  package private(set) var agree = true
  /// Appeals of the trial that the service does not have.
  package private(set) var missing = 0

  /// - Parameter capacity: appeals that are remembered; a power of two.
  package init(capacity: Int) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0, "a power of two")
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    mask = UInt32(capacity - 1)
  }

  deinit { slots.deallocate() }

  private func slot(_ number: UInt32) -> UnsafeMutablePointer<UInt32> {
    slots + Int(number & mask)
  }

  private func isRemembered(_ number: UInt32) -> Bool {
    number > 0 && number <= newest && newest - number <= mask
  }

  /// The number in the service of an appeal of the trial; nil if nothing more can be done about it.
  package func number(of appeal: AppealNumber) -> AppealNumber? {
    let number = appeal.rawValue
    guard isRemembered(number) else {
      return number <= agreed && number <= newest ? appeal : nil
    }
    let value = slot(number).pointee
    return value == 0 || value & Self.broken != 0 ? nil : AppealNumber(rawValue: value)
  }

  // MARK: Commands

  /// A submission that the trial accepted under this number was given.
  package mutating func submitted(_ appeal: AppealNumber) {
    newest = appeal.rawValue
    last += 1
    slot(newest).pointee = last
  }

  /// It was not given.
  package mutating func dropped(_ appeal: AppealNumber) {
    part(at: appeal)
    newest = appeal.rawValue
    slot(newest).pointee = 0
    missing += 1
  }

  /// A command about the appeal was not given, or came to nothing: what follows would too.
  package mutating func breakOff(_ appeal: AppealNumber) {
    agree = false
    guard isRemembered(appeal.rawValue), slot(appeal.rawValue).pointee != 0 else { return }
    slot(appeal.rawValue).pointee |= Self.broken
  }

  /// From this appeal on the numbers differ.
  private mutating func part(at appeal: AppealNumber) {
    agree = false
    agreed = min(agreed, appeal.rawValue - 1)
  }

  // MARK: Answers

  /// The submission was answered with this number.
  package mutating func received(_ number: AppealNumber, for appeal: AppealNumber) {
    guard isRemembered(appeal.rawValue) else { return }
    let place = slot(appeal.rawValue)
    guard place.pointee & ~Self.broken != number.rawValue else { return }
    part(at: appeal)
    place.pointee = number.rawValue | (place.pointee & Self.broken)
    renumber(after: appeal, last: number.rawValue)
  }

  /// The submission did not become an appeal, or nobody knows.
  package mutating func lost(_ appeal: AppealNumber) {
    guard isRemembered(appeal.rawValue) else { return }
    part(at: appeal)
    let number = slot(appeal.rawValue).pointee & ~Self.broken
    guard number > 0 else { return }
    slot(appeal.rawValue).pointee = 0
    missing += 1
    renumber(after: appeal, last: number - 1)
  }

  /// The service has an appeal, under this number, that the trial refused when `newest` was its
  /// newest.
  package mutating func added(_ number: AppealNumber, after newest: AppealNumber) {
    part(at: AppealNumber(rawValue: newest.rawValue + 1))
    renumber(after: newest, last: number.rawValue)
  }

  private mutating func renumber(after appeal: AppealNumber, last number: UInt32) {
    last = number
    var next = appeal.rawValue
    while next < newest {
      next += 1
      let value = slot(next).pointee
      guard value & ~Self.broken != 0 else { continue }
      last += 1
      slot(next).pointee = last | (value & Self.broken)
    }
  }
}
