/// The measures' part of the fingerprint.
extension MeasureTables {
  func fold(_ tables: borrowing PolicyTables, into sink: inout RuleSink) {
    foldOversight(&sink)
    foldCitizens(&sink)
    sink.add(emergency) { sink, terms in
      sink.add(terms.target)
      sink.add(terms.post.index)
      sink.add(terms.trigger)
      sink.add(span: terms.window)
      sink.add(span: terms.quiet)
    }
    for flag in [
      hasFirstHandler, hasKnowledge, answersRepeats, hasAdoption, derivesDeadlines, burst != nil,
    ] {
      sink.add(flag)
    }
    sink.add(editionStart)
    for leaf in 0..<tables.leafCount {
      sink.add(UInt64(leafFlags[leaf].rawValue) << 8 | UInt64(bodies[leaf].rawValue))
      sink.add(successors[leaf].index)
      if burst != nil { sink.add(UInt64(classes[leaf])) }
    }
    for lane in 0..<Lane.allCases.count {
      sink.add(UInt64(lanes[lane].rank))
      sink.add(span: lanes[lane].chaseAt)
    }
    sink.add(answers.count)
    for answer in answers {
      sink.add(answer.key)
      sink.add(UInt64(answer.answer.rawValue) << 8 | UInt64(answer.natures))
    }
    campaigns.fold(leaves: tables.leafCount, into: &sink)
    tags.fold(tables, campaigns: campaigns.count, into: &sink)
  }

  private func foldOversight(_ sink: inout RuleSink) {
    sink.add(supervision) { sink, ladder in
      sink.add(span: ladder.remindAt)
      sink.add(span: ladder.closeRemindAt)
      sink.add(ladder.supervise)
      sink.add(ladder.notice)
      sink.add(ladder.account)
      sink.add(UInt64(ladder.evidenceThreshold))
    }
    sink.add(credits) { sink, rules in
      sink.add(span: rules.earlyWithin)
      sink.add(UInt64(rules.earlyClose) << 8 | UInt64(rules.fiveStars))
    }
    sink.add(bulletin) { sink, rules in
      sink.add(rules.first)
      sink.add(span: rules.every)
    }
    sink.add(burst) { sink, terms in
      sink.add(terms.count)
      sink.add(span: terms.window)
      sink.add(terms.cells)
    }
  }

  private func foldCitizens(_ sink: inout RuleSink) {
    sink.add(support) { sink, rules in
      sink.add(UInt64(rules.order.rawValue) << 8 | UInt64(rules.limit))
    }
    sink.add(settleLiability)
    sink.add(lowScores) { sink, rules in
      sink.add(UInt64(rules.quarters))
      switch rules.answer {
      case .reopen: sink.add(0 as UInt64)
      case .callBack(let target):
        sink.add(1 as UInt64)
        sink.add(target)
      }
    }
    sink.add(duplicates) { sink, rules in
      sink.add(span: rules.window)
      sink.add(rules.merges)
    }
  }
}

extension CampaignTables {
  func fold(leaves leafCount: Int, into sink: inout RuleSink) {
    sink.add(count)
    for campaign in 0..<count {
      sink.add(terms[campaign].from)
      sink.add(terms[campaign].until)
      sink.add(terms[campaign].target)
      sink.add(UInt64(terms[campaign].rank))
    }
    for leaf in 0..<leafCount { sink.add(leaves[leaf]) }
    for place in 0..<count * streetCount { sink.add(streets[place]) }
  }
}

extension TagTables {
  func fold(_ tables: borrowing PolicyTables, campaigns: Int, into sink: inout RuleSink) {
    for place in 0..<tables.leafCount * Nature.count { sink.add(byLeafAndNature[place]) }
    for channel in 0..<tables.channelCount { sink.add(byChannel[channel]) }
    for street in 0..<tables.streetCount { sink.add(byStreet[street]) }
    for lane in 0..<Lane.allCases.count { sink.add(byLane[lane]) }
    for campaign in 0..<campaigns { sink.add(byCampaign[campaign]) }
    for count in 0..<256 {
      sink.add(byReturns[count])
      sink.add(byRedos[count])
      sink.add(byReopenings[count])
    }
    for tags in [
      unstructured, withPhotos, afterHours, isRepeat, inEmergency, burst, sensitive, extended,
      overdue, supported, disputed, rungs.0, rungs.1, rungs.2, rungs.3, urgent, priority, key,
      known, byCourse,
    ] {
      sink.add(tags)
    }
  }
}

extension LearnedRouter {
  func fold(leaves leafCount: Int, into sink: inout RuleSink) {
    sink.add(isOn)
    guard isOn else { return }
    sink.add(leadsFrom.bitPattern)
    for role in history.counts.roles { sink.add(UInt64(role)) }
    for leaf in 0..<leafCount { sink.add(UInt64(level1[leaf]) << 16 | UInt64(level2[leaf])) }
    let tuning = history.tuning
    for value in [
      tuning.priorCases, tuning.caution, tuning.rate, tuning.clip, tuning.initialWeight,
    ] {
      sink.add(value.bitPattern)
    }
    sink.add(tuning.settled)
  }
}
