import AppealCore
import CivicTime
import Testing

@Suite("Clocks and breaches")
struct ClockTests {
  @Test("Closed exactly at the deadline is on time; a millisecond later it is a breach")
  func exactly() throws {
    let punctual = try Desk()
    try punctual.bring(1, .rubbish, to: .close, at: "03-05 09:00")
    try punctual.play([
      (
        "03-05 13:00", .submit(2, .rubbish),
        "#2 submitted on longtianPost, due 03-05 18:00, node due 03-05 15:00"
      ),
      ("03-05 15:00", .close(1), "closed"),
    ])
    #expect(punctual.core.view(of: 1)?.isBreached == false)

    let late = try Desk()
    try late.bring(1, .rubbish, to: .close, at: "03-05 09:00")
    try late.play([("03-05 15:00:00.001", .close(1), "breached; closed")])
    #expect(late.core.view(of: 1)?.isBreached == true)
  }

  @Test("Overall and node clocks ring once each, in order of time, then of number")
  func rings() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .blackout),
        "#2 submitted on longtianPost, due 03-05 10:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:30", .submit(3, .blackout),
        "#3 submitted on longtianPost, due 03-05 10:30, node due 03-05 10:30"
      ),
      (
        "03-05 11:00", nil,
        "03-05 10:00:00.001 #1 accept breached; 03-05 10:00:00.001 #2 breached"
          + "; 03-05 10:00:00.001 #2 accept breached; 03-05 10:30:00.001 #3 breached"
          + "; 03-05 10:30:00.001 #3 accept breached"
      ),
      ("03-06 09:00", nil, "03-05 15:00:00.001 #1 breached"),
    ])
    #expect(desk.core.nextAlarm == nil)
  }

  @Test("Alarms ring before a command, and stand if it is refused")
  func beforeCommands() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      ("03-05 10:00", .accept(1), "refused: notInHands"),
      ("03-05 10:00:00.001", .accept(1), "accept breached; refused: notInHands"),
      ("03-05 15:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 16:00", .accept(9), "03-05 15:00:00.001 #1 breached; refused: unknownAppeal"),
    ])
    #expect(desk.core.now.text == "03-05 15:00:00.001")
  }

  @Test("One alarm at a time; the next is known")
  func oneAtATime() throws {
    let desk = try Desk()
    for reference in 1...3 as ClosedRange<UInt64> {
      _ = desk.perform(.submit(reference, .rubbish), at: Instant("03-05 09:00"))
    }
    #expect(desk.core.nextAlarm?.text == "03-05 10:00:00.001")
    #expect(!desk.core.advance(to: Instant("03-05 10:00"), into: &desk.journal))
    let start = desk.journal.count
    for rung in 1...3 {
      #expect(desk.core.advance(to: Instant("03-05 10:01"), into: &desk.journal))
      #expect(desk.journal.count == start + rung)
      desk.core.audit()
    }
    #expect(!desk.core.advance(to: Instant("03-05 10:01"), into: &desk.journal))
    #expect(desk.core.nextAlarmOrDistantFuture.text == "03-05 15:00:00.001")
  }

  @Test("A node's clock starts on arrival at the node, on every visit")
  func nodeClocks() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      ("03-06 11:00:00.001", nil, "03-06 10:00:00.001 #1 handle breached"),
      ("03-06 12:00", .handle(1), "handle done, feedback"),
      ("03-06 14:00", .feedback(1, evidence: false), "feedback done, verify on longtianGrid"),
      ("03-06 15:00", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-06 16:00", .verify(1, passed: false), "redone by 1 on roads, node due 03-07 17:00"),
      ("03-08 15:00", nil, "03-07 17:00:00.001 #1 handle breached"),
    ])
  }

  @Test("Hand-over leaves the node's clock running")
  func handOver() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:50", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:55", .handOver(1, to: .centre), "handed over from longtianPost to centre"),
      (
        "03-05 10:05", .take(.centre),
        "03-05 10:00:00.001 #1 accept breached; #1 taken from centre by 7"
      ),
    ])
  }

  @Test("Filing another leaf re-derives the deadline from submission, with its ground")
  func reclassified() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .file, at: "03-05 09:00")
    try desk.bring(2, .rubbish, to: .file, at: "03-05 09:01")
    try desk.bring(3, .pothole, to: .file, at: "03-05 09:02")
    try desk.play([
      (
        "03-05 10:00", .file(1, .rubbish),
        "filed as 0, workflow 0, dispatch; due 03-05 15:00 (reclassification)"
      ),
      (
        "03-05 10:00", .file(2, .pothole),
        "filed as 1, workflow 1, dispatch; due 03-12 18:00 (reclassification)"
      ),
      ("03-05 10:00", .file(3, .noise), "filed as 3, workflow 1, dispatch"),
      ("03-05 10:00", .dispatch(3, to: .roads), "dispatched to 1, signIn on roads"),
    ])
  }

  @Test("A deadline re-derived into the past is missed at once, and only once")
  func reclassifiedLate() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .file, at: "03-05 09:00")
    try desk.bring(2, .blackout, to: .file, at: "03-05 09:01")
    try desk.play([
      (
        "03-05 11:00", .file(1, .blackout),
        "03-05 10:01:00.001 #2 breached; filed as 2, workflow 1, dispatch"
          + "; due 03-05 10:00 (reclassification); breached"
      ),
      ("03-05 11:01", .dispatch(1, to: .power), "dispatched to 2, signIn on power"),
      (
        "03-05 11:02", .file(2, .rubbish),
        "filed as 0, workflow 0, dispatch; due 03-05 15:01 (reclassification)"
      ),
      ("03-05 16:00", nil, "03-05 15:01:00.001 #2 breached"),
    ])
  }

  @Test("An extension counts from the present deadline")
  func extended() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      ("03-05 09:30", .extend(1, by: .working(.hours(4))), "due 03-06 10:00 (extended)"),
      ("03-05 09:31", .extend(1, by: .workingDays(1, .endOfDay)), "due 03-07 18:00 (extended)"),
      ("03-06 17:00", nil, "03-05 10:00:00.001 #1 accept breached"),
    ])
    #expect(desk.core.view(of: 1)?.extensions == 2)
  }

  @Test("No extension backwards, past the calendar, of nothing, or of a missed deadline")
  func extensionRefused() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .noise, .thanks),
        "#2 submitted on longtianPost, due never, node due 03-05 10:00"
      ),
      ("03-05 09:10", .extend(1, by: .working(0)), "refused: extensionNotAllowed"),
      ("03-05 09:10", .extend(1, by: .elapsed(-1)), "refused: extensionNotAllowed"),
      ("03-05 09:10", .extend(1, by: .elapsed(.days(400))), "refused: extensionNotAllowed"),
      ("03-05 09:10", .extend(1, by: .none), "refused: extensionNotAllowed"),
      ("03-05 09:10", .extend(2, by: .elapsed(1)), "refused: extensionNotAllowed"),
      ("03-05 09:10", .extend(3, by: .elapsed(1)), "refused: unknownAppeal"),
      (
        "03-05 15:00", .extend(1, by: .elapsed(1)),
        "03-05 10:00:00.001 accept breached; 03-05 10:00:00.001 #2 accept breached"
          + "; due 03-05 15:00:00.001 (extended)"
      ),
      ("03-05 15:00:00.002", .extend(1, by: .elapsed(1)), "breached; refused: extensionNotAllowed"),
    ])
  }

  @Test("What an extension gave, filing does not take")
  func extendedThenFiled() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .file, at: "03-05 09:00")
    try desk.bring(2, .rubbish, to: .file, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:30", .extend(1, by: .workingDays(1, .endOfDay)), "due 03-13 18:00 (extended)"),
      ("03-05 09:30", .extend(2, by: .workingDays(1, .endOfDay)), "due 03-06 18:00 (extended)"),
      ("03-05 09:31", .file(1, .rubbish), "filed as 0, workflow 0, dispatch"),
      (
        "03-05 09:31", .file(2, .noise),
        "filed as 3, workflow 1, dispatch; due 03-12 18:00 (reclassification)"
      ),
    ])
  }

  @Test("Limits: exceptions of single leaves, then classes, then natures")
  func limits() throws {
    var policy = try District.policy()
    policy.serviceLevels.leaves = [.pothole: .elapsed(.minutes(30)), .noise: .working(.hours(2))]
    let desk = try Desk(policy)
    try desk.play([
      (
        "03-05 09:00", .submit(1, .pothole),
        "#1 submitted on longtianPost, due 03-05 09:30, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .pothole, .enquiry),
        "#2 submitted on longtianPost, due 03-05 09:30, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(3, .noise, .petition),
        "#3 submitted on longtianPost, due 03-05 11:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(4, .rubbish, .petition),
        "#4 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(5, .rubbish, .suggestion),
        "#5 submitted on longtianPost, due 03-08 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(6, .rubbish, .enquiry),
        "#6 submitted on longtianPost, due 03-06 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(7, .rubbish, .thanks),
        "#7 submitted on longtianPost, due never, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(8, .blackout),
        "#8 submitted on longtianPost, due 03-05 10:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(9, .advice),
        "#9 submitted on longtianPost, due 03-07 09:00, node due 03-05 10:00"
      ),
    ])
    let ranks = (1...9).map { desk.core.view(of: AppealNumber($0))?.rank }
    #expect(ranks == [0, 0, 2, 2, 2, 2, 2, 0, 2])
  }

  @Test("Time never goes back, and never leaves the calendar")
  func time() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, .thanks),
        "#1 submitted on longtianPost, due never, node due 03-05 10:00"
      ),
      ("03-05 08:59:59.999", .take(.longtianPost), "refused: timeWentBack"),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      (
        "12-28 10:00", .submit(2, .noise),
        "03-05 10:00:00.001 #1 accept breached; refused: outsideCalendar"
      ),
      (
        "12-28 10:00", .submit(2, .rubbish),
        "#2 submitted on longtianPost, due 12-28 16:00, node due 12-28 11:00"
      ),
    ])
    let past = Instant("12-31 23:59:59.999") + 2
    #expect(desk.perform(.submit(3, .noise, .thanks), at: past).hasSuffix("outsideCalendar"))
    let before = try Desk()
    let early = Instant("01-01 00:00") - 1
    #expect(before.perform(.submit(1, .noise), at: early) == "refused: outsideCalendar")
  }
}
