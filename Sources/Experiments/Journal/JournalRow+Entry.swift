import AppealCore
import CivicTime
import ResultFiles

extension JournalRow {
  /// An entry with its fields in the columns that `JournalRow` describes.
  package init(_ entry: JournalEntry) {
    self.init(
      at: entry.at.milliseconds, appeal: Int64(entry.appeal.rawValue),
      change: Self.name(entry.change))
    fillIntake(entry.change)
    fillWork(entry.change)
    fillClocks(entry.change)
    fillDescription(entry.change)
    fillSupervision(entry.change)
    fillSideTask(entry.change)
  }

  /// The case's name, `submitted` for instance; what a post is charged with has the name of what a
  /// unit is.
  private static func name(_ change: Change) -> String {
    switch change {
    case .listRung: "rung"
    case .listEvidence: "evidence"
    case .listHeldToAccount: "heldToAccount"
    default: String("\(change)".prefix { $0 != "(" })
    }
  }

  private mutating func fillIntake(_ change: Change) {
    switch change {
    case .submitted(let submission, let list, _, _):
      reference = Int64(bitPattern: submission.reference)
      contactAt = submission.contactAt.milliseconds
      channel = Int64(submission.channel.rawValue)
      leaf = Int64(submission.leaf.rawValue)
      nature = "\(submission.nature)"
      community = Int64(submission.community.rawValue)
      self.list = Int64(list.rawValue)
    case .filed(let leaf, let workflow, let next, _):
      self.leaf = Int64(leaf.rawValue)
      nextNode = "\(next)"
      detail = Int64(workflow)
    default: break
    }
  }

  private mutating func fillWork(_ change: Change) {
    switch change {
    case .taken(let list, let staff):
      self.list = Int64(list.rawValue)
      self.staff = Int64(staff.rawValue)
    case .putBack(let list): self.list = Int64(list.rawValue)
    case .advanced(let from, let to, _): (node, nextNode) = ("\(from)", "\(to)")
    case .passed(let from, let to, let list, _):
      (node, nextNode) = ("\(from)", "\(to)")
      self.list = Int64(list.rawValue)
    case .handedOver(let from, let to):
      (fromList, list) = (Int64(from.rawValue), Int64(to.rawValue))
    case .dispatched(let unit, let next, let list, _):
      (self.unit, nextNode) = (Int64(unit.rawValue), "\(next)")
      self.list = Int64(list.rawValue)
    case .sentBack(let unit, let ground, let list, _):
      (self.unit, self.ground) = (Int64(unit.rawValue), "\(ground)")
      self.list = Int64(list.rawValue)
    case .redone(let unit, let list, _):
      (self.unit, self.list) = (Int64(unit.rawValue), Int64(list.rawValue))
    case .closed(let node), .nodeBreached(let node): self.node = "\(node)"
    case .reopened(let ground, let list, _, _):
      (self.ground, self.list) = ("\(ground)", Int64(list.rawValue))
    case .appraised(let stars):
      let digits = [stars.speed, stars.result, stars.attitude, stars.system]
      detail = digits.reduce(0) { $0 * 10 + Int64($1) }
    case .suspended(let ground): self.ground = "\(ground)"
    case .cancelled(let ground): self.ground = "\(ground)"
    case .merged(let parent): detail = Int64(parent.rawValue)
    case .unmerged(let parent, let list, _):
      (detail, self.list) = (Int64(parent.rawValue), Int64(list.rawValue))
    case .deadlineChanged(let ground, _): self.ground = "\(ground)"
    default: break
    }
  }

  private mutating func fillClocks(_ change: Change) {
    switch change {
    case .submitted(_, _, let due, let nodeDue), .reopened(_, _, let due, let nodeDue),
      .resumed(let due, let nodeDue):
      (self.due, self.nodeDue) = (due.milliseconds, nodeDue.milliseconds)
    case .advanced(_, _, let nodeDue), .passed(_, _, _, let nodeDue),
      .filed(_, _, _, let nodeDue), .dispatched(_, _, _, let nodeDue),
      .sentBack(_, _, _, let nodeDue), .redone(_, _, let nodeDue), .unmerged(_, _, let nodeDue):
      self.nodeDue = nodeDue.milliseconds
    case .deadlineChanged(_, let due): self.due = due.milliseconds
    default: break
    }
  }

  // MARK: Measures of the reform

  private mutating func fillDescription(_ change: Change) {
    switch change {
    case .described(let details):
      citizen = Int64(details.citizen)
      textKey = Int64(details.textKey)
      traits = Int64(details.traits.rawValue)
      lane = "\(details.lane)"
    case .tagged(let set), .untagged(let set): tags = Int64(bitPattern: set.rawValue)
    case .joinedCampaign(let campaign):
      if campaign != .none { subject = Int64(campaign.rawValue) }
    case .duplicateFound(let original): detail = Int64(original.rawValue)
    case .repliedInstantly(let answer): subject = Int64(answer.rawValue)
    case .letterIssued(let body): subject = Int64(body.rawValue)
    case .alertRaised(let alert): kind = "\(alert)"
    case .adoption(let state): kind = "\(state)"
    case .migrated(let leaf): self.leaf = Int64(leaf.rawValue)
    case .modeChanged(let street, let mode, let byCommand):
      (self.street, kind) = (Int64(street.rawValue), "\(mode)")
      detail = byCommand ? 1 : 0
    case .bulletin(let number): detail = Int64(number)
    default: break
    }
  }

  private mutating func fillSupervision(_ change: Change) {
    switch change {
    case .rung(let rung, let unit, let staff): fill("\(rung)", unit, staff)
    case .evidence(let evidence, let unit, let staff): fill("\(evidence)", unit, staff)
    case .heldToAccount(let unit, let staff): fill(nil, unit, staff)
    case .listRung(let rung, let list, let staff): fill("\(rung)", list, staff)
    case .listEvidence(let evidence, let list, let staff): fill("\(evidence)", list, staff)
    case .listHeldToAccount(let list, let staff): fill(nil, list, staff)
    case .credited(let unit, let reason, let points):
      fill("\(reason)", unit, .none)
      detail = Int64(points)
    case .arbitrated(let unit, let upheld):
      fill(nil, unit, .none)
      detail = upheld ? 1 : 0
    case .supportPlanned(let unit), .supportWithdrawn(let unit), .disputed(let unit):
      fill(nil, unit, .none)
    default: break
    }
  }

  private mutating func fill(_ kind: String?, _ unit: UnitID, _ staff: StaffID) {
    self.kind = kind
    if unit != .none { self.unit = Int64(unit.rawValue) }
    if staff != .none { self.staff = Int64(staff.rawValue) }
  }

  private mutating func fill(_ kind: String?, _ list: ListID, _ staff: StaffID) {
    fill(kind, UnitID.none, staff)
    self.list = Int64(list.rawValue)
  }

  private mutating func fillSideTask(_ change: Change) {
    switch change {
    case .sideTaskOpened(let task, let list, let due):
      (kind, self.list, self.due) = ("\(task)", Int64(list.rawValue), due.milliseconds)
    case .sideTaskTaken(let list, let staff):
      (self.list, self.staff) = (Int64(list.rawValue), Int64(staff.rawValue))
    case .sideTaskPutBack(let list): self.list = Int64(list.rawValue)
    case .sideTaskDone(let task, let list, let outcome):
      (kind, self.list, detail) = ("\(task)", Int64(list.rawValue), Int64(outcome))
    default: break
    }
  }
}
