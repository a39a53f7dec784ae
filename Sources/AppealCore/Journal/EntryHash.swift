import CivicTime

/// A 64-bit multiply-fold: fast and well mixed, not meant to withstand an adversary.
///
/// After Wang Yi's wyhash (public domain): two words are multiplied to 128 bits and the halves
/// are folded together.
enum Fold {
  static let seed: UInt64 = 0x2D35_8DCC_AA6C_78A5
  static let keys: (UInt64, UInt64, UInt64, UInt64) = (
    0x8BB8_4B93_962E_ACC9, 0x4B33_A62E_D433_D4A3, 0x4D5A_2DA5_1DE1_AA47, 0xA076_1D64_78BD_642F
  )

  @inline(__always)
  static func multiply(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// One more word into a running hash.
  @inline(__always)
  static func absorb(_ word: UInt64, into hash: UInt64) -> UInt64 {
    multiply(hash ^ word ^ keys.0, keys.1)
  }
}

/// The canonical words of an entry: what happened, free of padding and of memory layout.
struct EntryWords {
  /// Tag of the change in the low byte, its small fields above.
  var meta: UInt64
  var first: UInt64 = 0
  var second: UInt64 = 0

  init(tag: UInt8, _ fields: UInt64 = 0, _ first: UInt64 = 0, _ second: UInt64 = 0) {
    meta = UInt64(tag) | fields << 8
    self.first = first
    self.second = second
  }
}

extension JournalEntry {
  /// The chain before the first entry.
  public static var emptyChain: UInt64 { Fold.seed }

  /// The chain hash after this entry, given the one before it.
  public func folded(into chain: UInt64) -> UInt64 {
    let words = change.words
    let what = Fold.multiply(
      UInt64(bitPattern: at.milliseconds) ^ Fold.keys.0, words.meta ^ Fold.keys.1)
    let clocks = Fold.multiply(words.first ^ Fold.keys.2, words.second ^ Fold.keys.3)
    var hash = Fold.multiply(
      chain ^ what ^ (clocks << 32 | clocks >> 32), UInt64(appeal.rawValue) ^ Fold.keys.1)
    if case .submitted(let submission, _, _, _) = change {
      let contact = UInt64(bitPattern: submission.contactAt.milliseconds)
      hash = Fold.absorb(submission.reference, into: hash)
      hash = Fold.absorb(contact, into: hash)
      hash = Fold.absorb(submission.packed, into: hash)
    }
    return hash
  }
}

extension Submission {
  /// Channel, leaf, nature and community in one word.
  var packed: UInt64 {
    UInt64(channel.rawValue) | UInt64(leaf.rawValue) << 16 | UInt64(nature.rawValue) << 32
      | UInt64(community.rawValue) << 40
  }
}

extension Change {
  /// Tags are part of the format of the chain: never renumber them.
  var words: EntryWords {
    switch self {
    case .submitted(_, let list, let due, let nodeDue):
      EntryWords(tag: 1, bits(list), bits(due), bits(nodeDue))
    case .taken(let list, let staff):
      EntryWords(tag: 2, bits(list) | UInt64(staff.rawValue) << 16)
    case .putBack(let list): EntryWords(tag: 3, bits(list))
    case .advanced(let from, let to, let nodeDue):
      EntryWords(tag: 4, bits(from) | bits(to) << 8, bits(nodeDue))
    case .passed(let from, let to, let list, let nodeDue):
      EntryWords(tag: 5, bits(from) | bits(to) << 8 | bits(list) << 16, bits(nodeDue))
    case .filed(let leaf, let workflow, let next, let nodeDue):
      EntryWords(
        tag: 6, UInt64(leaf.rawValue) | UInt64(workflow) << 16 | bits(next) << 24, bits(nodeDue))
    case .handedOver(let from, let to): EntryWords(tag: 7, bits(from) | bits(to) << 16)
    case .dispatched(let unit, let next, let list, let nodeDue):
      EntryWords(tag: 8, bits(unit) | bits(next) << 16 | bits(list) << 24, bits(nodeDue))
    case .sentBack(let unit, let ground, let list, let nodeDue):
      EntryWords(
        tag: 9, bits(unit) | UInt64(ground.rawValue) << 16 | bits(list) << 24, bits(nodeDue))
    case .redone(let unit, let list, let nodeDue):
      EntryWords(tag: 10, bits(unit) | bits(list) << 16, bits(nodeDue))
    case .closed(let node): EntryWords(tag: 11, bits(node))
    case .appraised(let scores): EntryWords(tag: 12, scores.packed)
    case .reopened(let ground, let list, let due, let nodeDue):
      EntryWords(
        tag: 13, UInt64(ground.rawValue) | bits(list) << 8, bits(due), bits(nodeDue))
    case .deadlineChanged(let ground, let due):
      EntryWords(tag: 14, UInt64(ground.rawValue), bits(due))
    case .suspended(let ground): EntryWords(tag: 15, UInt64(ground.rawValue))
    case .resumed(let due, let nodeDue): EntryWords(tag: 16, 0, bits(due), bits(nodeDue))
    case .cancelled(let ground): EntryWords(tag: 17, UInt64(ground.rawValue))
    case .merged(let parent): EntryWords(tag: 18, UInt64(parent.rawValue))
    case .breached: EntryWords(tag: 19)
    case .nodeBreached(let node): EntryWords(tag: 20, bits(node))
    default: measureWords
    }
  }

