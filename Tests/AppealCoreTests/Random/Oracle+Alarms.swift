import AppealCore
import CivicTime

/// Every alarm rings at its time, in order, before anything later happens.
extension Oracle {
  enum Alarm: Equatable {
    case release(StreetID), bulletin
    case breach, nodeBreach, rung(Rung), chase
  }

  struct Pending {
    var at: Instant
    var number: AppealNumber
    var alarm: Alarm
  }

  /// The alarm that rings next: the system's own first, then by instant and number; of one appeal
  /// the deadline, the node's, the rung, the chaser.
  var nextAlarm: Pending? {
    var best: Pending?
    for pending in systemAlarms where pending.at < best?.at ?? .distantFuture { best = pending }
    for item in items.values where item.runs {
      for pending in alarms(of: item) where pending.at < .distantFuture {
        guard let known = best else {
          best = pending
          continue
        }
        if (pending.at, pending.number) < (known.at, known.number) { best = pending }
      }
    }
    return best
  }

  private var systemAlarms: [Pending] {
    var all = areas.indices.map {
      Pending(at: areas[$0].releaseAt, number: .none, alarm: .release(StreetID($0)))
    }
    if let rules = policy.measures.bulletin {
      let at = rules.first + Int64(bulletins) * rules.every
      all.append(Pending(at: at, number: .none, alarm: .bulletin))
    }
    return all
  }

  private func alarms(of item: Item) -> [Pending] {
    let (number, due) = (item.number, item.due)
    return [
      Pending(at: item.breached ? .distantFuture : due + 1, number: number, alarm: .breach),
      Pending(
        at: item.nodeBreached ? .distantFuture : item.nodeDue + 1, number: number,
        alarm: .nodeBreach),
      rung(of: item), chase(of: item),
    ]
  }

  private func rung(of item: Item) -> Pending {
    var pending = Pending(at: .distantFuture, number: item.number, alarm: .chase)
    guard let ladder = policy.measures.supervision, item.rung < 4, item.due < .distantFuture else {
      return pending
    }
    let rung = Rung.allCases[item.rung]
    pending.alarm = .rung(rung)
    if rung == .remind {
      let percent = isKey(item) ? ladder.closeRemindAt : ladder.remindAt
      pending.at = share(percent, countingFrom(item), item.due)
    } else if item.breached {
      let target = [ladder.supervise, ladder.notice, ladder.account][item.rung - 1]
      let from = countingFrom(item)
      if target != .none { pending.at = max(deadline(target, from), from + 1) }
    }
    return pending
  }

  /// The start of the clock, or the miss of the deadline, later by the time that it stood still.
  private func countingFrom(_ item: Item) -> Instant {
    (item.breached ? item.missedAt : item.countedFrom) + item.stoodStill
  }

  private func chase(of item: Item) -> Pending {
    var pending = Pending(at: .distantFuture, number: item.number, alarm: .chase)
    if !item.chased, item.details.lane != .common,
      let percent = policy.measures.lanes[item.details.lane]?.chaseAt
    {
      pending.at = share(percent, countingFrom(item), item.due)
    }
    return pending
  }

  /// An alarm must be the next one and ring in time; the first entry of a later instant may not
  /// leave one behind.
  mutating func checkAlarms(_ entry: JournalEntry) {
    let next = nextAlarm
    guard let alarm = alarm(of: entry) else {
      if entry.at > last, let next, next.at <= entry.at {
        note(entry, "\(next) should ring first")
      }
      return
    }
    guard let next else { return note(entry, "no alarm is pending") }
    let number = alarm == .bulletin ? AppealNumber.none : entry.appeal
    let fits = next.alarm == alarm && next.number == number && max(next.at, last) == entry.at
    expect(entry, fits, "not the next alarm, or not at its time: \(next)")
  }

  private func alarm(of entry: JournalEntry) -> Alarm? {
    switch entry.change {
    case .breached: .breach
    case .nodeBreached: .nodeBreach
    case .rung(let rung, _, _), .listRung(let rung, _, _): .rung(rung)
    case .sideTaskOpened(.chase, _, _): .chase
    case .bulletin: .bulletin
    case .modeChanged(let street, .peacetime, byCommand: false): .release(street)
    default: nil
    }
  }
}
