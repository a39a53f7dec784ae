import AppealCore
import CivicTime
import Testing

@Suite("Workflows as data")
struct WorkflowTests {
  private func policy(_ workflows: [Workflow]) throws -> Policy {
    var policy = try District.policy()
    policy.workflows = workflows
    return policy
  }

  @Test("Filing takes the first workflow that applies to the leaf and the nature")
  func choice() throws {
    let simple = Workflow(
      name: "simple", nodes: Workflow.simple.nodes, onlySimpleLeaves: true,
      natures: [.complaint])
    let desk = try Desk(policy([simple, .general]))
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .rubbish, .suggestion),
        "#2 submitted on longtianPost, due 03-08 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:00", .accept(1), "accept done, file"),
      (
        "03-05 09:00", .file(1, .noise),
        "filed as 3, workflow 1, dispatch; due 03-12 18:00 (reclassification)"
      ),
      ("03-05 09:00", .take(.longtianPost), "#2 taken from longtianPost by 7"),
      ("03-05 09:00", .accept(2), "accept done, file"),
      ("03-05 09:00", .file(2, .rubbish), "filed as 0, workflow 1, dispatch"),
    ])
  }

  @Test("Omitted nodes are skipped: an enquiry that the centre answers at once")
  func answeredByThePost() throws {
    let answer = Workflow(
      name: "answer", nodes: [.accept, .file, .close, .appraise], onlySimpleLeaves: false,
      natures: [.enquiry])
    let desk = try Desk(policy([answer, .general]))
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise, .enquiry),
        "#1 submitted on longtianPost, due 03-06 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:00", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:01", .accept(1), "accept done, file"),
      ("03-05 09:02", .file(1, .noise), "filed as 3, workflow 0, close"),
      ("03-05 09:03", .dispatch(1, to: .roads), "refused: wrongNode(close)"),
      ("03-05 09:03", .close(1), "closed"),
      (
        "03-05 09:04", .reopen(1, .problemReturned),
        "reopened (problemReturned) on longtianPost, due 03-06 18:00, node due 03-05 10:04"
      ),
    ])
  }

  @Test("The shortest workflow is a close; no appraisal where it has none")
  func closeOnly() throws {
    let thanks = Workflow(
      name: "thanks", nodes: [.close], onlySimpleLeaves: false, natures: [.thanks])
    let desk = try Desk(policy([thanks, .general]))
    try desk.play([
      ("03-05 09:00", .submit(1, .noise, .thanks), "#1 submitted on longtianPost, due never"),
      ("03-05 09:01", .close(1), "refused: notInHands"),
      ("03-05 09:01", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:02", .close(1), "closed"),
      ("03-05 09:03", .five(1), "refused: wrongNode(close)"),
    ])
  }

  @Test("Without filing the reported leaf stands, and verification follows handling directly")
  func unfiled() throws {
    let quick = Workflow(
      name: "quick", nodes: [.dispatch, .handle, .verify, .close], onlySimpleLeaves: false,
      natures: Set(Nature.allCases))
    let desk = try Desk(policy([quick]))
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish, in: .jinsha),
        "#1 submitted on kengziPost, due 03-05 15:00"
      ),
      ("03-05 09:00", .take(.kengziPost), "#1 taken from kengziPost by 7"),
      (
        "03-05 09:01", .dispatch(1, to: .urban),
        "dispatched to 0, handle on urban, node due 03-06 10:01"
      ),
      ("03-05 09:02", .take(.urban), "#1 taken from urban by 7"),
      ("03-05 09:03", .feedback(1, evidence: true), "refused: wrongNode(handle)"),
      ("03-05 09:03", .handle(1), "handle done, verify on kengziGrid"),
      ("03-05 09:04", .take(.kengziGrid), "#1 taken from kengziGrid by 7"),
      ("03-05 09:05", .verify(1, passed: true), "verify done, close"),
      ("03-05 09:06", .close(1), "closed"),
    ])
  }

  @Test("Every step is refused at every other node", arguments: Node.allCases.dropLast())
  func onlyTransitions(node: Node) throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: node, at: "03-05 09:00")
    let steps: [(Node, Command)] = [
      (.accept, .accept(1)), (.file, .file(1, .noise)), (.dispatch, .dispatch(1, to: .roads)),
      (.signIn, .signIn(1)), (.handle, .handle(1)), (.feedback, .feedback(1, evidence: true)),
      (.verify, .verify(1, passed: true)), (.verify, .verify(1, passed: false)),
      (.close, .close(1)),
    ]
    for (wanted, command) in steps where wanted != node {
      #expect(
        desk.perform(command, at: Instant("03-05 09:00")) == "refused: wrongNode(\(node))")
    }
    #expect(desk.core.view(of: 1)?.node == node)
    #expect(
      desk.perform(
        .appraise(1, Appraisal(speed: 1, result: 1, attitude: 1, system: 1)),
        at: Instant("03-05 09:00"))
        == "refused: notClosed")
  }
}