  private var measureWords: EntryWords {
    switch self {
    case .described(let details):
      EntryWords(
        tag: 21, UInt64(details.traits.rawValue) | UInt64(details.lane.rawValue) << 8,
        details.citizen, UInt64(details.textKey))
    case .tagged(let tags): EntryWords(tag: 22, 0, tags.rawValue)
    case .untagged(let tags): EntryWords(tag: 44, 0, tags.rawValue)
    case .joinedCampaign(let campaign): EntryWords(tag: 23, UInt64(campaign.rawValue))
    case .duplicateFound(let original): EntryWords(tag: 24, UInt64(original.rawValue))
    case .repliedInstantly(let answer): EntryWords(tag: 25, UInt64(answer.rawValue))
    case .sideTaskOpened(let kind, let list, let due):
      EntryWords(tag: 26, UInt64(kind.rawValue) | bits(list) << 8, bits(due))
    case .sideTaskTaken(let list, let staff):
      EntryWords(tag: 27, bits(list) | UInt64(staff.rawValue) << 16)
    case .sideTaskPutBack(let list): EntryWords(tag: 28, bits(list))
    case .sideTaskDone(let kind, let list, let outcome):
      EntryWords(tag: 29, UInt64(kind.rawValue) | bits(list) << 8 | UInt64(outcome) << 24)
    case .arbitrated(let unit, let upheld): EntryWords(tag: 30, bits(unit) | (upheld ? 1 << 16 : 0))
    case .disputed(let unit): EntryWords(tag: 31, bits(unit))
    case .supportPlanned(let unit): EntryWords(tag: 43, bits(unit))
    case .unmerged(let parent, let list, let nodeDue):
      EntryWords(tag: 48, UInt64(parent.rawValue) | bits(list) << 32, bits(nodeDue))
    case .supportWithdrawn(let unit): EntryWords(tag: 49, bits(unit))
    default: oversightWords
    }
  }

  private var oversightWords: EntryWords {
    switch self {
    case .rung(let rung, let unit, let staff):
      EntryWords(tag: 32, UInt64(rung.rawValue) | bits(unit) << 8, UInt64(staff.rawValue))
    case .evidence(let kind, let unit, let staff):
      EntryWords(tag: 33, UInt64(kind.rawValue) | bits(unit) << 8, UInt64(staff.rawValue))
    case .heldToAccount(let unit, let staff):
      EntryWords(tag: 34, bits(unit), UInt64(staff.rawValue))
    case .listRung(let rung, let list, let staff):
      EntryWords(tag: 45, UInt64(rung.rawValue) | bits(list) << 8, UInt64(staff.rawValue))
    case .listEvidence(let kind, let list, let staff):
      EntryWords(tag: 46, UInt64(kind.rawValue) | bits(list) << 8, UInt64(staff.rawValue))
    case .listHeldToAccount(let list, let staff):
      EntryWords(tag: 47, bits(list), UInt64(staff.rawValue))
    case .credited(let unit, let reason, let points):
      EntryWords(tag: 35, bits(unit) | UInt64(reason.rawValue) << 16 | UInt64(points) << 24)
    case .alertRaised(let kind): EntryWords(tag: 36, UInt64(kind.rawValue))
    case .letterIssued(let body): EntryWords(tag: 37, UInt64(body.rawValue))
    case .adoption(let state): EntryWords(tag: 38, UInt64(state.rawValue))
    case .migrated(let leaf): EntryWords(tag: 39, UInt64(leaf.rawValue))
    case .modeChanged(let street, let mode, let byCommand):
      EntryWords(
        tag: 40,
        UInt64(street.rawValue) | UInt64(mode.rawValue) << 8 | (byCommand ? 1 << 16 : 0))
    case .formChanged: EntryWords(tag: 41)
    case .bulletin(let week): EntryWords(tag: 42, UInt64(week))
    default: preconditionFailure("an entry without words")
    }
  }
}

extension Appraisal {
  fileprivate var packed: UInt64 {
    UInt64(speed) | UInt64(result) << 8 | UInt64(attitude) << 16 | UInt64(system) << 24
  }
}

private func bits(_ list: ListID) -> UInt64 { UInt64(list.rawValue) }
private func bits(_ unit: UnitID) -> UInt64 { UInt64(unit.rawValue) }
private func bits(_ node: Node) -> UInt64 { UInt64(node.rawValue) }
private func bits(_ instant: Instant) -> UInt64 { UInt64(bitPattern: instant.milliseconds) }
