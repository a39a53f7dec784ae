import AppealCore
import CivicTime
import Testing

@Suite("Evidence of shirking and idling")
struct EvidenceTests {
  private func desk(_ threshold: UInt16 = 0, _ change: (inout Policy) -> Void = { _ in }) throws
    -> Desk
  {
    try Desk {
      $0.measures.supervision = Supervision(
        remindAt: 100, closeRemindAt: 100, supervise: .none, notice: .none, account: .none,
        evidenceThreshold: threshold)
      change(&$0)
    }
  }

  @Test("Shirking: a return without a ground, and a second return by the unit that the form names")
  func shirking() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:00", .sendBack(1, .none),
        "groundlessReturn unit 1, person 7; sent back by 1 (none) to longtianPost"
      ),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:00", .dispatch(1, to: .urban), "dispatched to 0, signIn on urban"),
      ("03-05 09:00", .take(.urban), "#1 taken from urban by 7"),
      (
        "03-05 09:00", .sendBack(1, .notResponsible),
        "pingPong unit 0, person 7; sent back by 0 (notResponsible) to centre"
      ),
    ])
    try desk.bring(2, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:00", .sendBack(2, .insufficientFacts),
        "sent back by 1 (insufficientFacts) to longtianPost"
      )
    ])
    let ledger = desk.core.ledger(of: .roads)
    #expect(ledger?.groundlessReturns == 1 && ledger?.pingPongs == 0 && ledger?.returns == 2)
    #expect(desk.core.ledger(of: .urban)?.pingPongs == 1)
    #expect(desk.core.ledger(of: UnitID(3)) == nil)
  }

  @Test("Idling: late at sign-in or handling, if nobody has taken it")
  func idling() throws {
    let desk = try desk {
      $0.serviceLevels.nodes = [.signIn: .elapsed(.hours(1)), .handle: .elapsed(.hours(2))]
    }
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try desk.bring(2, .noise, to: .signIn, at: "03-05 09:00", unit: .urban)
    try desk.bring(3, .noise, to: .handle, at: "03-05 09:00", unit: .power)
    try desk.bring(4, .rubbish, to: .dispatch, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:00", .dispatch(1, to: .roads),
        "dispatched to 1, signIn on roads, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .dispatch(4, to: .power),
        "dispatched to 2, handle on power, node due 03-05 11:00"
      ),
      (
        "03-05 10:00:00.001", nil,
        "#1 signIn breached; #1 untouched unit 1; #2 signIn breached"
      ),
      ("03-05 11:00:00.001", nil, "#3 handle breached; #4 handle breached; #4 untouched unit 2"),
    ])
    #expect(desk.core.ledger(of: .power)?.untouched == 1)
  }

  @Test("Held to account once between two bulletins, when evidence reaches the threshold")
  func account() throws {
    let desk = try desk(2) {
      $0.returns.limit = 9
      $0.measures.bulletin = BulletinRules(first: Instant("03-06 08:00"), every: .days(1))
    }
    for number in 1...3 {
      try desk.bring(UInt64(number), .noise, to: .handle, at: "03-05 09:00")
    }
    try desk.play([
      (
        "03-05 09:00", .sendBack(1, .none),
        "groundlessReturn unit 1, person 7; sent back by 1 (none) to longtianPost"
      ),
      (
        "03-05 09:00", .sendBack(2, .none),
        "groundlessReturn unit 1, person 7; sent back by 1 (none) to longtianPost; "
          + "held to account unit 1, person 7"
      ),
      (
        "03-05 09:00", .sendBack(3, .none),
        "groundlessReturn unit 1, person 7; sent back by 1 (none) to longtianPost"
      ),
    ])
    #expect(desk.core.ledger(of: .roads)?.isHeldToAccount == true)
    _ = desk.perform(nil, at: Instant("03-06 08:00"))
    #expect(desk.core.ledger(of: .roads) == UnitLedger())
    for number in 4...6 {
      try desk.bring(
        UInt64(number), .noise, to: .handle, at: "03-06 09:00", unit: .urban, in: .jinsha)
    }
    try desk.play([
      (
        "03-06 09:00", .sendBack(4, .none),
        "groundlessReturn unit 0, person 7; sent back by 0 (none) to kengziPost"
      ),
      (
        "03-06 09:00", .sendBack(5, .none),
        "groundlessReturn unit 0, person 7; sent back by 0 (none) to kengziPost; "
          + "held to account unit 0, person 7"
      ),
      (
        "03-06 09:00", .sendBack(6, .none),
        "groundlessReturn unit 0, person 7; sent back by 0 (none) to kengziPost"
      ),
    ])
  }

  @Test("No evidence without the ladder, nobody held to account without a threshold")
  func off() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([("03-05 09:00", .sendBack(1, .none), "sent back by 1 (none) to longtianPost")])
    let lenient = try self.desk()
    for number in 1...4 {
      try lenient.bring(UInt64(number), .noise, to: .handle, at: "03-05 09:00")
      let said = lenient.perform(
        .sendBack(AppealNumber(number), .none), at: Instant("03-05 09:00"))
      #expect(said.contains("groundlessReturn") && !said.contains("held"))
      lenient.pass("03-05 09:00", .cancel(AppealNumber(number), .withdrawn))
    }
  }
}
