import AppealCore
import CivicTime
import Testing

@Suite("Dispatch tree")
struct DispatchTests {
  @Test("Intake by channel and street; hand-over up, across and down")
  func handOver() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, via: .hotline, in: .jinsha),
        "#1 submitted on centre, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .noise, in: .jinsha),
        "#2 submitted on kengziPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:01", .take(.kengziPost), "#2 taken from kengziPost by 7"),
      ("03-05 09:02", .handOver(2, to: .centre), "handed over from kengziPost to centre"),
      ("03-05 09:03", .accept(2), "refused: notInHands"),
      ("03-05 09:03", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:04", .accept(1), "accept done, file"),
      ("03-05 09:05", .handOver(1, to: .longtianPost), "handed over from centre to longtianPost"),
      ("03-05 09:06", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:07", .handOver(1, to: .kengziPost), "handed over from longtianPost to kengziPost"),
      ("03-05 09:08", .take(.kengziPost), "#1 taken from kengziPost by 7"),
      ("03-05 09:09", .file(1, .noise), "filed as 3, workflow 1, dispatch"),
      ("03-05 09:09", .handOver(1, to: .centre), "handed over from kengziPost to centre"),
      ("03-05 09:10", .take(.centre), "#1 taken from centre by 7"),
      ("03-05 09:11", .take(.centre), "#2 taken from centre by 7"),
      ("03-05 09:12", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
    ])
    #expect(desk.core.view(of: 1)?.leadUnit == .roads)
  }

  @Test("Hand-over goes to another post, by whoever holds the appeal before dispatch")
  func handOverRefused() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .handOver(1, to: .roads), "refused: notAPost"),
      ("03-05 09:00", .handOver(1, to: ListID(11)), "refused: unknownList"),
      ("03-05 09:00", .handOver(1, to: .longtianPost), "refused: notAPost"),
      ("03-05 09:00", .dispatch(1, to: UnitID(3)), "refused: unknownUnit"),
      ("03-05 09:00", .putBack(1), "put back on longtianPost"),
      ("03-05 09:00", .handOver(1, to: .centre), "refused: notInHands"),
      ("03-05 09:00", .dispatch(1, to: .roads), "refused: notInHands"),
      ("03-05 09:00", .putBack(1), "refused: notInHands"),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:00", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-05 09:00", .handOver(1, to: .centre), "refused: wrongNode(signIn)"),
    ])
  }

  @Test("A unit may be dispatched to by its post only")
  func unitPosts() throws {
    var policy = try District.policy()
    policy.dispatch.unitPosts = [.none, .kengziPost]
    let desk = try Desk(policy)
    try desk.bring(1, .noise, to: .dispatch, at: "03-05 09:00")
    try desk.play([
      ("03-05 09:00", .dispatch(1, to: .roads), "refused: unitOfAnotherPost(ListID(2))"),
      ("03-05 09:01", .handOver(1, to: .kengziPost), "handed over from longtianPost to kengziPost"),
      ("03-05 09:02", .take(.kengziPost), "#1 taken from kengziPost by 7"),
      ("03-05 09:03", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
    ])
    #expect(desk.core.dispatchingPost(of: .roads) == .kengziPost)
    #expect(desk.core.dispatchingPost(of: .urban) == .none)
    #expect(desk.core.dispatchingPost(of: .power) == .none)
  }

  @Test("The form suggests the responsible unit of the registered leaf in the street")
  func suggestion() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .file, at: "03-05 09:00", in: .jinsha)
    #expect(desk.core.suggestedUnit(for: 1) == .roads)
    try desk.play([
      (
        "03-05 09:00", .file(1, .blackout),
        "filed as 2, workflow 1, dispatch; due 03-05 10:00 (reclassification)"
      )
    ])
    #expect(desk.core.suggestedUnit(for: 1) == .power)
    #expect(desk.core.suggestedUnit(for: 9) == .none)
  }

  @Test("A task is taken from its list, put back, and done only in hands")
  func hands() throws {
    let desk = try Desk()
    try desk.play([
      ("03-05 09:00", .take(.longtianPost), "refused: listEmpty"),
      ("03-05 09:00", .take(ListID(11)), "refused: unknownList"),
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:01", .accept(1), "refused: notInHands"),
      ("03-05 09:01", .putBack(1), "refused: notInHands"),
      ("03-05 09:02", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:02", .take(.longtianPost), "refused: listEmpty"),
      ("03-05 09:03", .file(1, .noise), "refused: wrongNode(accept)"),
      ("03-05 09:03", .accept(2), "refused: unknownAppeal"),
      ("03-05 09:04", .putBack(1), "put back on longtianPost"),
      ("03-05 09:05", .accept(1), "refused: notInHands"),
      ("03-05 09:05", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:06", .accept(1), "accept done, file"),
      ("03-05 09:07", .file(1, LeafID(5)), "refused: unknownLeaf"),
    ])
  }

  @Test("Numbers of lists run over posts, units, the streets' grids and desks")
  func numbering() throws {
    let core = try AppealCore(policy: try District.policy())
    #expect(core.listCount == 11)
    #expect(core.list(ofPost: 2) == .kengziPost)
    #expect(core.list(ofUnit: .power) == .power)
    #expect(core.list(ofVerifiersIn: .kengzi) == .kengziGrid)
    #expect(core.kind(of: .kengziPost) == .post(2))
    #expect(core.kind(of: .urban) == .unit(.urban))
    #expect(core.kind(of: .kengziGrid) == .verifiers(.kengzi))
    #expect(core.kind(of: .liabilityDesk) == .desk(.liability))
    #expect(core.kind(of: .chasers) == .desk(.chase))
    #expect(core.desk(of: .callBack) == .callBackDesk && core.desk(of: .support) == nil)
    #expect(core.kind(of: ListID(11)) == nil)
    #expect(core.openTasks(on: ListID(11)) == 0)
    #expect(core.firstTask(on: ListID(11)) == nil)
  }
}
