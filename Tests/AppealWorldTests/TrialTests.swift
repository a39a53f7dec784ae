import AppealCore
import AppealWorld
import CivicTime
import Testing

/// What people do around the core, seen in the journal.
@Suite struct TrialTests {
  @Test func theJournalRebuildsTheCore() throws {
    let plan = try WorldFixture.plan()
    var trial = try Trial(plan: plan, seed: 3, replication: 1)
    var replica = try AppealCore(policy: plan.policy)
    var goesOn = true
    while goesOn {
      goesOn = trial.advance()
      for index in 0..<trial.journal.count { replica.evolve(trial.journal[index]) }
      trial.journal.removeAll(keepingCapacity: true)
    }
    #expect(replica.chain == trial.coreChain)
    #expect(replica.openAppeals == trial.openAppeals)
    #expect(trial.openAppeals > 0)
  }

  @Test func theSameSeedGivesTheSameJournal() throws {
    let plan = try WorldFixture.plan()
    func chain(_ seed: UInt64) throws -> UInt64 {
      var trial = try Trial(plan: plan, seed: seed, replication: 0)
      while trial.advance() { trial.journal.removeAll(keepingCapacity: true) }
      return trial.coreChain
    }
    #expect(try chain(1) == chain(1))
    #expect(try chain(1) != chain(2))
  }

  @Test func unitsOnOfficeHoursFinishInOfficeHours() throws {
    var plan = try WorldFixture.plan()
    for team in plan.teams.indices {
      for shift in plan.teams[team].shifts.indices {
        plan.teams[team].shifts[shift].calendar = plan.policy.calendar
      }
    }
    let clock = plan.policy.calendar.clock
    let handled = try WorldFixture.journal(plan).filter { entry in
      if case .advanced(.handle, _, _) = entry.change { true } else { false }
    }
    #expect(handled.count > 1_000)
    // A task may end exactly at closing time.
    #expect(handled.allSatisfy { clock.isWorking(at: $0.at) || clock.isWorking(at: $0.at - 1) })
  }

  @Test func perfectFormsLeaveNothingToSendBack() throws {
    // Version 2, by whose leaves the demand is told; the coarser version 1 names other units too.
    var plan = try WorldFixture.plan("reforms/package-2")
    #expect(returns(try WorldFixture.journal(plan)) > 300)
    plan.responsibility.finalUnits = nil
    plan.classification.filingAccuracy = 1
    #expect(returns(try WorldFixture.journal(plan)) == 0)
  }

  private func returns(_ journal: [JournalEntry]) -> Int {
    journal.count { if case .sentBack = $0.change { true } else { false } }
  }

  @Test func aPolledChannelRegistersInBatches() throws {
    let plan = try WorldFixture.plan()
    let entries = try WorldFixture.journal(plan)
    func distinctInstants(_ channel: Int) -> (appeals: Int, hours: Int) {
      let own = entries.filter { entry in
        if case .submitted(let item, _, _, _) = entry.change {
          return item.channel == ChannelID(channel) && item.reference & 255 == 0
        }
        return false
      }
      return (own.count, Set(own.map { $0.at.milliseconds / 3_600_000 }).count)
    }
    let (hotline, mailbox) = (distinctInstants(1), distinctInstants(4))
    #expect(hotline.appeals > 300 && mailbox.appeals > 300)
    let batch = Double(hotline.appeals) / Double(hotline.hours)
    #expect(batch > 2 * Double(mailbox.appeals) / Double(mailbox.hours))
  }

  @Test func waitingOutsideDelaysWithoutOccupying() throws {
    var plan = try WorldFixture.plan(explanation: "outside-waiting")
    func outcome() throws -> (late: Int, busy: Double) {
      var trial = try Trial(plan: plan, seed: 1, replication: 0)
      var late = 0
      var goesOn = true
      while goesOn {
        goesOn = trial.advance()
        for index in 0..<trial.journal.count {
          if case .breached = trial.journal[index].change { late += 1 }
        }
        trial.journal.removeAll(keepingCapacity: true)
      }
      return (late, trial.teamTallies().reduce(0) { $0 + $1.busyHours })
    }
    let waiting = try outcome()
    for unit in plan.units.indices { plan.units[unit].outsideShare = 0 }
    let atOnce = try outcome()
    #expect(waiting.late > 2 * atOnce.late)
    #expect(abs(waiting.busy / atOnce.busy - 1) < 0.05)
  }

  @Test func anOpeningBacklogIsThereBeforeTheRunIn() throws {
    var plan = try WorldFixture.plan()
    plan.window.openingBacklog = 200
    let early = WorldFixture.submissions(try WorldFixture.journal(plan))
      .count { $0.contactAt < plan.runInStart && $0.reference & 255 == 0 }
    // Those by the polled hotline may be registered past the window's end, or not at all.
    #expect((150...200).contains(early))
  }

  @Test func anImpossiblePlanIsRefusedWithASentence() throws {
    var plan = try WorldFixture.plan()
    plan.citizens.response = 1.5
    #expect(throws: WorldPlanError.self) { _ = try Trial(plan: plan, seed: 1, replication: 0) }
    var nobody = try WorldFixture.plan()
    nobody.teams.removeFirst()
    do {
      _ = try Trial(plan: nobody, seed: 1, replication: 0)
      Issue.record("a list that nobody serves was accepted")
    } catch {
      #expect("\(error)".contains("nobody serves"))
    }
  }
}
