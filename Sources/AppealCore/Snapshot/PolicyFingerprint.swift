import CivicTime

extension AppealCore {
  /// A hash of all rules the core decides by, and of the calendar: records belong to one policy.
  ///
  /// Names of streets, units and the like are not part of it, but for those by which routing tells
  /// the roles of units. O(leaves × streets + spans of the calendar).
  public var policyFingerprint: UInt64 {
    var sink = RuleSink()
    fold(clock, &sink)
    tables.fold(into: &sink)
    tables.measures.fold(tables, into: &sink)
    router.fold(leaves: tables.leafCount, into: &sink)
    return sink.hash
  }

  /// All openings and closings of the calendar.
  private func fold(_ clock: WorkingClock, _ sink: inout RuleSink) {
    sink.add(clock.start)
    sink.add(clock.end)
    var instant = clock.start
    while instant < clock.end {
      let open = clock.nextOpening(atOrAfter: instant)
      sink.add(open)
      guard open < clock.end else { break }
      instant = clock.nextClosing(after: open)
      sink.add(instant)
    }
  }
}

/// Takes in rules, word by word.
struct RuleSink {
  private(set) var hash = Fold.seed

  mutating func add(_ word: UInt64) { hash = Fold.absorb(word, into: hash) }
  mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }
  mutating func add(_ flag: Bool) { add(flag ? 1 : 0 as UInt64) }
  mutating func add(_ instant: Instant) { add(UInt64(bitPattern: instant.milliseconds)) }
  mutating func add(span: Milliseconds) { add(UInt64(bitPattern: span)) }
  mutating func add(_ tags: TagSet) { add(tags.rawValue) }

  /// What is not there differs from all that can be.
  mutating func add<Rules>(_ rules: Rules?, _ body: (inout RuleSink, Rules) -> Void) {
    add(rules != nil)
    if let rules { body(&self, rules) }
  }

  mutating func add(_ target: Target) {
    switch target {
    case .none: add(0 as UInt64)
    case .elapsed(let span):
      add(1 as UInt64)
      add(span: span)
    case .working(let span):
      add(2 as UInt64)
      add(span: span)
    case .workingDays(let count, let rule):
      add(3 as UInt64)
      add(Int(count))
      switch rule {
      case .endOfDay: add(0 as UInt64)
      case .sameClockTime: add(1 as UInt64)
      case .hoursPerDay(let hours):
        add(2 as UInt64)
        add(span: hours)
      }
    }
  }
}

extension PolicyTables {
  func fold(into sink: inout RuleSink) {
    for count in [
      channelCount, leafCount, streetCount, communityCount, unitCount, postCount, workflowCount,
      topPost.index, unclear.index,
    ] {
      sink.add(count)
    }
    sink.add(mayHandUp)
    sink.add(mayHandDown)
    sink.add(mayHandAcross)
    sink.add(UInt64(order.rawValue))
    sink.add(UInt64(returns.limit) << 8 | UInt64(returns.escalateFrom))
    sink.add(span: windows.appraisal)
    sink.add(span: windows.reopening)
    sink.add(span: windows.idempotency)
    sink.add(span: windows.adoption)
    foldLeaves(&sink)
    foldPlaces(&sink)
    for node in 0..<Node.count { sink.add(nodeTargets[node]) }
    for place in 0..<workflowCount * Node.count { sink.add(UInt64(nextNodes[place].rawValue)) }
    for workflow in 0..<workflowCount {
      sink.add(UInt64(firstNodes[workflow].rawValue))
      sink.add(appraised[workflow])
      sink.add(givesFeedback[workflow])
    }
  }

  private func foldLeaves(_ sink: inout RuleSink) {
    for place in 0..<leafCount * Nature.count {
      let rule = rules[place]
      sink.add(targets[Int(rule.target)])
      sink.add(UInt64(rule.workflow) << 8 | UInt64(rule.rank))
    }
    for leaf in 0..<leafCount { sink.add(needsEvidence[leaf]) }
    for place in 0..<leafCount * streetCount { sink.add(owners[place].index) }
  }

  private func foldPlaces(_ sink: inout RuleSink) {
    for community in 0..<communityCount { sink.add(streets[community].index) }
    for channel in 0..<channelCount {
      let rule = channels[channel]
      sink.add(rule.closesAt)
      sink.add(rule.successor.index)
      sink.add(UInt64(rule.requires.rawValue) << 1 | (rule.redirects ? 1 : 0))
    }
    for place in 0..<channelCount * streetCount { sink.add(intakes[place].index) }
    for unit in 0..<unitCount { sink.add(unitPosts[unit].index) }
    for post in 0..<postCount { sink.add(posts[post].parent.index) }
  }
}
