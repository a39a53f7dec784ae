import AppealCore
import CivicTime
import Testing

@Suite("Merged appeals: whose deadline counts, and who goes on")
struct SuccessionTests {
  private func desk() throws -> Desk { try Desk { $0.serviceLevels.nodes = [:] } }

  @Test("Only within a community; the earlier deadline counts, where a clock runs")
  func deadline() throws {
    let desk = try desk()
    desk.pass(
      "03-05 09:00", .submit(1, .noise), .submit(2, .noise, in: .nanbu),
      .submit(3, .noise, .enquiry), .submit(4, .noise), .submit(5, .noise, .enquiry),
      .suspend(4, .weather))
    try desk.play([
      ("03-05 09:10", .merge(2, into: 1), "refused: mergeAcrossCommunities"),
      ("03-05 09:10", .merge(3, into: 1), "merged into #1; #1 due 03-06 18:00 (merged)"),
      ("03-05 09:10", .merge(5, into: 4), "merged into #4"),
    ])
    #expect(try desk.view(1).due.text == "03-06 18:00" && desk.view(4).due.text == "03-12 18:00")
  }

  @Test("A withdrawal withdraws one citizen's appeal: the first of the others goes on for all")
  func withdrawal() throws {
    let desk = try desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    desk.pass(
      "03-05 09:00", .submit(2, .noise), .submit(3, .noise, .enquiry), .submit(4, .noise),
      .merge(2, into: 1), .merge(3, into: 1), .merge(4, into: 1))
    try desk.play([
      (
        "03-05 10:00", .cancel(1, .withdrawn),
        "#2 goes on for #1 on longtianPost; #2 due 03-06 18:00 (merged); cancelled (withdrawn)"
      ),
      ("03-05 10:00", .take(.longtianPost), "#2 taken from longtianPost by 7"),
      (
        "03-05 10:00", .cancel(2, .registeredTwice),
        "#3 goes on for #2 on longtianPost; cancelled (registeredTwice)"
      ),
      ("03-05 10:00", .take(.longtianPost), "#3 taken from longtianPost by 7"),
      (
        "03-05 10:00", .cancel(3, .outsideDistrict),
        "cancelled (outsideDistrict); #4 cancelled (outsideDistrict)"
      ),
    ])
    #expect(desk.core.mergedAppeals == 0 && desk.core.openAppeals == 0)
  }

  @Test(
    "It stands where it stood, its ladder where it was, and is late if it became late meanwhile")
  func clocks() throws {
    let desk = try Desk {
      $0.serviceLevels.nodes = [.handle: .elapsed(.hours(1))]
      $0.measures.supervision = Supervision(
        remindAt: 50, closeRemindAt: 50, supervise: .elapsed(.hours(1)), notice: .none,
        account: .none, evidenceThreshold: 0)
    }
    desk.pass("03-05 09:00", .submit(1, .blackout, .thanks))
    try desk.bring(2, .blackout, to: .handle, at: "03-05 09:00", unit: .power)
    desk.pass("03-05 09:10", .suspend(1, .weather), .putBack(2))
    try desk.play([
      ("03-05 09:10", .merge(2, into: 1), "merged into #1"),
      (
        "03-05 13:00", .cancel(1, .withdrawn),
        "#2 goes on for #1 on power, node due 03-05 14:00; cancelled (withdrawn); "
          + "#2 breached; #2 remind unit 2"
      ),
      (
        "03-05 14:00:00.001", nil,
        "03-05 14:00 #2 supervise unit 2; #2 handle breached; #2 untouched unit 2"
      ),
    ])
  }
}
