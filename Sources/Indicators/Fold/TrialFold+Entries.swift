import AppealCore
import CivicTime

/// What single entries do to the record of their appeal.
extension TrialFold {
  @inline(__always)
  mutating func submit(_ submission: Submission, _ number: UInt32, due: Instant, at now: Instant) {
    guard let record = pages.add(number) else { return }
    let need = submission.reference >> 8
    let owner = needs.owner(of: need, orInsert: number)
    record.pointee.need = need
    record.pointee.owner = owner
    record.pointee.submittedAt = now
    record.pointee.due = due
    record.pointee.channel = submission.channel.rawValue
    record.pointee.leaf = submission.leaf.rawValue
    record.pointee.nature = submission.nature.rawValue
    record.pointee.street = tables.communityStreet[Int(submission.community.rawValue)]
    record.pointee.flags = .open
    learnTruth(of: record, submission)
    record.pointee.referenceDue = referenceDue(record, from: now)
    pages.retain(number)
    if owner == number {
      record.pointee.contactAt = submission.contactAt
      record.pointee.needDue = needDue(record)
      record.pointee.needOpen = 1
      pages.retain(number)
    } else {
      joinNeed(owner, contactAt: submission.contactAt)
    }
    changeBacklog(by: 1, at: now)
    if inWindow { countSubmission(submission) }
  }

  /// What the need is really about, where a host has said so; else what is reported.
  @inline(__always)
  private mutating func learnTruth(
    of record: UnsafeMutablePointer<AppealRecord>, _ submission: Submission
  ) {
    record.pointee.referenceLeaf = record.pointee.leaf
    guard let truth = truths.next(for: submission.reference) else { return }
    record.pointee.flags.insert(.isKnown)
    record.pointee.referenceLeaf = truth.leaf.rawValue
    record.pointee.trueUnit = truth.unit.rawValue
  }

  @inline(__always)
  private mutating func countSubmission(_ submission: Submission) {
    let channel = Int(submission.channel.rawValue)
    scalars.submitted &+= 1
    if tables.promoted[channel] { scalars.promoted &+= 1 }
    switch submission.reference & 255 {
    case 0: break
    case 1: scalars.duplicates &+= 1
    default: scalars.repeats &+= 1
    }
    counters.channelSubmitted[channel] &+= 1
    counters.natureSubmitted[Int(submission.nature.rawValue)] &+= 1
    counters.daily[day].submitted &+= 1
    counters.heat[wall.hourOfWeek(submission.contactAt)] &+= 1
  }

  @inline(__always)
  mutating func file(_ number: UInt32, leaf: UInt16) {
    guard let record = pages[number], record.pointee.leaf != leaf else { return }
    record.pointee.leaf = leaf
    // Else misfiling would loosen the limit by which it is judged.
    guard !record.pointee.flags.contains(.isKnown) else { return }
    record.pointee.referenceLeaf = leaf
    record.pointee.referenceDue = referenceDue(record, from: record.pointee.submittedAt)
    // The first appeal names the need's leaf.
    if record.pointee.owner == number { record.pointee.needDue = needDue(record) }
  }

  @inline(__always)
  mutating func dispatch(_ number: UInt32, to unit: UInt16) {
    guard let record = pages[number] else { return }
    if record.pointee.firstUnit == .max { record.pointee.firstUnit = unit }
    record.pointee.unit = unit
  }

  @inline(__always)
  mutating func close(_ number: UInt32, at now: Instant) {
    guard let record = pages[number], record.pointee.flags.contains(.open) else { return }
    record.pointee.flags.remove(.open)
    record.pointee.flags.insert(.closed)
    record.pointee.closedAt = now
    changeBacklog(by: -1, at: now)
    if inWindow { counters.daily[day].closed &+= 1 }
    settle(record, sign: 1)
    leaveNeed(record.pointee.owner, closedAt: now, at: now)
    if record.pointee.firstMerged != 0 { finishMerged(record, closedAt: now, at: now) }
    pages.release(number, at: now)
  }

  mutating func reopen(_ number: UInt32, due: Instant, at now: Instant) {
    guard let record = pages[number], record.pointee.flags.contains(.closed) else { return }
    settle(record, sign: -1)
    record.pointee.flags.remove([.closed, .suspended])
    record.pointee.flags.insert(.open)
    record.pointee.due = due
    pages.retain(number)
    joinNeed(record.pointee.owner, contactAt: .distantFuture)
    changeBacklog(by: 1, at: now)
    if inWindow { scalars.reopened &+= 1 }
  }

  mutating func changeDeadline(_ number: UInt32, _ ground: DeadlineGround, due: Instant) {
    guard let record = pages[number] else { return }
    record.pointee.due = due
    guard ground == .extended else { return }
    record.pointee.flags.insert(.wasExtended)
    if inWindow { scalars.extensions &+= 1 }
  }

  mutating func suspend(_ number: UInt32) {
    guard let record = pages[number] else { return }
    record.pointee.flags.insert([.suspended, .wasSuspended])
    if inWindow { scalars.suspensions &+= 1 }
  }

  mutating func resume(_ number: UInt32, due: Instant) {
    guard let record = pages[number] else { return }
    record.pointee.flags.remove(.suspended)
    record.pointee.due = due
  }

  mutating func cancel(_ number: UInt32, at now: Instant) {
    guard let record = pages[number], record.pointee.flags.contains(.open) else { return }
    record.pointee.flags.remove(.open)
    changeBacklog(by: -1, at: now)
    leaveNeed(record.pointee.owner, closedAt: nil, at: now)
    if record.pointee.firstMerged != 0 { finishMerged(record, closedAt: nil, at: now) }
    pages.release(number, at: now)
    if inWindow { scalars.cancelled &+= 1 }
  }

  @inline(__always)
  mutating func appraise(_ scores: Appraisal) {
    guard inWindow else { return }
    scalars.appraisals &+= 1
    scalars.scoreSum &+= Int(scores.speed) &+ Int(scores.result)
    scalars.scoreSum &+= Int(scores.attitude) &+ Int(scores.system)
  }

  @inline(__always)
  mutating func breach(at now: Instant) {
    guard inWindow else { return }
    scalars.breaches &+= 1
    counters.daily[day].breached &+= 1
    counters.heat[168 &+ wall.hourOfWeek(now)] &+= 1
  }
}
