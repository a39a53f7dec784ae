import AppealCore
import CivicTime
import Demand
import RandomStreams

/// What a contact tells besides its fields: who brings it, in which words, with what.
extension Trial {
  /// The same for all appeals of a need.
  mutating func describe(_ element: inout Case) {
    stream.rekey(StreamKey(WorldPurpose.details, subject: element.need))
    element.freeTextMark = Float(stream.uniform())
    element.photosMark = Float(stream.uniform())
    if stream.uniform() < tables.part.knownCitizens { element.flags.insert(.isKnown) }
    let mark = stream.uniform()
    countDraws(4)
    if mark < tables.part.deputies {
      element.lane = .deputy
    } else if mark < tables.part.talents {
      element.lane = .talent
    } else if mark < tables.part.vulnerable {
      element.lane = .vulnerable
    }
  }

  mutating func details(of element: Case) -> Submission.Details {
    guard tables.part.hasDetails || tables.part.tellsWords else { return .usual }
    var details = Submission.Details.usual
    details.traits = element.traits
    details.lane = element.lane
    if element.flags.contains(.isKnown) { details.citizen = Wording.pseudonym(of: element.need) }
    if tables.part.tellsWords {
      details.textKey = Wording.key(
        leaf: element.trueLeaf, variant: Wording.variant(of: element.need))
    }
    return details
  }

  mutating func countRefusedContact(_ refusal: Refusal) {
    switch refusal {
    case .channelClosed: counters.measures.refusedByClosedChannel += one
    case .incomplete: counters.measures.refusedAsIncomplete += one
    default: break
    }
  }

  /// What may happen to an appeal as soon as it is registered.
  @inline(never)
  mutating func followRegistration(_ index: CaseIndex, _ number: AppealNumber) {
    if tables.part.merges, core.view(of: number)?.status == .merged {
      cases[index].phase = .merged
      counters.measures.merged += one
      return
    }
    if tables.part.replies && replyInstantly(index, number) { return }
    if tables.part.withdrawn > 0 && cases[index].ordinal == 0 { awaitWithdrawal(index, number) }
  }

  /// Tags that staff give at filing, by need.
  mutating func tag(_ index: CaseIndex, _ view: AppealView) {
    stream.rekey(StreamKey(WorldPurpose.tags, subject: cases[index].need))
    countDraws(tables.tags.count)
    for item in tables.tags where stream.bernoulli(item.share) && !view.tags.contains(item.tag) {
      issue(.tag(view.number, item.tag))
    }
  }

  /// A suggestion is considered from filing on; the decision comes later.
  mutating func review(_ index: CaseIndex, _ view: AppealView) {
    guard view.nature == .suggestion, view.adoption == .received,
      issue(.adopt(view.number, .underReview))
    else { return }
    rekey(.adoption, index, stage: 0)
    let (mark, part) = (stream.uniform(), stream.uniform())
    countDraws(3)
    let hours = tables.samplers.draw(tables.partHours.adoption, from: &stream)
    // Half of the adopted ones in part only (assumed).
    let adopted: AdoptionState = part < 0.5 ? .adopted : .partlyAdopted
    let state = mark < tables.part.adopted ? adopted : .declined
    schedule(.adoption(view.number, state), at: now + milliseconds(hours: hours), .completion)
  }
}

extension Case {
  /// Whether words are free and photos come along, by the channel chosen.
  mutating func tell(by row: WorldTables.ChannelRow) {
    traits = []
    if Double(freeTextMark) >= row.freeText { traits.insert(.structured) }
    if Double(photosMark) < row.photos { traits.insert(.photos) }
  }
}

/// Keys of wordings and citizens that no name can be read from.
public enum Wording {
  /// Common wordings of one leaf of the demand.
  public static let variants = 8

  /// The key of a wording, as `Submission.Details.textKey` and `KnowledgeBase.Answer` have it.
  ///
  /// - Parameters:
  ///   - leaf: of the demand.
  ///   - variant: 0 ..< `variants`.
  public static func key(leaf: UInt16, variant: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: mixed(UInt64(leaf) << 8 | UInt64(variant))) | 1
  }

  static func variant(of need: UInt64) -> Int { Int(mixed(need) >> 48) % variants }

  /// One citizen a need; below 2⁴⁰ and never 0.
  static func pseudonym(of need: UInt64) -> UInt64 { max(mixed(need) & (1 << 40 - 1), 1) }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014).
  private static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value &+ 0x9e37_79b9_7f4a_7c15
    bits = (bits ^ bits >> 30) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ bits >> 27) &* 0x94d0_49bb_1331_11eb
    return bits ^ bits >> 31
  }
}
