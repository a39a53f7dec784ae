import AppealCore
import CivicTime
import Testing

@Suite("Supervision ladder")
struct LadderTests {
  /// Reminded after half the time; supervised 1 hour, notified 2 and held to account 5 hours late.
  private func desk(_ change: (inout Policy) -> Void = { _ in }) throws -> Desk {
    try Desk {
      $0.measures.supervision = Supervision(
        remindAt: 50, closeRemindAt: 50, supervise: .elapsed(.hours(1)),
        notice: .elapsed(.hours(2)), account: .elapsed(.hours(5)), evidenceThreshold: 0)
      $0.serviceLevels.nodes = [:]
      change(&$0)
    }
  }

  @Test("Each rung once, at its instant, against whoever has the appeal then")
  func rungs() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .blackout))
    try desk.play([
      ("03-05 09:29:59.999", nil, ""),
      ("03-05 09:30", nil, "#1 remind longtianPost"),
      ("03-05 09:40", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:40", .accept(1), "accept done, file"),
      ("03-05 09:40", .file(1, .blackout), "filed as 2, workflow 1, dispatch"),
      ("03-05 09:40", .dispatch(1, to: .power), "dispatched to 2, signIn on power"),
      ("03-05 10:00", nil, ""),
      ("03-05 10:59:59.999", nil, "03-05 10:00:00.001 #1 breached"),
      ("03-05 11:00", nil, "#1 supervise unit 2"),
      ("03-05 11:10", .take(.power), "#1 taken from power by 7"),
      ("03-05 12:00", nil, "#1 notice unit 2, person 7"),
      ("03-05 14:59:59.999", nil, ""),
      ("03-05 15:00", nil, "#1 account unit 2, person 7"),
      ("03-09 15:00", nil, ""),
    ])
    #expect(try desk.view(1).nextRung == nil)
    #expect(desk.core.ledger(of: .power)?.rungs == 3)
  }

  @Test("A reminder at the deadline comes before the breach, a rung without delay after it")
  func order() throws {
    let desk = try desk {
      $0.measures.supervision?.remindAt = 100
      $0.measures.supervision?.supervise = .elapsed(0)
      $0.measures.supervision?.notice = .none
    }
    desk.pass("03-05 09:00", .submit(1, .blackout))
    try desk.play([
      (
        "03-07 10:00", nil,
        "03-05 10:00 #1 remind longtianPost; 03-05 10:00:00.001 #1 breached; "
          + "03-05 10:00:00.001 #1 supervise longtianPost; 03-05 15:00 #1 account longtianPost"
      )
    ])
    #expect(try desk.view(1).nextRung == nil)
  }

  @Test(
    "A rung that rang does not ring again after an extension; the next follows the new deadline")
  func extended() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .blackout), .submit(2, .blackout))
    try desk.play([
      ("03-05 09:20", .extend(2, by: .elapsed(.hours(3))), "due 03-05 13:00 (extended)"),
      (
        "03-05 09:40", .extend(1, by: .elapsed(.hours(3))),
        "03-05 09:30 remind longtianPost; due 03-05 13:00 (extended)"
      ),
      ("03-05 10:59:59.999", nil, ""),
      ("03-05 11:00", nil, "#2 remind longtianPost"),
      ("03-05 13:30", nil, "03-05 13:00:00.001 #1 breached; 03-05 13:00:00.001 #2 breached"),
      ("03-05 14:00", nil, "#1 supervise longtianPost; #2 supervise longtianPost"),
    ])
  }

  @Test("A suspended appeal is not supervised; its ladder goes on later by the time it stood still")
  func suspended() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .blackout), .submit(2, .blackout))
    try desk.play([
      ("03-05 09:10", .suspend(1, .weather), "suspended (weather)"),
      (
        "03-05 10:30", .suspend(2, .weather),
        "03-05 09:30 remind longtianPost; 03-05 10:00:00.001 breached; suspended (weather)"
      ),
      ("03-05 20:00", nil, ""),
      ("03-05 20:00", .resume(1), "resumed, due 03-05 20:50"),
      ("03-05 20:00", .resume(2), "resumed, due 03-05 10:00"),
      ("03-05 20:20", nil, "#1 remind longtianPost"),
      ("03-05 20:30:00.001", nil, "03-05 20:30 #2 supervise longtianPost"),
      ("03-05 20:40", .suspend(2, .weather), "suspended (weather)"),
      ("03-05 20:50", .resume(2), "resumed, due 03-05 10:00"),
      (
        "03-05 21:40", nil,
        "03-05 20:50:00.001 #1 breached; #2 notice longtianPost"
      ),
    ])
  }

  @Test("Merged appeals are not supervised; a reopened one climbs the ladder anew")
  func reopened() throws {
    let desk = try desk()
    try desk.bring(1, .blackout, to: .close, at: "03-05 09:00", unit: .power)
    desk.pass("03-05 09:00", .submit(2, .blackout))
    try desk.play([
      ("03-05 09:10", .merge(2, into: 1), "merged into #1"),
      ("03-05 09:40", .close(1), "03-05 09:30 remind longtianGrid, person 7; closed; #2 closed"),
      ("03-05 20:00", .reopen(1, .supervision), "reopened (supervision) on power, due 03-05 21:00"),
      ("03-05 20:30", nil, "#1 remind unit 2"),
      ("03-05 22:00", nil, "03-05 21:00:00.001 #1 breached; #1 supervise unit 2"),
    ])
  }

  @Test("No limit, no ladder; none where the calendar ends; no ladder without the measure")
  func none() throws {
    let desk = try desk()
    desk.pass("03-05 09:00", .submit(1, .noise, .thanks))
    try desk.play([("06-05 09:00", nil, "")])
    let last = try self.desk()
    last.pass("12-31 23:30", .submit(1, .blackout))
    let said = last.perform(nil, at: Instant("12-31 23:30") + .hours(9))
    #expect(said == "01-01 00:00 #1 remind longtianPost; 01-01 00:30:00.001 #1 breached")
    let off = try Desk { $0.serviceLevels.nodes = [:] }
    off.pass("03-05 09:00", .submit(1, .blackout))
    try off.play([("03-06 09:00", nil, "03-05 10:00:00.001 #1 breached")])
  }

  @Test("Working time counts for rungs as for limits")
  func workingTime() throws {
    let desk = try desk {
      $0.measures.supervision?.supervise = .workingDays(1, .endOfDay)
      $0.measures.supervision?.notice = .workingDays(2, .endOfDay)
    }
    desk.pass("03-09 09:00", .submit(1, .blackout))
    try desk.play([
      (
        "03-12 17:59:59.999", nil,
        "03-09 09:30 #1 remind longtianPost; 03-09 10:00:00.001 #1 breached"
      ),
      ("03-12 18:00", nil, "#1 supervise longtianPost"),
      ("03-13 18:00", nil, "#1 notice longtianPost; #1 account longtianPost"),
    ])
  }
}
