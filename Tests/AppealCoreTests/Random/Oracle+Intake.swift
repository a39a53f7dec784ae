import AppealCore
import CivicTime

/// Submission and what is owed by it: campaign, duplicate, alerts, tags, an emergency.
extension Oracle {
  mutating func submit(
    _ entry: JournalEntry, _ submission: Submission, _ details: Submission.Details, _ list: ListID,
    _ due: Instant, _ nodeDue: Instant
  ) {
    count += 1
    if entry.appeal.index != count { note(entry, "numbers are not consecutive") }
    let leaf = submission.leaf
    let street = policy.places.communities[submission.community.index].street
    let workflow = workflow(leaf, submission.nature)
    expect(
      entry, (leaf.index >= policy.form.leaves.count) == isNextEdition, "a leaf not in force")
    expect(entry, list == intake(submission, details, street), "another intake")
    expect(
      entry, policy.channels[submission.channel.index].requires.isSubset(of: details.traits),
      "incomplete")
    expect(entry, details.citizen < 1 << 40, "no citizen")
    let campaign = campaign(leaf, street, entry.at)
    expect(
      entry, due == self.due(leaf, submission.nature, street, campaign, entry.at),
      "another deadline")
    let item = Item(
      number: entry.appeal, submission: submission, details: .usual, street: street,
      submittedAt: entry.at, countedFrom: entry.at, leaf: leaf, node: workflow.nodes[0],
      workflow: workflow, list: list, due: due, nodeDue: nodeDue)
    oweCircumstances(item, details, campaign, entry.at)
    if policy.measures.emergency?.post == list, areas[street.index].isEmergency {
      movedThere.insert(item.number)
    }
    items[entry.appeal] = item
    checkNode(entry, workflow.nodes[0], nodeDue)
  }

  private mutating func oweCircumstances(
    _ item: Item, _ details: Submission.Details, _ campaign: CampaignID, _ now: Instant
  ) {
    let submission = item.submission
    if details != .usual { owe(item.number, "described") }
    if campaign != .none { owe(item.number, "joins \(campaign.rawValue)") }
    let original = original(of: submission, details, now)
    if let original { owe(item.number, "repeats \(original.rawValue)") }
    let alerts = alerts(submission, isDuplicate: original != nil, now)
    for kind in alerts { owe(item.number, "alert \(kind)") }
    let isEmergency = areas[item.street.index].isEmergency
    let tags = tags { condition in
      switch condition {
      case .leaves(let leaves): leaves.contains(submission.leaf)
      case .nature(let nature): nature == submission.nature
      case .channel(let channel): channel == submission.channel
      case .street(let street): street == item.street
      case .lane(let lane): lane == details.lane
      case .unstructured: !details.traits.contains(.structured)
      case .withPhotos: details.traits.contains(.photos)
      case .afterHours: !policy.calendar.clock.isWorking(at: now)
      case .isRepeat: original != nil
      case .inEmergency: isEmergency
      case .campaign(let wanted): campaign == wanted
      case .alert(let kind): alerts.contains(kind)
      default: false
      }
    }
    if !tags.isEmpty { owe(item.number, "tagged \(tags.rawValue)") }
    record(item, details, now, counts: original == nil)
  }

  private func original(
    of submission: Submission, _ details: Submission.Details, _ now: Instant
  ) -> AppealNumber? {
    guard let rules = policy.measures.duplicates, details.citizen != 0 else { return nil }
    return contacts.last {
      $0.citizen == details.citizen && $0.leaf == submission.leaf
        && $0.community == submission.community && $0.at + rules.window >= now
    }?.number
  }

  private func cell(_ submission: Submission, _ rules: AlertRules) -> Int {
    Int(rules.classOfLeaf[submission.leaf.index]) << 8 | submission.community.index
  }

  private func alerts(
    _ submission: Submission, isDuplicate: Bool, _ now: Instant
  ) -> [AlertKind] {
    guard let rules = policy.measures.alerts else { return [] }
    var kinds: [AlertKind] = rules.sensitive.contains(submission.leaf) ? [.sensitive] : []
    let burst = bursts[cell(submission, rules)] ?? Burst()
    let within = burst.times.filter { now - $0 <= rules.window }.count + 1
    let isOver = burst.times.last.map { now - $0 > rules.window } ?? true
    if !isDuplicate, rules.count > 0, within >= rules.count, isOver || !burst.alerted {
      kinds.append(.burst)
    }
    return kinds
  }

