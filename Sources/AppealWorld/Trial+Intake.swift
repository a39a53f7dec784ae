import AppealCore
import CivicTime
import Demand
import RandomStreams

/// From need to registered appeal: choice of channel, batches, duplicates, repeat enquiries.
extension Trial {
  mutating func contact() {
    let need = pending
    pending = needs.next()
    schedule(.contact, at: pending.contactAt, .arrival)
    bring(need, registeredNotBefore: now)
  }

  /// Puts the last needs before the run-in on the table at its start, as an opening backlog.
  mutating func openBacklog() {
    var recent: [Need] = []
    while pending.contactAt < now {
      recent.append(pending)
      if recent.count > plan.window.openingBacklog { recent.removeFirst() }
      pending = needs.next()
    }
    for need in recent { bring(need, registeredNotBefore: now) }
    settle()
  }

  private mutating func bring(_ need: Need, registeredNotBefore instant: Instant) {
    stream.rekey(StreamKey(WorldPurpose.citizen, subject: need.id))
    let wrongMark = stream.uniform()
    let leafMark = stream.uniform()
    let duplicate = stream.bernoulli(plan.citizens.duplicate)
    let otherMark = stream.uniform()
    let asksAgain = stream.bernoulli(plan.citizens.repeatEnquiry)
    countDraws(5)
    var element = makeCase(need)
    element.channel = tables.channel(at: need.channelMark)
    let formLeaf = tables.formLeaf[Int(need.leaf)]
    let wrong = wrongMark < tables.channels[element.channel.index].misclassification
    element.reportedLeaf = wrong ? tables.confusedLeaf(formLeaf, mark: leafMark) : formLeaf
    element.mustRepeat = asksAgain
    enter(element, at: instant)
    if duplicate {
      element.ordinal = 1
      element.mustRepeat = false
      element.channel = tables.channel(at: otherMark)
      enter(element, at: instant)
    }
  }

  private func makeCase(_ need: Need) -> Case {
    var element = Case()
    element.need = need.id
    element.contactAt = need.contactAt
    element.trueLeaf = need.leaf
    element.nature = Nature(rawValue: need.nature) ?? .complaint
    element.community = CommunityID(rawValue: need.community)
    element.trueUnit = tables.responsibleUnit(leaf: need.leaf, community: need.community)
    return element
  }

  private mutating func enter(_ element: Case, at instant: Instant) {
    let index = cases.insert(element)
    let registeredAt: Instant
    switch tables.channels[element.channel.index].registration {
    case .immediate:
      registeredAt = instant
    case .batch:
      registeredAt = needs.nextPoll(atOrAfter: instant)
    case .delayed:
      stream.rekey(StreamKey(WorldPurpose.citizen, ordinal: 2 + element.ordinal, subject: element.need))
      countDraws(1)
      registeredAt = officeClock.add(milliseconds(
          hours: tables.samplers.draw(
            tables.channels[element.channel.index].delay, from: &stream)), to: instant)
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
    guard issue(.submit(submission)), let number = journal.last?.appeal else {
      return cases.remove(index)
    }
    cases[index].number = number
    caseOfNumber.insert(index, for: number)
    countAppeal()
    if element.mustRepeat {
      stream.rekey(StreamKey(WorldPurpose.citizen, ordinal: 1, subject: element.need))
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
    enter(element, at: now)
  }

  func milliseconds(hours: Double) -> Milliseconds {
    Milliseconds((hours * 3_600_000).rounded())
  }
}
