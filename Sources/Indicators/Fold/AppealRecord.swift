import AppealCore
import CivicTime

/// What the fold remembers of one appeal, and, in the first appeal of a need, of the need.
struct AppealRecord: BitwiseCopyable {
  var need: UInt64 = 0
  var submittedAt = Instant.distantPast
  var due = Instant.distantFuture
  var referenceDue = Instant.distantFuture
  var closedAt = Instant.distantPast
  /// First contact of the need; of use in the owner only, as the next two.
  var contactAt = Instant.distantPast
  var needDue = Instant.distantFuture
  var needClosedAt = Instant.distantPast
  /// The appeal that keeps the need: its first one registered.
  var owner: UInt32 = 0
  /// Appeals merged into this one, as a list threaded through `nextMerged`.
  var firstMerged: UInt32 = 0
  var nextMerged: UInt32 = 0
  /// Appeals of the need that are not yet done.
  var needOpen: UInt16 = 0
  var channel: UInt16 = 0
  var leaf: UInt16 = 0
  /// The leaf whose reference limit counts: the true one where it is known, else the present one.
  var referenceLeaf: UInt16 = 0
  var firstUnit: UInt16 = .max
  var unit: UInt16 = .max
  /// The unit that can solve it; `.max` where only the journal is known.
  var trueUnit: UInt16 = .max
  var flags: Flags = []
  var nature: UInt8 = 0
  var street: UInt8 = 0

  struct Flags: OptionSet, BitwiseCopyable {
    var rawValue: UInt16
    /// Not yet closed, cancelled, or merged.
    static let open = Flags(rawValue: 1)
    static let closed = Flags(rawValue: 2)
    static let merged = Flags(rawValue: 4)
    /// The clock stands still now.
    static let suspended = Flags(rawValue: 8)
    /// The need stands in the counts as closed.
    static let needCounted = Flags(rawValue: 16)
    static let wasExtended = Flags(rawValue: 32)
    static let wasSuspended = Flags(rawValue: 64)
    /// A host has told what the need is really about.
    static let isKnown = Flags(rawValue: 128)
  }
}