  /// A duplicate is no sign of how many are concerned.
  private mutating func record(
    _ item: Item, _ details: Submission.Details, _ now: Instant, counts: Bool
  ) {
    let submission = item.submission
    if policy.measures.duplicates != nil, details.citizen != 0 {
      contacts = contacts.suffix(200)
      contacts.append(
        Contact(
          citizen: details.citizen, leaf: submission.leaf, community: submission.community, at: now,
          number: item.number))
    }
    guard counts else { return }
    if let rules = policy.measures.alerts {
      var burst = bursts[cell(submission, rules)] ?? Burst()
      if burst.times.last.map({ now - $0 > rules.window }) ?? true { burst.alerted = false }
      burst.times = burst.times.suffix(8) + [now]
      bursts[cell(submission, rules)] = burst
    }
    recordListed(item, now)
  }

  mutating func judgeAlert(_ entry: JournalEntry, _ item: inout Item, _ kind: AlertKind) {
    pay(entry, "alert \(kind)")
    guard let rules = policy.measures.alerts else { return note(entry, "no alerts") }
    if kind == .burst { bursts[cell(item.submission, rules)]?.alerted = true }
    // A burst is of what was reported; at submission both are the same.
    let leaf = kind == .burst ? item.submission.leaf : item.leaf
    if let body = rules.bodyOfLeaf[leaf], item.letters.insert(body).inserted {
      owe(item.number, "letter \(body.rawValue)")
    }
  }

  private mutating func recordListed(_ item: Item, _ now: Instant) {
    guard let rules = policy.measures.emergency, rules.trigger > 0,
      rules.leaves.contains(item.leaf)
    else { return }
    let street = item.street.index
    areas[street].listed = areas[street].listed.suffix(Int(rules.trigger) - 1) + [now]
    if areas[street].isEmergency {
      if areas[street].releaseAt < .distantFuture { areas[street].releaseAt = now + rules.quiet }
    } else if areas[street].listed.count == rules.trigger, let first = areas[street].listed.first,
      now - first <= rules.window
    {
      owe(.none, "emergency in \(street)")
    }
  }

  // MARK: - Modes and forms

  mutating func judgeMode(
    _ entry: JournalEntry, _ street: StreetID, _ mode: Mode, _ byCommand: Bool
  ) {
    guard let rules = policy.measures.emergency else { return note(entry, "no emergencies") }
    let isEmergency = mode == .emergency
    expect(entry, areas[street.index].isEmergency != isEmergency, "in that mode already")
    if isEmergency && !byCommand { pay(entry, "emergency in \(street.index)") }
    areas[street.index].isEmergency = isEmergency
    areas[street.index].releaseAt =
      isEmergency && !byCommand ? entry.at + rules.quiet : .distantFuture
    for number in items.keys where items[number]?.street == street {
      rehome(number, rules, isEmergency)
      guard isEmergency, let item = items[number], item.runs, rules.leaves.contains(item.leaf)
      else { continue }
      let sooner = deadline(rules.target, entry.at)
      if sooner < item.due { owe(number, "due mode \(sooner.milliseconds)") }
    }
  }

  private mutating func rehome(
    _ number: AppealNumber, _ rules: EmergencyRules, _ isEmergency: Bool
  ) {
    guard rules.post != .none, let item = items[number], item.node.performer == .post,
      item.relieved == .none, item.place != .held, item.place != .ended
    else { return }
    let home = usualIntake(item.submission, item.details, item.street)
    if isEmergency {
      // What somebody sent elsewhere is there for a reason.
      guard item.list == home else { return }
      if item.list != rules.post { movedThere.insert(number) }
      items[number]?.list = rules.post
    } else if movedThere.contains(number) {
      movedThere.remove(number)
      items[number]?.list = home
    }
  }

  /// The deadline under another leaf. A change of mode gave so much time from then on.
  func rederived(_ item: Item, _ leaf: LeafID, _ campaign: CampaignID) -> Instant {
    let isListed = policy.measures.emergency?.leaves.contains(leaf) == true
    guard item.byMode, isListed, areas[item.street.index].isEmergency else {
      return due(leaf, item.nature, item.street, campaign, item.countedFrom)
    }
    var due = min(item.due, deadline(target(leaf, item.nature), item.countedFrom))
    if campaign != .none, let target = policy.measures.campaigns[campaign.index].target {
      due = min(due, deadline(target, item.countedFrom))
    }
    return due
  }

  mutating func judgeForm(_ entry: JournalEntry) {
    guard let edition = policy.measures.edition, !isNextEdition else {
      return note(entry, "no next edition")
    }
    func successor(_ leaf: LeafID) -> LeafID {
      LeafID(policy.form.leaves.count + edition.successors[leaf.index].index)
    }
    for item in items.values where item.place != .ended {
      let leaf = successor(item.leaf)
      owe(item.number, "migrated \(leaf.rawValue)")
      guard edition.derivesDeadlines, item.runs, !item.granted, !item.breached else { continue }
      let due = rederived(item, leaf, item.campaign)
      if due != item.due { owe(item.number, "due migration \(due.milliseconds)") }
    }
    for index in contacts.indices { contacts[index].leaf = successor(contacts[index].leaf) }
    isNextEdition = true
  }
}
