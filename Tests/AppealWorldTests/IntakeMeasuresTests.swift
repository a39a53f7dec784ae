import AppealCore
import AppealWorld
import CivicTime
import Testing

/// What contacts tell, and what becomes of them before anybody works on them.
@Suite struct IntakeMeasuresTests {
  @Test func knownCitizensLetDuplicatesBeMerged() throws {
    var plan = try WorldFixture.plan()
    plan.citizens.duplicate = 0.2
    plan.participation.knownCitizens = 1
    plan.policy.measures.duplicates = DuplicateRules(window: .days(14), merges: true)
    let merged = try MeasuresFixture.run(plan)
    let found = merged.count { if case .duplicateFound = $0 { true } else { false } }
    #expect(found > 300)
    #expect(merged.counters.measures.merged > 100)
    plan.policy.measures.duplicates?.merges = false
    let apart = try MeasuresFixture.run(plan)
    #expect(
      merged.busy(plan) { $0 == .dispatch } < 0.95 * apart.busy(plan) { $0 == .dispatch })
    plan.participation.knownCitizens = 0
    let unknown = try MeasuresFixture.run(plan)
    #expect(unknown.count { if case .duplicateFound = $0 { true } else { false } } == 0)
  }

  @Test func freeTextCostsThePostTimeAndGoesWhereItIsMadeClear() throws {
    var plan = try WorldFixture.plan()
    let base = try MeasuresFixture.run(plan)
    plan.participation.freeText = plan.channels.map { _ in 0.5 }
    plan.participation.clarifyHours = MeasuresFixture.constant(0.1)
    let free = try MeasuresFixture.run(plan)
    let described = free.count {
      if case .described(let details) = $0 { !details.traits.contains(.structured) } else { false }
    }
    let share = Double(described) / Double(free.counters.appeals)
    #expect(abs(share - 0.5) < 0.03)
    let more = free.busy(plan) { $0 == .dispatch } - base.busy(plan) { $0 == .dispatch }
    #expect(more > 0.04 * Double(base.counters.appeals) * 0.5)
  }

  @Test func fewerErrorsInFieldsMeanFewerCorrections() throws {
    var plan = try WorldFixture.plan()
    func corrections() throws -> Int {
      try MeasuresFixture.run(plan).count {
        if case .deadlineChanged(.reclassification, _) = $0 { true } else { false }
      }
    }
    let before = try corrections()
    plan.effects.structuredErrors = 0
    #expect(try corrections() < before / 2)
  }

  @Test(arguments: [0.8, 1.2]) func easierEntryChangesVolumeAndNoOtherNeed(_ factor: Double) throws
  {
    let plan = try WorldFixture.plan()
    var easier = plan
    easier.effects.easierEntry = factor
    func first(_ plan: WorldPlan) throws -> Set<UInt64> {
      Set(
        WorldFixture.submissions(try WorldFixture.journal(plan))
          .filter { $0.reference & 255 == 0 && $0.contactAt < plan.windowEnd - .days(14) }
          .map(\.reference))
    }
    let (base, changed) = (try first(plan), try first(easier))
    #expect(factor > 1 ? changed.isSuperset(of: base) : changed.isSubset(of: base))
    // Added needs come a week later, so that the first week of the run has none.
    #expect(abs(Double(changed.count) / Double(base.count) - factor) < (factor > 1 ? 0.06 : 0.03))
  }

  @Test func earlyActionRemovesFollowUpsAfterAnAlert() throws {
    var plan = try WorldFixture.plan()
    plan.policy.measures.alerts = MeasuresFixture.alerts(plan.policy)
    let base = try MeasuresFixture.run(plan)
    #expect(base.count { $0.isBurst } > 10)
    plan.effects.earlyAction = 1
    let acted = try MeasuresFixture.run(plan)
    #expect(acted.counters.measures.preventedNeeds > 50)
    #expect(acted.counters.appeals < base.counters.appeals - 40)
    // No need that follows none is kept away.
    #expect(firstNeeds(acted) == firstNeeds(base))
    plan.policy.measures.alerts = nil
    #expect(try MeasuresFixture.run(plan).counters.measures.preventedNeeds == 0)
  }

  /// Needs whose number says that they follow no other, of those in contact well before the end.
  private func firstNeeds(_ outcome: MeasuresFixture.Outcome) -> Set<UInt64> {
    let items = WorldFixture.submissions(outcome.entries)
    let last = items.map(\.contactAt).max() ?? .distantPast
    return Set(
      items.filter { $0.contactAt < last - .days(14) && $0.reference & 255 == 0 }
        .map { $0.reference >> 8 }.filter { $0 & 63 == 1 })
  }

  @Test func refusedContactsAreCountedByKind() throws {
    var plan = try WorldFixture.plan()
    plan.participation.freeText[0] = 0.5
    plan.policy.channels[0].requires = .structured
    let last = plan.channels.count - 1
    plan.policy.channels[last].phase = .closed(successor: ChannelID(0))
    plan.policy.channels[last].whenClosed = .refuse
    let counts = try MeasuresFixture.run(plan).counters.measures
    #expect(counts.refusedAsIncomplete > 100)
    #expect(counts.refusedByClosedChannel > 50)
  }

  @Test func preparedAnswersCloseAtOnceUnlessTheyAreRejected() throws {
    var plan = try WorldFixture.plan()
    let leaves = plan.policy.form.leaves.indices
    plan.policy.measures.knowledge = KnowledgeBase(
      answers: leaves.map {
        .init(leaf: LeafID($0), textKey: 0, title: "answer", natures: Set(Nature.allCases))
      },
      answersRepeats: false)
    plan.participation.replies = .init(
      hit: 0.5, accepted: 0.8, rejectionHours: MeasuresFixture.constant(2))
    let outcome = try MeasuresFixture.run(plan)
    let replied = outcome.count { if case .repliedInstantly = $0 { true } else { false } }
    let rejected = outcome.count {
      if case .reopened(.replyRejected, _, _, _) = $0 { true } else { false }
    }
    #expect(abs(Double(replied) / Double(outcome.counters.appeals) - 0.5) < 0.03)
    #expect(abs(Double(rejected) / Double(replied) - 0.2) < 0.03)
    #expect(closesAfterRejection(outcome) * 10 > rejected * 8)
    plan.participation.replies.hit = 0
    #expect(try MeasuresFixture.run(plan).meanHours > 1.3 * outcome.meanHours)
  }

  @Test func wordsCloseEnquiriesAndNoComplaint() throws {
    var plan = try WorldFixture.plan()
    plan.policy.measures.knowledge = KnowledgeBase(
      answers: plan.policy.form.leaves.indices.map {
        .init(leaf: LeafID($0), textKey: 0, title: "answer")
      }, answersRepeats: false)
    plan.participation.replies.hit = 1
    let outcome = try MeasuresFixture.run(plan)
    var natures: [AppealNumber: Nature] = [:]
    var replied = 0
    for entry in outcome.entries {
      switch entry.change {
      case .submitted(let submission, _, _, _): natures[entry.appeal] = submission.nature
      case .repliedInstantly:
        replied += 1
        #expect(natures[entry.appeal] == .enquiry)
      default: break
      }
    }
    #expect(replied == natures.values.count { $0 == .enquiry })
  }

  @Test func repeatsGetTheStateOfTheirOriginalAndBadResultsAreDoneAgain() throws {
    var plan = try WorldFixture.plan()
    plan.citizens.comesBack = 1
    plan.verification.sensitivity = 0
    for unit in plan.units.indices { plan.units[unit].redo = 0.3 }
    plan.participation.knownCitizens = 1
    plan.participation.replies.rejectionHours = MeasuresFixture.constant(1)
    plan.policy.measures.duplicates = DuplicateRules(window: .days(60), merges: false)
    plan.policy.measures.knowledge = KnowledgeBase(answers: [], answersRepeats: true)
    let outcome = try MeasuresFixture.run(plan)
    var ordinals: [AppealNumber: UInt64] = [:]
    var (told, brought, rejected) = (0, 0, 0)
    for entry in outcome.entries {
      switch entry.change {
      case .submitted(let submission, _, _, _): ordinals[entry.appeal] = submission.reference & 255
      case .repliedInstantly(.original):
        if (ordinals[entry.appeal] ?? 0) < 3 { told += 1 } else { brought += 1 }
      case .reopened(.replyRejected, _, _, _):
        rejected += 1
        #expect((ordinals[entry.appeal] ?? 0) >= 3)
      default: break
      }
    }
    #expect(told > 100 && brought > 100)
    #expect(rejected >= brought - 3)
  }

  private func closesAfterRejection(_ outcome: MeasuresFixture.Outcome) -> Int {
    var rejected: Set<AppealNumber> = []
    return outcome.entries.count { entry in
      switch entry.change {
      case .reopened(.replyRejected, _, _, _):
        rejected.insert(entry.appeal)
        return false
      case .closed: return rejected.contains(entry.appeal)
      default: return false
      }
    }
  }

  @Test func answersByWordingFitTheirWordingOnly() throws {
    var plan = try WorldFixture.plan()
    plan.participation.replies.hit = 1
    func replies(_ variants: Range<Int>) throws -> Int {
      var answers: [KnowledgeBase.Answer] = []
      for (leaf, form) in plan.responsibility.formLeaf.enumerated() {
        for variant in variants {
          let key = Wording.key(leaf: UInt16(leaf), variant: variant)
          answers.append(
            .init(leaf: form, textKey: key, title: "answer", natures: Set(Nature.allCases)))
        }
      }
      plan.policy.measures.knowledge = KnowledgeBase(answers: answers, answersRepeats: false)
      return try MeasuresFixture.run(plan).counters.measures.instantReplies
    }
    let all = try replies(0..<Wording.variants)
    #expect(all > 1_000)
    #expect(abs(Double(try replies(0..<2)) / Double(all) - 0.25) < 0.04)
  }

  @Test func aFormChangesOnItsDate() throws {
    var plan = try WorldFixture.plan()
    let form = plan.policy.form
    plan.policy.measures.edition = FormEdition(
      form: form, successors: form.leaves.indices.map { LeafID($0) }, derivesDeadlines: false)
    plan.formChangesAt = plan.windowStart + .days(10)
    let outcome = try MeasuresFixture.run(plan)
    #expect(outcome.count { if case .formChanged = $0 { true } else { false } } == 1)
    let start = form.leaves.count
    let filed = outcome.entries.filter { entry in
      guard case .filed(let leaf, _, _, _) = entry.change else { return false }
      return leaf.index >= start
    }
    #expect(filed.count > 500)
    #expect(filed.allSatisfy { $0.at >= plan.windowStart + .days(10) })
  }
}

extension Change {
  var isBurst: Bool { if case .alertRaised(.burst) = self { true } else { false } }
}
