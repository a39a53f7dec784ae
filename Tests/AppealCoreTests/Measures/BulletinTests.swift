import AppealCore
import CivicTime
import Testing

@Suite("Weekly bulletin and the units' ledgers")
struct BulletinTests {
  @Test("Goes out every week, numbered, and the ledgers start anew")
  func weekly() throws {
    let desk = try Desk {
      $0.measures.bulletin = BulletinRules(first: Instant("03-05 08:00"))
      $0.serviceLevels.nodes = [:]
      $0.serviceLevels.overall[.thanks] = Target.none
    }
    #expect(desk.core.nextAlarm?.text == "03-05 08:00")
    try desk.play([
      (
        "03-05 07:59:59.999", .submit(1, .noise, .thanks), "#1 submitted on longtianPost, due never"
      ),
      (
        "03-05 08:00", .submit(2, .noise, .thanks),
        "#0 bulletin 1; #2 submitted on longtianPost, due never"
      ),
      ("03-12 07:59:59.999", nil, ""),
      ("03-26 08:00", nil, "03-12 08:00 #0 bulletin 2; 03-19 08:00 #0 bulletin 3; #0 bulletin 4"),
    ])
    #expect(desk.core.bulletins == 4)
  }

  @Test("A ledger counts what the unit did")
  func ledger() throws {
    let desk = try Desk { $0.measures.bulletin = BulletinRules(first: Instant("03-12 08:00")) }
    try desk.bring(1, .blackout, to: .close, at: "03-05 09:00", unit: .power)
    try desk.bring(2, .blackout, to: .handle, at: "03-05 09:00", unit: .power)
    try desk.bring(3, .blackout, to: .close, at: "03-05 09:00", unit: .power, in: .jinsha)
    desk.pass("03-05 10:00", .close(1))
    desk.pass("03-05 10:00:00.001", .close(3), .sendBack(2, .notResponsible))
    var expected = UnitLedger()
    expected.dispatched = 3
    expected.closed = 2
    expected.closedOnTime = 1
    // The other one was late in the hands of the grid officers.
    expected.breaches = 1
    expected.returns = 1
    #expect(desk.core.ledger(of: .power) == expected)
    #expect(desk.core.ledger(ofList: .kengziGrid)?.breaches == 1)
    desk.pass("03-12 07:59:59.999", .submit(9, .noise))
    #expect(desk.core.ledger(of: .power) == expected)
    desk.pass("03-12 08:00", .submit(10, .noise))
    #expect(desk.core.ledger(of: .power) == UnitLedger())
  }

  @Test("At one instant the system's own alarm rings before those of appeals")
  func order() throws {
    let desk = try Desk {
      $0.measures.bulletin = BulletinRules(first: Instant("03-05 10:00") + 1)
      $0.serviceLevels.nodes = [:]
    }
    try desk.bring(1, .blackout, to: .handle, at: "03-05 09:00", unit: .power)
    try desk.play([
      ("03-05 11:00", nil, "03-05 10:00:00.001 #0 bulletin 1; 03-05 10:00:00.001 #1 breached")
    ])
    #expect(desk.core.ledger(of: .power)?.breaches == 1)
  }
}
