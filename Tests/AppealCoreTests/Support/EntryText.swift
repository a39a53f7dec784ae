import AppealCore
import CivicTime

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
    }
  }

  /// Overall deadline, then the node's; nothing where there is none.
  private func clocks(_ due: Instant?, _ nodeDue: Instant) -> String {
    var text = ""
    if let due { text += ", due \(due.text)" }
    if nodeDue != .distantFuture { text += ", node due \(nodeDue.text)" }
    return text
  }
}
