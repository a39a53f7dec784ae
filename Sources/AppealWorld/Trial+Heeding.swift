import AppealCore
import CivicTime

/// The world's reaction to what the measures journal.
extension Trial {
  @inline(never)
  mutating func heed(_ entry: JournalEntry) {
    switch entry.change {
    case .reopened(_, let list, _, _):
      counters.measures.reopened += one
      _ = liveCase(of: entry.appeal)
      offer(list)
    case .sideTaskOpened(_, let list, _):
      if let index = caseOfNumber[entry.appeal] { cases[index].sideQueuedAt = now }
      offer(list)
    case .sideTaskPutBack(let list): offer(list)
    case .sideTaskDone(.support, _, _): join(entry.appeal)
    case .sideTaskDone(.chase, _, _): chased(entry.appeal)
    case .rung: rung(entry.appeal)
    case .resumed:
      if let list = core.view(of: entry.appeal)?.list { offer(list) }
    case .unmerged(_, let list, _):
      if let index = caseOfNumber[entry.appeal] { revive(index) }
      offer(list)
    case .closed, .cancelled: endMerged(entry.appeal)
    case .alertRaised(.burst): noteAlert(entry.appeal)
    case .modeChanged(let street, let mode, _): changeMode(street, mode)
    default: break
    }
  }

  /// An appeal that had been merged ended with the other.
  private mutating func endMerged(_ number: AppealNumber) {
    guard tables.part.merges, let index = caseOfNumber[number], cases[index].phase == .merged
    else { return }
    forget(index)
  }

  /// Tasks may have moved between the lists of posts.
  private mutating func changeMode(_ street: StreetID, _ mode: Mode) {
    tables.emergencies[street.index] = mode == .emergency
    for post in 0..<tables.firstUnitList { offer(ListID(post)) }
  }
}

// MARK: - Waits of appeals in hands

extension Trial {
  /// The appeal stays in hands while no head is busy with it.
  mutating func hold(_ index: CaseIndex, _ wait: Case.Wait, until end: Instant) {
    stamp &+= 1
    cases[index].wait = wait
    cases[index].waitUntil = end
    cases[index].stamp = stamp
    schedule(.waitOver(cases[index].number, stamp: stamp), at: end, .completion)
  }

  mutating func waitOver(_ number: AppealNumber, _ stamp: UInt32) {
    guard let index = caseOfNumber[number], cases[index].stamp == stamp else { return }
    let wait = cases[index].wait
    cases[index].wait = .none
    switch wait {
    case .habit, .dispute: pass(index, .putBack(number))
    case .outside:
      if cases[index].flags.contains(.isSuspended) {
        cases[index].flags.remove(.isSuspended)
        pass(index, .resume(number))
      } else {
        report(index)
      }
    case .evidence: report(index)
    case .none, .line, .supportFirst, .supportLast: break
    }
  }

  /// The first rung to ring during a habitual wait of an appeal shortens it, the first one during a
  /// wait outside that: the rungs after it find nothing left to give.
  private mutating func rung(_ number: AppealNumber) {
    guard let index = caseOfNumber[number] else { return }
    let isHabit = cases[index].wait == .habit
    let pressed: Case.Flags = isHabit ? .habitPressed : .outsidePressed
    guard !cases[index].flags.contains(pressed) else { return }
    let share = isHabit ? tables.part.waitAfterRung : tables.part.outsideAfterRung
    if hasten(index, to: share) { cases[index].flags.insert(pressed) }
  }

  /// A lane has its chaser once.
  private mutating func chased(_ number: AppealNumber) {
    guard let index = caseOfNumber[number] else { return }
    let isHabit = cases[index].wait == .habit
    hasten(index, to: isHabit ? tables.part.waitAfterChase : tables.part.outsideAfterChase)
  }

  /// Of a habitual or outside wait only a share of the rest is left; false where nothing waits.
  @discardableResult
  private mutating func hasten(_ index: CaseIndex, to share: Double) -> Bool {
    let wait = cases[index].wait
    guard share != 1, wait == .habit || wait == .outside, cases[index].waitUntil > now else {
      return false
    }
    let left = Double(cases[index].waitUntil - now) * share
    counters.measures.hastened += one
    hold(index, wait, until: now + Milliseconds(left.rounded()))
    return true
  }
}

// MARK: - Appeals that come back

extension Trial {
  /// The case of an open appeal: one that ended and is open again begins anew.
  @inline(__always)
  mutating func liveCase(of number: AppealNumber) -> CaseIndex? {
    guard let index = caseOfNumber[number] else { return rebuild(number) }
    if cases[index].phase == .ended { revive(index) }
    return index
  }

  private mutating func revive(_ index: CaseIndex) {
    cases[index].phase = .open
    cases[index].wait = .none
    cases[index].stamp = 0
    cases[index].outside = 0
    cases[index].flags.remove([.started, .inWork, .isSuspended])
    cases[index].queuedAt = now
  }

  /// Somebody reopened an appeal that the world had forgotten: what the core knows must do.
  @inline(never)
  private mutating func rebuild(_ number: AppealNumber) -> CaseIndex? {
    guard let view = core.view(of: number), view.isOpen else { return nil }
    var element = Case()
    element.need = view.reference >> 8
    element.ordinal = UInt8(view.reference & 255)
    element.contactAt = view.contactAt
    element.queuedAt = now
    element.number = number
    element.trueLeaf = tables.demandLeaf(
      of: view.leaf, count: plan.responsibility.formLeaf.count)
    element.reportedLeaf = view.leaf
    element.filedLeaf = view.leaf
    element.channel = view.channel
    element.trueUnit =
      view.leadUnit != .none
      ? view.leadUnit
      : tables.responsibleUnit(leaf: element.trueLeaf, community: view.community.rawValue)
    element.nature = view.nature
    element.community = view.community
    element.lane = view.lane
    element.flags = .isBroughtBack
    let index = cases.insert(element)
    caseOfNumber.insert(index, for: number)
    return index
  }
}
