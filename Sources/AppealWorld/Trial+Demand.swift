import AppealCore
import CivicTime
import Demand
import RandomStreams

/// Demand that the measures change: easier entry, and early action after alerts. The needs of the
/// demand itself stay the same; some are added, some never make contact.
extension Trial {
  /// Where entry is easier, some needs bring another of the same kind a week later, so that the profile
  /// of the week stays as it is; where it is harder, some stay at home. False for those.
  mutating func comesByEasierEntry(_ need: Need) -> Bool {
    stream.rekey(StreamKey(WorldPurpose.easierEntry, subject: need.id))
    let mark = stream.uniform()
    countDraws(1)
    if mark >= tables.part.entry {
      counters.measures.missingNeeds += one
      return false
    }
    if mark < tables.part.entry - 1 {
      var element = Case()
      element.need = need.id | Self.addedNeed
      element.trueLeaf = need.leaf
      element.nature = Nature(rawValue: need.nature) ?? .complaint
      element.community = CommunityID(rawValue: need.community)
      schedule(.furtherContact(cases.insert(element)), at: need.contactAt + .days(7), .arrival)
    }
    return true
  }

  /// Marks the numbers of added needs: days since 1970 have 16 bits until 2149.
  private static var addedNeed: UInt64 { 1 << 47 }

  mutating func furtherContact(_ index: CaseIndex) {
    let element = cases[index]
    cases.remove(index)
    stream.rekey(StreamKey(WorldPurpose.easierEntry, ordinal: 1, subject: element.need))
    var need = Need()
    need.id = element.need
    need.contactAt = now
    need.leaf = element.trueLeaf
    need.nature = element.nature.rawValue
    need.community = element.community.rawValue
    need.street = tables.streetOfCommunity[Int(need.community)]
    need.channelMark = stream.uniform()
    need.registrationMark = stream.uniform()
    need.unitMark = stream.uniform()
    need.spareMark = stream.uniform()
    countDraws(4)
    counters.measures.addedNeeds += one
    bring(need)
  }

  /// After an alert in its place, early action removes part of the needs that follow another.
  mutating func isPrevented(_ need: Need) -> Bool {
    guard need.isRepeat, need.spareMark < tables.part.earlyAction else { return false }
    let leaf = tables.formLeaf[Int(need.leaf)]
    let cell = tables.alertCell(leaf, CommunityID(rawValue: need.community))
    guard tables.alertedUntil[cell] > need.contactAt else { return false }
    counters.measures.preventedNeeds += one
    return true
  }

  mutating func noteAlert(_ number: AppealNumber) {
    guard tables.part.earlyAction > 0, let view = core.view(of: number) else { return }
    tables.alertedUntil[tables.alertCell(view.leaf, view.community)] =
      now + tables.part.earlyActionSpan
  }
}
