import CivicTime

extension Policy {
  /// Checks the measures. O(leaves + rules).
  func validateMeasures() throws(PolicyError) {
    try validateTags()
    try validateCampaigns()
    try validateSupervision()
    try validateAnswers()
    try validateAlerts()
    try validateEmergency()
    try validateEdition()
    if let duplicates = measures.duplicates { try validate(duplicates.window, "duplicate") }
    try validateBulletin()
    for lane in Lane.allCases {
      guard let rule = measures.lanes[lane] else { continue }
      try requireRank(rule.rank, "lane \(lane)")
      if let chaseAt = rule.chaseAt { try requirePercent(chaseAt, "lane \(lane)") }
    }
    if let routing = measures.learnedRouting {
      try require(
        (0...101).contains(routing.leadsFrom), "learned routing",
        "leads from a share beyond 0 … 101")
    }
    if let credits = measures.credits { try requirePercent(credits.earlyWithin, "credits") }
    if let low = measures.lowScores {
      try require(low.quarters <= 20, "low scores", "has a threshold above five stars")
    }
    if case .callBack(let within) = measures.lowScores?.answer { try within.validate("call-backs") }
    if let repair = measures.repairFirst {
      try requireLeaves(repair.leaves, "repair first")
      try repair.settle.validate("liability cases")
    }
  }

  private func validateBulletin() throws(PolicyError) {
    guard let bulletin = measures.bulletin else { return }
    if bulletin.every < .hours(1) {
      throw .measure("bulletin", "comes more often than every hour: make its span longer")
    }
    try validate(bulletin.every, "bulletin")
    try require(
      calendar.covers(bulletin.first), "bulletin", "first goes out outside the working calendar")
  }

  private func validateTags() throws(PolicyError) {
    let registry = measures.tags
    if registry.kinds.count > 64 {
      throw .tooMany("kinds of tag", count: registry.kinds.count, limit: 64)
    }
    var ids: Set<String> = []
    for kind in registry.kinds {
      try require(ids.insert(kind.id).inserted, "tag \(kind.id)", "is registered twice")
      if let rank = kind.rank { try requireRank(rank, "tag \(kind.id)") }
    }
    for rule in registry.rules {
      try require(
        rule.tag.index < registry.kinds.count, "rule of tags", "sets a tag that is not registered")
      try require(
        try canHold(rule.condition), "rule of tag \(registry.kinds[rule.tag.index].id)",
        "has a condition that never holds")
    }
  }

  /// Whether a condition can ever hold. One of a measure that is off may: it waits for the measure.
  private func canHold(_ condition: TagRule.Condition) throws(PolicyError) -> Bool {
    switch condition {
    case .leaves(let leaves):
      try requireLeaves(leaves, "rule of tags")
      return !leaves.isEmpty
    case .channel(let channel): return channel.index < channels.count
    case .street(let street): return street.index < places.streets.count
    case .campaign(let campaign): return campaign.index < measures.campaigns.count
    case .returned(let times), .redone(let times), .reopened(let times): return times > 0
    default: return true
    }
  }

  private func validateCampaigns() throws(PolicyError) {
    if measures.campaigns.count > 64 {
      throw .tooMany("campaigns", count: measures.campaigns.count, limit: 64)
    }
    for campaign in measures.campaigns {
      let name = "campaign \(campaign.name)"
      try require(campaign.from < campaign.until, name, "ends before it begins")
      try requireLeaves(campaign.leaves, name)
      try require(
        campaign.streets.allSatisfy { $0.index < places.streets.count }, name,
        "names an unknown street")
      try campaign.target?.validate(name)
      if let rank = campaign.rank { try requireRank(rank, name) }
    }
  }

  private func validateSupervision() throws(PolicyError) {
    guard let ladder = measures.supervision else { return }
    try requirePercent(ladder.remindAt, "supervision")
    try requirePercent(ladder.closeRemindAt, "supervision")
    let rungs = [ladder.supervise, ladder.notice, ladder.account]
    for (position, target) in rungs.enumerated() {
      try target.validate("a rung of the ladder")
      try require(
        !rungs[..<position].contains { target.isShorter(than: $0) }, "supervision",
        "has a rung that rings before one below it")
    }
  }

  private func validateAnswers() throws(PolicyError) {
    guard let knowledge = measures.knowledge else { return }
    if knowledge.answers.count >= 65_535 {
      throw .tooMany("answers", count: knowledge.answers.count, limit: 65_534)
    }
    var keys: Set<UInt64> = []
    for answer in knowledge.answers {
      try requireLeaves([answer.leaf], "answer \(answer.title)")
      try require(
        keys.insert(UInt64(answer.leaf.rawValue) << 32 | UInt64(answer.textKey)).inserted,
        "answer \(answer.title)", "answers what another one answers")
    }
  }

  private func validateAlerts() throws(PolicyError) {
    guard let alerts = measures.alerts else { return }
    try require(
      alerts.classOfLeaf.count == allLeaves.count, "alerts", "do not class every leaf")
    try require(alerts.window >= 0, "alerts", "look at a negative span")
    try requireLeaves(alerts.sensitive, "sensitive list")
    for (leaf, body) in alerts.bodyOfLeaf {
      try requireLeaves([leaf], "oversight")
      try require(body.index < alerts.bodies.count, "oversight", "names an unknown body")
    }
    let cells = alerts.classCount * places.communities.count * max(1, Int(alerts.count))
    if cells > 50_000_000 {
      throw .tooMany("cells of the burst detector", count: cells, limit: 50_000_000)
    }
  }

  private func validateEmergency() throws(PolicyError) {
    guard let emergency = measures.emergency else { return }
    try requireLeaves(emergency.leaves, "emergency")
    try emergency.target.validate("emergency")
    try validate(emergency.quiet, "quiet")
    try require(
      emergency.post == .none || emergency.post.index < dispatch.posts.count, "emergency",
      "merges the lists of an area into an unknown post")
    try require(
      emergency.window >= 0 && emergency.quiet > 0, "emergency", "has a span that is not positive")
  }

  private func validateEdition() throws(PolicyError) {
    guard let edition = measures.edition else { return }
    try edition.form.validate(units: units.count, streets: places.streets)
    try require(
      edition.successors.count == form.leaves.count, "next edition of the form",
      "does not say which leaf follows each of the present ones")
    try require(
      edition.successors.allSatisfy { $0.index < edition.form.leaves.count },
      "next edition of the form", "names a successor that it does not have")
  }

  private func requireLeaves(
    _ leaves: Set<LeafID>, _ what: String
  ) throws(PolicyError) {
    let count = form.leaves.count + (measures.edition?.form.leaves.count ?? 0)
    try require(leaves.allSatisfy { $0.index < count }, what, "names an unknown leaf")
  }

  private func requireRank(_ rank: UInt8, _ what: String) throws(PolicyError) {
    try require(rank <= Rank.normal, what, "has a rank beyond 0 … 2")
  }

  private func requirePercent(_ share: Int64, _ what: String) throws(PolicyError) {
    try require((0...100).contains(share), what, "has a percentage beyond 0 … 100")
  }

  private func require(
    _ holds: Bool, _ what: String, _ problem: String
  ) throws(PolicyError) {
    if !holds { throw .measure(what, problem) }
  }
}
