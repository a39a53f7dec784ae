import AppealCore
import CivicTime

/// Index of a case in the trial's `CaseTable`.
typealias CaseIndex = UInt32

/// What the world knows of one appeal that the core must not: the truth behind it.
struct Case: BitwiseCopyable {
  var need: UInt64 = 0
  var contactAt = Instant(milliseconds: 0)
  /// When the task came onto its present list.
  var queuedAt = Instant(milliseconds: 0)
  /// Waiting outside after the present handling.
  var outside: Milliseconds = 0
  var number = AppealNumber.none
  /// Leaf of the demand, not of the form in force.
  var trueLeaf: UInt16 = 0
  /// What the citizen says it is.
  var reportedLeaf = LeafID(rawValue: 0)
  /// What the post finds it to be; the core registers it at filing.
  var filedLeaf = LeafID(rawValue: 0)
  var channel = ChannelID(rawValue: 0)
  var trueUnit = UnitID.none
  /// Where the post wants to send it; set at filing.
  var target = UnitID.none
  var nature = Nature.complaint
  var community = CommunityID(rawValue: 0)
  /// 0 the first appeal of the need, 1 a duplicate, 2 a repeat enquiry, 3 up a bad result brought
  /// back.
  var ordinal: UInt8 = 0
  var visits: UInt8 = 0
  var dispatches: UInt8 = 0
  var works: UInt8 = 0
  var task = Task.none

  enum Task: UInt8, BitwiseCopyable {
    case none, post, look, handling, verify
  }

  /// The unit has begun, or has let its habitual time pass.
  var started = false
  /// The result is not good enough, whether a verifier finds that or not.
  var badResult = false
  var isFound = false
  /// The citizen asks again if it takes long.
  var asksAgain = false

  /// The core's reference: need and ordinal.
  var reference: UInt64 { need << 8 | UInt64(ordinal) }
}
