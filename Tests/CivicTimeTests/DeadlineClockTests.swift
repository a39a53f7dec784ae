import CivicTime
import Testing

struct DeadlineClockTests {
  private let calendar: WorkingCalendar
  private var clock: WorkingClock { calendar.clock }

  init() throws {
    calendar = try CivicTimeTests.calendar(
      "Mon-Fri 9-17", from: "2018-10-01", through: "2018-10-31")
  }

  @Test(arguments: [
    // Friday 15:00, stopped from 16:00 to Monday 11:00.
    ("4wh", "2018-10-12T15:00", "2018-10-12T16:00", "2018-10-15T11:00", "2018-10-15T14:00"),
    ("4h", "2018-10-12T15:00", "2018-10-12T16:00", "2018-10-15T11:00", "2018-10-15T14:00"),
    // Two days' limit, due Tuesday 17:00; 17 h left when it stops, so one hour into Thursday.
    ("2wd", "2018-10-12T15:00", "2018-10-12T16:00", "2018-10-16T09:00", "2018-10-18T10:00"),
    // Stopped before it was opened: the whole budget is left.
    ("4wh", "2018-10-13T15:00", "2018-10-14T16:00", "2018-10-15T12:00", "2018-10-15T16:00"),
    // Stopped exactly when due: it falls due at once.
    ("1wh", "2018-10-12T15:00", "2018-10-12T16:00", "2018-10-12T16:30", "2018-10-12T16:30"),
    // Overdrawn by an hour: so it stays.
    ("1wh", "2018-10-12T14:00", "2018-10-12T16:00", "2018-10-15T10:30", "2018-10-15T09:30"),
    ("1h", "2018-10-12T14:00", "2018-10-12T16:00", "2018-10-15T10:30", "2018-10-15T09:30"),
    ("0wd", "2018-10-12T14:00", "2018-10-15T10:00", "2018-10-15T12:00", "2018-10-15T11:00"),
  ])
  func keepsTheBudget(
    _ target: String, _ start: String, _ stop: String, _ go: String, _ due: String
  )
    throws
  {
    var limit = DeadlineClock(
      try Target(parsing: target), from: try instant(start), on: clock)
    limit.suspend(at: try instant(stop), on: clock)
    #expect(limit.due == .distantFuture && limit.isSuspended)
    limit.resume(at: try instant(go), on: clock)
    #expect(limit.due == (try instant(due)) && !limit.isSuspended)
  }

  @Test func nothingHappensTwice() throws {
    var limit = DeadlineClock(.working(.hours(4)), from: try instant("2018-10-12T09:00"), on: clock)
    let running = limit
    limit.resume(at: try instant("2018-10-12T10:00"), on: clock)
    #expect(limit == running)
    limit.suspend(at: try instant("2018-10-12T10:00"), on: clock)
    let stopped = limit
    limit.suspend(at: try instant("2018-10-12T12:00"), on: clock)
    limit.rederive(on: clock)
    #expect(limit == stopped && limit.budget == .working(.hours(3)))
  }

  @Test func noLimitStaysNone() throws {
    var limit = DeadlineClock(.none, from: try instant("2018-10-12T09:00"), on: clock)
    limit.suspend(at: try instant("2018-10-12T10:00"), on: clock)
    limit.resume(at: try instant("2018-10-12T11:00"), on: clock)
    #expect(limit.due == .distantFuture && limit.budget == .none)
  }

  @Test func followsAChangedCalendar() throws {
    var plan = calendar.plan
    plan.closures = [LocalClosure(on: try date("2018-10-15"))]
    let changed = try WorkingCalendar(
      plan, from: calendar.days.lowerBound, through: calendar.days.upperBound)
    let filed = try instant("2018-10-12T15:00")
    var stopped = DeadlineClock(.working(.hours(4)), from: filed, on: clock)
    stopped.suspend(at: try instant("2018-10-12T16:00"), on: clock)
    stopped.resume(at: try instant("2018-10-15T11:00"), on: changed.clock)
    #expect(stopped.due == (try instant("2018-10-16T12:00")))
    var running = DeadlineClock(.workingDays(1, .endOfDay), from: filed, on: clock)
    #expect(running.due == (try instant("2018-10-15T17:00")))
    running.rederive(on: changed.clock)
    #expect(running.due == (try instant("2018-10-16T17:00")))
  }

  @Test func aDeadlinePastTheHorizonIsFoundOnALongerCalendar() throws {
    let longer = try CivicTimeTests.calendar(
      "Mon-Fri 9-17", from: "2018-10-01", through: "2018-11-30")
    for (target, due) in [("3wd", "2018-11-05T17:00"), ("16wh", "2018-11-01T16:00")] {
      let target = try Target(parsing: target)
      var limit = DeadlineClock(target, from: try instant("2018-10-31T10:00"), on: clock)
      #expect(limit.due == .distantFuture)
      limit.suspend(at: try instant("2018-10-31T11:00"), on: clock)
      limit.resume(at: try instant("2018-10-31T12:00"), on: longer.clock)
      let expected = target == .working(.hours(16)) ? "2018-11-02T11:00" : due
      #expect(limit.due == (try instant(expected)))
    }
  }

  /// However often it is stopped, the working time it ran until due is its target.
  @Test func runsForItsTarget() throws {
    var random = SplitMix64(seed: 15)
    for _ in 0..<500 {
      let work = Milliseconds.minutes(Int64(random.int(60...3_000)))
      var now = try instant("2018-10-01T00:00") + .minutes(Int64(random.int(0...3_000)))
      var limit = DeadlineClock(.working(work), from: now, on: clock)
      var ran: Milliseconds = 0
      while limit.due != .distantFuture {
        let stop = now + .minutes(Int64(random.int(1...2_000)))
        ran += clock.workingTime(from: now, to: min(stop, limit.due))
        if stop >= limit.due { break }
        limit.suspend(at: stop, on: clock)
        #expect(limit.budget == .working(work - ran))
        now = stop + .minutes(Int64(random.int(1...1_000)))
        limit.resume(at: now, on: clock)
      }
      #expect(ran == work)
    }
  }

  @Test func isSmall() {
    #expect(MemoryLayout<WorkingClock>.size == 8)
    #expect(MemoryLayout<Target>.size <= 24)
    #expect(MemoryLayout<DeadlineClock>.size <= 48)
  }
}
