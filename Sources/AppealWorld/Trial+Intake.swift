import AppealCore
import CivicTime
import Demand
import RandomStreams

/// From need to registered appeal: choice of channel, batches, duplicates, repeat enquiries.
extension Trial {
  mutating func contact() {
    let need = pending
    hasPending = needs.next(into: &pending)
    awaitContact()
    if tables.part.earlyAction > 0 && isPrevented(need) { return }
    if tables.part.entry != 1 && !comesByEasierEntry(need) { return }
    bring(need)
  }

  mutating func awaitContact() {
    if hasPending { schedule(.contact, at: pending.contactAt, .arrival) }
  }

  /// Puts the last needs before the run-in on the table at its start, as an opening backlog.
  mutating func openBacklog() {
    var recent: [Need] = []
    while hasPending, pending.contactAt < now {
      recent.append(pending)
      hasPending = needs.next(into: &pending)
    }
    for need in recent.suffix(plan.window.openingBacklog) { bring(need) }
    settle()
  }

  mutating func bring(_ need: Need) {
    stream.rekey(StreamKey(WorldPurpose.citizen, subject: need.id))
    let (wrongMark, leafMark) = (stream.uniform(), stream.uniform())
    let duplicates = stream.bernoulli(plan.citizens.duplicate)
    let asksAgain = stream.bernoulli(tables.repeatEnquiry)
    var other = need
    other.channelMark = stream.uniform()
    countDraws(5)
    var element = makeCase(need)
    if asksAgain { element.flags.insert(.asksAgain) }
    if tables.part.hasDetails { describe(&element) }
    enter(element, by: need, wrongMark, leafMark)
    if duplicates {
      element.ordinal = 1
      element.flags.remove(.asksAgain)
      enter(element, by: other, wrongMark, leafMark)
    }
  }

  /// The citizen writes or calls: by the chosen channel, or its successor once it is closed.
  private mutating func enter(
    _ element: Case, by need: Need, _ wrongMark: Double, _ leafMark: Double
  ) {
    var element = element
    let chosen = ChannelID(rawValue: UInt16(mix.channel(of: need)))
    element.channel = core.openChannel(for: chosen, at: now) ?? chosen
    let truth = tables.formLeaf[Int(need.leaf)]
    let row = tables.channels + element.channel.index
    if tables.part.hasDetails { element.tell(by: row.pointee) }
    let structured = element.traits.contains(.structured)
    let error = row.pointee.misclassification * (structured ? tables.part.structuredErrors : 1)
    let isWrong = wrongMark < error
    element.reportedLeaf = isWrong ? tables.confusedLeaf(truth, mark: leafMark) : truth
    enter(element, mark: need.registrationMark)
  }

  private mutating func makeCase(_ need: Need) -> Case {
    var element = Case()
    element.need = need.id
    element.contactAt = need.contactAt
    element.trueLeaf = need.leaf
    element.nature = Nature(rawValue: need.nature) ?? .complaint
    element.community = CommunityID(rawValue: need.community)
    element.trueUnit =
      finalUnits.map { UnitID(rawValue: $0.unit(of: need)) }
      ?? tables.responsibleUnit(leaf: need.leaf, community: need.community)
    return element
  }

  private mutating func enter(_ element: Case, mark: Double) {
    let index = cases.insert(element)
    cases[index].registrationMark = mark
    // Those of an opening backlog called long ago.
    if tables.channels[element.channel.index].isAnswered && element.contactAt >= now {
      call(index)
    } else {
      awaitRegistration(index)
    }
  }

  mutating func awaitRegistration(_ index: CaseIndex) {
    let registeredAt: Instant
    switch tables.channels[cases[index].channel.index].registration {
    case .immediate:
      registeredAt = now
    case .batch:
      registeredAt = polls.registration(
        contact: cases[index].contactAt, mark: cases[index].registrationMark)
    case .delayed(let delay):
      rekey(.citizen, index, stage: 2)
      countDraws(1)
      let hours = tables.samplers.draw(delay, from: &stream)
      registeredAt = officeClock.add(milliseconds(hours: hours), to: now)
    }
    if registeredAt <= now {
      register(index)
    } else {
      schedule(.registration(index), at: registeredAt, .arrival)
    }
  }

  mutating func register(_ index: CaseIndex) {
    let element = cases[index]
    let submission = Submission(
      reference: element.reference, contactAt: element.contactAt, channel: element.channel,
      leaf: element.reportedLeaf, nature: element.nature, community: element.community)
    cases[index].queuedAt = now
    if let refusal = refusal(of: .submit(submission, details(of: element))) {
      countRefusedContact(refusal)
      return cases.remove(index)
    }
    let leaf = tables.formLeaf[Int(element.trueLeaf)]
    truths.append(
      NeedTruth(reference: element.reference, leaf: leaf, unit: element.trueUnit))
    let number = AppealNumber(core.acceptedAppeals)
    cases[index].number = number
    caseOfNumber.insert(index, for: number)
    countAppeal()
    if element.flags.contains(.asksAgain) {
      rekey(.citizen, index, stage: 1)
      let patience = milliseconds(hours: tables.samplers.draw(tables.patience, from: &stream))
      countDraws(1)
      schedule(.repeatEnquiry(number), at: max(now, element.contactAt + patience), .arrival)
    }
    if tables.part.followsRegistration { followRegistration(index, number) }
  }

  /// The citizen asks again, once, if the first appeal is still open.
  mutating func repeatEnquiry(_ number: AppealNumber) {
    guard let original = caseOfNumber[number], cases[original].phase != .ended else { return }
    let again = followUp(of: cases[original], ordinal: 2, at: now)
    rekey(.citizen, original, stage: 3)
    countDraws(1)
    enter(again, mark: stream.uniform())
  }

  /// A new appeal of the same need, by the same channel and in the same words.
  mutating func followUp(of element: Case, ordinal: UInt8, at contact: Instant) -> Case {
    var again = Case()
    again.need = element.need
    again.contactAt = contact
    again.channel = element.channel
    again.reportedLeaf = element.reportedLeaf
    again.trueLeaf = element.trueLeaf
    again.trueUnit = element.trueUnit
    again.nature = element.nature
    again.community = element.community
    again.ordinal = ordinal
    again.lane = element.lane
    again.traits = element.traits
    if element.flags.contains(.isKnown) { again.flags.insert(.isKnown) }
    return again
  }

  @inline(__always)
  func milliseconds(hours: Double) -> Milliseconds {
    Milliseconds((hours * 3_600_000).rounded())
  }
}
