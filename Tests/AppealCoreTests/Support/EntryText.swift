import AppealCore
import CivicTime

extension TagSet {
  /// The numbers of its tags.
  var text: String {
    (0..<64).filter { contains(TagID($0)) }.map(String.init).joined(separator: " ")
  }
}

extension Change {
  /// One line a reader can check against the rules.
  var text: String {
    switch self {
    case .submitted(_, let list, let due, let nodeDue):
      "submitted on \(list.name)\(clocks(due, nodeDue))"
    case .taken(let list, let staff): "taken from \(list.name) by \(staff.rawValue)"
    case .putBack(let list): "put back on \(list.name)"
    case .advanced(let from, let to, let nodeDue): "\(from) done, \(to)\(clocks(nil, nodeDue))"
    case .passed(let from, let to, let list, let nodeDue):
      "\(from) done, \(to) on \(list.name)\(clocks(nil, nodeDue))"
    case .filed(let leaf, let workflow, let next, let nodeDue):
      "filed as \(leaf.rawValue), workflow \(workflow), \(next)\(clocks(nil, nodeDue))"
    case .handedOver(let from, let to): "handed over from \(from.name) to \(to.name)"
    case .dispatched(let unit, let next, let list, let nodeDue):
      "dispatched to \(unit.rawValue), \(next) on \(list.name)\(clocks(nil, nodeDue))"
    case .sentBack(let unit, let ground, let list, let nodeDue):
      "sent back by \(unit.rawValue) (\(ground)) to \(list.name)\(clocks(nil, nodeDue))"
    case .redone(let unit, let list, let nodeDue):
      "redone by \(unit.rawValue) on \(list.name)\(clocks(nil, nodeDue))"
    case .closed: "closed"
    case .appraised(let scores): "appraised \(scores.mean)"
    case .reopened(let ground, let list, let due, let nodeDue):
      "reopened (\(ground)) on \(list.name)\(clocks(due, nodeDue))"
    case .deadlineChanged(let ground, let due): "due \(due.text) (\(ground))"
    case .suspended(let ground): "suspended (\(ground))"
    case .resumed(let due, let nodeDue): "resumed\(clocks(due, nodeDue))"
    case .cancelled(let ground): "cancelled (\(ground))"
    case .merged(let parent): "merged into #\(parent.rawValue)"
    case .breached: "breached"
    case .nodeBreached(let node): "\(node) breached"
    default: measureText
    }
  }

  private var measureText: String {
    switch self {
    case .described(let details):
      "described: citizen \(details.citizen), text \(details.textKey), \(details.lane)"
        + (details.traits.contains(.structured) ? "" : ", free text")
        + (details.traits.contains(.photos) ? ", photos" : "")
    case .tagged(let tags): "tagged \(tags.text)"
    case .untagged(let tags): "untagged \(tags.text)"
    case .joinedCampaign(let campaign):
      campaign == .none ? "out of its campaign" : "joined campaign \(campaign.rawValue)"
    case .duplicateFound(let original): "duplicate of #\(original.rawValue)"
    case .repliedInstantly(let answer):
      answer == .original ? "replied as the original" : "replied with \(answer.rawValue)"
    case .supportPlanned(let unit): "support by \(unit.rawValue) planned"
    case .sideTaskOpened(let kind, let list, let due):
      "\(kind) on \(list.name)\(clocks(due, .distantFuture))"
    case .sideTaskTaken(let list, let staff):
      "side task taken from \(list.name) by \(staff.rawValue)"
    case .sideTaskPutBack(let list): "side task put back on \(list.name)"
    case .sideTaskDone(let kind, let list, let outcome):
      "\(kind) done on \(list.name)" + (outcome == 0 ? "" : " (\(outcome))")
    case .arbitrated(let unit, let upheld): "\(unit.rawValue) \(upheld ? "relieved" : "leads on")"
    case .unmerged(let parent, let list, let nodeDue):
      "goes on for #\(parent.rawValue) on \(list.name)\(clocks(nil, nodeDue))"
    case .supportWithdrawn(let unit): "support by \(unit.rawValue) withdrawn"
    case .disputed(let unit): "disputed by \(unit.rawValue)"
    default: oversightText
    }
  }

  private var oversightText: String {
    switch self {
    case .rung(let rung, let unit, let staff): "\(rung)\(whom(unit, staff))"
    case .listRung(let rung, let list, let staff): "\(rung)\(whom(list, staff))"
    case .listEvidence(let kind, let list, let staff): "\(kind)\(whom(list, staff))"
    case .listHeldToAccount(let list, let staff): "held to account\(whom(list, staff))"
    case .evidence(let kind, let unit, let staff): "\(kind)\(whom(unit, staff))"
    case .heldToAccount(let unit, let staff): "held to account\(whom(unit, staff))"
    case .credited(let unit, let reason, let points):
      "unit \(unit.rawValue) credited \(points) (\(reason))"
    case .alertRaised(let kind): "alert (\(kind))"
    case .letterIssued(let body): "letter to \(body.rawValue)"
    case .adoption(let state): "\(state)"
    case .migrated(let leaf): "migrated to \(leaf.rawValue)"
    case .modeChanged(let street, let mode, let byCommand):
      "\(mode) in \(street.rawValue)" + (byCommand ? "" : " by itself")
    case .formChanged: "form changed"
    case .bulletin(let number): "bulletin \(number)"
    default: "\(self)"
    }
  }

  private func whom(_ list: ListID, _ staff: StaffID) -> String {
    " \(list.name)" + whom(UnitID.none, staff)
  }

  private func whom(_ unit: UnitID, _ staff: StaffID) -> String {
    (unit == .none ? "" : " unit \(unit.rawValue)")
      + (staff == .none ? "" : ", person \(staff.rawValue)")
  }

  /// Overall deadline, then the node's; nothing where there is none.
  private func clocks(_ due: Instant?, _ nodeDue: Instant) -> String {
    var text = ""
    if let due { text += ", due \(due.text)" }
    if nodeDue != .distantFuture { text += ", node due \(nodeDue.text)" }
    return text
  }
}
