import AppealCore
import CivicTime
import Indicators
import Testing

/// Counts of events, levels and durations.
struct CountTests {
  let district: TinyDistrict
  init() throws { district = try TinyDistrict() }

  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Script.at(day, hour, minute)
  }

  @Test("The backlog is averaged over time, from an opening backlog on")
  func backlog() throws {
    var script = Script()
    let old = script.submit(need: 1, at: at(14, 12))
    script.submit(need: 2, at: at(18, 12))
    script.close(old, at: at(16, 0))
    let measures = try script.measures(district)
    // One day with the old one, 3.5 days with the new one, of seven.
    #expect(Indicator.backlogMean.value(measures) == 4.5 / 7)
    #expect(measures.daily.map(\.backlog) == [1, 0, 0, 1, 1, 1, 1])
    #expect(measures.daily.map(\.submitted) == [0, 0, 0, 1, 0, 0, 0])
    #expect(measures.daily.map(\.closed) == [0, 1, 0, 0, 0, 0, 0])
  }

  @Test("The run-in and what follows the window are not counted")
  func outside() throws {
    var script = Script()
    let before = script.submit(need: 1, at: at(14, 9), channel: 1)
    script.add(
      before, .sentBack(UnitID(0), .none, list: ListID(0), nodeDue: .distantFuture),
      at: at(14, 10))
    script.add(before, .breached, at: at(14, 23))
    let after = script.submit(need: 2, at: at(22, 0))
    script.close(after, at: at(22, 1))
    let scalars = try script.measures(district).scalars
    #expect(scalars.submitted == 0)
    #expect(scalars.promoted == 0)
    #expect(scalars.returns == 0)
    #expect(scalars.breaches == 0)
    #expect(scalars.closed == 0)
    #expect(scalars.backlogEnd == 1)
  }

  @Test("Returns, redos and first dispatch")
  func quality() throws {
    var script = Script()
    let straight = script.submit(need: 1, at: at(15, 9))
    script.dispatch(straight, to: 0, at: at(15, 10))
    script.close(straight, at: at(15, 11))
    let strayed = script.submit(need: 2, at: at(15, 9))
    script.dispatch(strayed, to: 0, at: at(15, 10))
    script.add(
      strayed, .sentBack(UnitID(0), .notResponsible, list: ListID(0), nodeDue: .distantFuture),
      at: at(15, 11))
    script.dispatch(strayed, to: 1, at: at(15, 12))
    script.add(
      strayed, .redone(UnitID(1), list: ListID(2), nodeDue: .distantFuture), at: at(15, 13))
    script.close(strayed, at: at(15, 14))
    let answered = script.submit(need: 3, at: at(15, 9))
    script.close(answered, at: at(15, 9, 5))
    let measures = try script.measures(district)
    #expect(Indicator.firstDispatchShare.value(measures) == 0.5)
    #expect(Indicator.returnsPerAppeal.value(measures) == 1.0 / 3)
    #expect(Indicator.redoPerAppeal.value(measures) == 1.0 / 3)
  }

  @Test(
    "A wrong unit that keeps an appeal was the wrong one; a right one that is relieved, the right one"
  )
  func firstDispatch() throws {
    var script = Script()
    let kept = script.submit(need: 1, at: at(15, 9))
    script.dispatch(kept, to: 0, at: at(15, 10))
    script.close(kept, at: at(15, 11))
    let relieved = script.submit(need: 2, at: at(15, 9))
    script.dispatch(relieved, to: 0, at: at(15, 10))
    script.dispatch(relieved, to: 1, at: at(15, 11))
    script.close(relieved, at: at(15, 12))
    script.submit(need: 3, at: at(15, 9))
    script.truths = [(1 << 8, 0, 1), (2 << 8, 0, 0), (3 << 8, 0, 0)]
    let scalars = try script.measures(district).scalars
    #expect(scalars.dispatched == 2 && scalars.rightAtFirst == 1)
    #expect(scalars.closedByFirstUnit == 1)
    script.truths[0].unit = 0
    #expect(Indicator.firstDispatchShare.value(try script.measures(district)) == 1)
  }

  @Test("Appraisals: mean of the scores, and who answered")
  func satisfaction() throws {
    var script = Script()
    for need in 1...4 {
      let number = script.submit(need: UInt64(need), at: at(15, 9), channel: need == 1 ? 1 : 0)
      script.close(number, at: at(15, 12))
      guard need == 1 else { continue }
      script.add(
        number, .appraised(Appraisal(speed: 2, result: 3, attitude: 5, system: 4)), at: at(16, 9))
    }
    let measures = try script.measures(district)
    #expect(Indicator.satisfactionMean.value(measures) == 3.5)
    #expect(Indicator.responseShare.value(measures) == 0.25)
    #expect(Indicator.wechatShare.value(measures) == 0.25)
    #expect(Indicator.appeals.value(measures) == 4)
  }

  @Test("Time to close in elapsed and in office hours, to 1 %")
  func durations() throws {
    var script = Script()
    // Friday 17:00 to Monday 10:00: 65 hours, two of them in the office.
    let number = script.submit(need: 1, at: at(12, 17))
    script.close(number, at: at(15, 10))
    let measures = try script.measures(district)
    let elapsed = try #require(Indicator.closeHoursP50.value(measures))
    let working = try #require(Indicator.closeWorkingHoursP50.value(measures))
    #expect(abs(elapsed / 65 - 1) < 0.01)
    #expect(abs(working / 2 - 1) < 0.01)
  }

  @Test("Contacts and breaches by hour of the week")
  func heat() throws {
    var script = Script()
    script.submit(need: 1, at: at(15, 9), contact: at(14, 23, 59))
    let number = script.submit(need: 2, at: at(16, 10, 30))
    script.add(number, .breached, at: at(17, 10, 30) + 1)
    script.add(number, .nodeBreached(.accept), at: at(17, 11))
    let measures = try script.measures(district)
    #expect(measures.demandByHour.indices.filter { measures.demandByHour[$0] > 0 } == [34, 167])
    #expect(measures.breachesByHour.indices.filter { measures.breachesByHour[$0] > 0 } == [58])
    #expect(measures.daily.map(\.breached) == [0, 0, 1, 0, 0, 0, 0])
    #expect(measures.nodeBreaches[Int(Node.accept.rawValue)] == 1)
  }

  @Test("Merging two trials adds every count")
  func merge() throws {
    var script = Script()
    let number = script.submit(need: 1, at: at(15, 9))
    script.dispatch(number, to: 0, at: at(15, 10))
    script.close(number, at: at(15, 12))
    script.submit(need: 2, at: at(16, 9), channel: 1)
    let staff = StaffTally(
      role: .dispatch, heads: 2, paidHours: 80, cost: 0, busyHours: 40, tasks: 10,
      waitHours: 5, queueMean: 1)
    let once = try script.measures(district, staff: [staff])
    var twice = once
    twice.merge(once)
    #expect(twice.trials == 2)
    #expect(twice.scalars.own == TimelyCount(due: 4, onTime: 2))
    #expect(twice.closeTime.total == 2)
    #expect(twice.groups.unit[0] == TimelyCount(due: 2, onTime: 2))
    #expect(twice.daily[0].submitted == 2)
    // Ratios and means per trial stay what they were.
    for indicator in Indicator.catalogue {
      let (single, double) = (indicator.value(once), indicator.value(twice))
      #expect(single.map { ($0 * 1e9).rounded() } == double.map { ($0 * 1e9).rounded() })
    }
    #expect(Indicator.staffUtilisation.value(once) == 0.5)
    #expect(Indicator.dispatchWaitHours.value(once) == 0.5)
    #expect(Indicator.cost.value(once) == 80)
  }

  @Test("Ids are unique and all indicators of the command line are there")
  func catalogue() {
    let ids = Indicator.catalogue.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in [
      "on_time_share", "on_time_share_reference", "on_time_share_need", "first_dispatch_share",
      "returns_per_appeal", "backlog_mean", "backlog_end", "close_hours_p50", "close_hours_p90",
      "close_working_hours_p50", "satisfaction_mean", "wechat_share", "staff_utilisation",
      "paid_hours", "cost", "appeals",
    ] {
      #expect(Indicator.named(id)?.id == id)
    }
  }
}
