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

  private mutating func bring(_ need: Need) {
    stream.rekey(StreamKey(WorldPurpose.citizen, subject: need.id))
    let wrongMark = stream.uniform()
    let leafMark = stream.uniform()
    let duplicate = stream.bernoulli(plan.citizens.duplicate)
    let otherMark = stream.uniform()
    let asksAgain = stream.bernoulli(plan.citizens.repeatEnquiry)
    countDraws(5)
    var element = makeCase(need)
    element.channel = ChannelID(rawValue: UInt16(mix.channel(of: need)))
    let formLeaf = tables.formLeaf[Int(need.leaf)]
    let wrong = wrongMark < tables.channels[element.channel.index].misclassification
    element.reportedLeaf = wrong ? tables.confusedLeaf(formLeaf, mark: leafMark) : formLeaf
    element.mustRepeat = asksAgain
    enter(element, mark: need.registrationMark)
    if duplicate {
      element.ordinal = 1
      element.mustRepeat = false
      var other = need
      other.channelMark = otherMark
      element.channel = ChannelID(rawValue: UInt16(mix.channel(of: other)))
      enter(element, mark: need.registrationMark)
    }
  }

  private func makeCase(_ need: Need) -> Case {
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
    let registeredAt: Instant
    switch tables.channels[element.channel.index].registration {
    case .immediate:
      registeredAt = now
    case .batch:
      registeredAt = polls.registration(contact: element.contactAt, mark: mark)
    case .delayed(let delay):
      rekey(.citizen, index, ordinal: 2)
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
    guard pass(index, .submit(submission)), let number = journal.last?.appeal else {
      return cases.remove(index)
    }
    cases[index].number = number
    caseOfNumber.insert(index, for: number)
    countAppeal()
    if element.mustRepeat {
      rekey(.citizen, index, ordinal: 1)
      let patience = milliseconds(hours: tables.samplers.draw(tables.patience, from: &stream))
      countDraws(1)
      schedule(.repeatEnquiry(number), at: now + patience, .arrival)
    }
  }

  /// The citizen asks again, once, if the first appeal is still open.
  mutating func repeatEnquiry(_ number: AppealNumber) {
    guard let original = caseOfNumber[number] else { return }
    var element = cases[original]
    element.number = .none
    element.contactAt = now
    element.ordinal = 2
    element.mustRepeat = false
    element.visits = 0
    element.dispatches = 0
    element.works = 0
    element.started = false
    element.task = .none
    element.target = .none
    enter(element, mark: 0)
  }

  func milliseconds(hours: Double) -> Milliseconds {
    Milliseconds((hours * 3_600_000).rounded())
  }
}
