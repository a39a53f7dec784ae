import AppealCore
import CivicTime

/// Index of a case in the trial's `CaseTable`.
typealias CaseIndex = UInt32

/// What the world knows of one appeal that the core must not: the truth behind it.
struct Case: BitwiseCopyable {
  var need: UInt64 = 0
  var contactAt = Instant(milliseconds: 0)
  /// When the task came onto its present list, or the call into the line.
  var queuedAt = Instant(milliseconds: 0)
  /// When the newest side task came onto its list.
  var sideQueuedAt = Instant.distantFuture
  /// Waiting outside after the present handling.
  var outside: Milliseconds = 0
  /// When the present wait in hands ends.
  var waitUntil = Instant(milliseconds: 0)
  /// Decides when a polled channel registers it.
  var registrationMark = 0.0
  var number = AppealNumber.none
  /// Of the event that ends the present wait: one with another stamp is out of date.
  var stamp: UInt32 = 0
  /// Decide whether the words are free and whether photos come along, by any channel.
  var freeTextMark: Float = 1
  var photosMark: Float = 1
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
  /// The unit that sent it back last.
  var relieved = UnitID.none
  var nature = Nature.complaint
  var community = CommunityID(rawValue: 0)
  /// 0 the first appeal of the need, 1 a duplicate, 2 a repeat enquiry, 3 up a bad result brought
  /// back.
  var ordinal: UInt8 = 0
  var visits: UInt8 = 0
  var dispatches: UInt8 = 0
  var works: UInt8 = 0
  /// Calls before this one that were not answered.
  var dials: UInt8 = 0
  var lane = Lane.common
  var traits: Traits = .structured
  var phase = Phase.open
  var wait = Wait.none
  var flags: Flags = []

  enum Phase: UInt8, BitwiseCopyable {
    case open
    /// Goes with another appeal, and ends with it.
    case merged
    /// Ended, and remembered because it may come back.
    case ended
  }

  /// What an appeal in hands waits for while no head is busy with it.
  enum Wait: UInt8, BitwiseCopyable {
    case none
    /// The line of the call-answering post.
    case line
    /// The unit's habitual time of starting.
    case habit
    /// Something outside the staff's control.
    case outside
    /// The settlement of whose duty it is.
    case dispute
    /// Supporting units, before or after the lead unit's own part.
    case supportFirst, supportLast
    /// Missing evidence.
    case evidence
  }

  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt16
    /// The unit has begun, or has let its habitual time pass.
    static let started = Flags(rawValue: 1)
    /// The result is not good enough, whether a verifier finds that or not.
    static let badResult = Flags(rawValue: 2)
    static let isFound = Flags(rawValue: 4)
    /// The citizen asks again if it takes long.
    static let asksAgain = Flags(rawValue: 8)
    /// A head is busy with its own task.
    static let inWork = Flags(rawValue: 16)
    static let isKnown = Flags(rawValue: 32)
    static let isBroughtBack = Flags(rawValue: 64)
    /// Whether the duty is disputed has been decided.
    static let disputeDrawn = Flags(rawValue: 128)
    static let isSuspended = Flags(rawValue: 256)
    static let hasEvidence = Flags(rawValue: 512)
    /// The right unit wants to be rid of it.
    static let isShirked = Flags(rawValue: 1024)
    /// A rung has shortened a habitual wait, or one outside: each once.
    static let habitPressed = Flags(rawValue: 2048)
    static let outsidePressed = Flags(rawValue: 4096)
  }

  /// The first ordinal of a bad result brought back.
  static let firstBroughtBack: UInt8 = 3

  /// The core's reference: need and ordinal.
  var reference: UInt64 { need << 8 | UInt64(ordinal) }
}

/// What a head is busy with.
struct Assignment: BitwiseCopyable {
  /// The case of an appeal's own task; side tasks have only the number.
  var index: CaseIndex = 0
  var number: AppealNumber
  var list: ListID
  var task: Task

  enum Task: UInt8, BitwiseCopyable {
    case post, look, handling, verify
    case support, liability, callBack, chase
  }
}
