import CivicTime
import RandomStreams

#if canImport(Glibc)
  import Glibc
#endif

extension NeedSource {
  /// Draws the attributes of the day's next first need. Eight 64-bit draws, in this order: marks
  /// of channel, registration, world and unit; repeats; site and surge; place; nature and community.
  /// A need that is repeated takes some more.
  mutating func makeFirst(into need: inout Need) {
    need.contactAt = Instant(milliseconds: candidateAt)
    need.id = firstIdentifier + UInt64(ordinal) << 6
    need.origin = 0
    needStream.rekey(StreamKey(DemandPurpose.attributes, subject: need.id))
    need.channelMark = needStream.uniform()
    need.registrationMark = needStream.uniform()
    need.spareMark = needStream.uniform()
    need.unitMark = needStream.uniform()
    let coins = needStream.bits()
    let siteAndSurge = needStream.bits()
    need.site = scaled(siteAndSurge & 0xffff_ffff, to: plan.sitesPerCommunity)
    need.isSurge = siteAndSurge >> 32 < surgeThreshold
    let place = needStream.bits()
    let cell =
      need.isSurge ? tables.surgeCell(surgeIndex, for: place) : tables.places.cell(for: place)
    let natureAndCommunity = needStream.bits()
    need.leaf = cell.leaf
    need.nature = tables.nature(of: cell.leaf, for: natureAndCommunity & 0xffff_ffff)
    need.community =
      cell.community == PlaceTable.anyCommunity
      ? tables.community(for: natureAndCommunity >> 32) : cell.community
    need.street = plan.streetOfCommunity[Int(need.community)]
    ordinal += 1
    precondition(ordinal < NeedIdentifier.ordinalsMost, "a day has more needs than numbers")
    advanceCandidate()
    if coins & 0xffff_ffff < tables.promptThreshold { followPromptly(need) }
    if coins >> 32 < tables.lateThreshold { followLate(need) }
  }

  /// Draws what a repeat does not share with the need that it follows.
  mutating func completeRepeat(_ need: inout Need) {
    needStream.rekey(StreamKey(DemandPurpose.attributes, subject: need.id))
    let mark = needStream.uniform()
    need.registrationMark = needStream.uniform()
    need.spareMark = needStream.uniform()
    let coins = needStream.bits()
    if needStream.uniform() >= plan.repeats.sameChannelShare { need.channelMark = mark }
    if coins & 0xffff_ffff < tables.promptThreshold { followPromptly(need) }
    if coins >> 32 < tables.lateThreshold { followLate(need) }
  }

  private mutating func followPromptly(_ need: Need) {
    guard let id = NeedIdentifier.repeated(need.id, late: false) else { return }
    let minutes =
      plan.repeats.promptScaleMinutes
      * pow(needStream.exponential(mean: 1), 1 / plan.repeats.promptShape)
    follow(need, id: id, milliseconds: Int64(min(minutes, 1e6) * 60_000))
  }

  /// Whole days later, but for up to an hour either way: so repeats keep the profile of the day.
  private mutating func followLate(_ need: Need) {
    guard let id = NeedIdentifier.repeated(need.id, late: true) else { return }
    // Geometric from 1: the number of days until the first success.
    let mean = plan.repeats.lateMeanDays
    let days =
      mean > 1 ? 1 + Int64(min(needStream.exponential(mean: 1) / log(mean / (mean - 1)), 1e6)) : 1
    let around = Int64((needStream.uniform() - 0.5) * 7_200_000)
    follow(need, id: id, milliseconds: days * 86_400_000 + around)
  }

  private mutating func follow(_ need: Need, id: UInt64, milliseconds: Int64) {
    var next = need
    next.id = id
    next.origin = need.id
    next.contactAt = need.contactAt + milliseconds
    pending.push(next)
  }

  /// `bits`, of 32, as an index below `bound`.
  @inline(__always)
  private func scaled(_ bits: UInt64, to bound: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: (bits * UInt64(bound)) >> 32)
  }
}
