import AppealCore
import Testing

@Suite("The life of an appeal")
struct LifeTests {
  @Test("General workflow: nine nodes through post, unit and grid")
  func general() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .pothole),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:10", .take(.longtianPost), "#1 taken from longtianPost by 7"),
      ("03-05 09:12", .accept(1), "accept done, file"),
      ("03-05 09:14", .file(1, .pothole), "filed as 1, workflow 1, dispatch"),
      ("03-05 09:15", .dispatch(1, to: .roads), "dispatched to 1, signIn on roads"),
      ("03-05 10:00", .take(.roads), "#1 taken from roads by 7"),
      ("03-05 10:05", .signIn(1), "signIn done, handle, node due 03-06 11:05"),
      ("03-05 15:00", .handle(1), "handle done, feedback"),
      ("03-05 15:10", .feedback(1, evidence: true), "feedback done, verify on longtianGrid"),
      ("03-06 09:00", .take(.longtianGrid), "#1 taken from longtianGrid by 7"),
      ("03-06 10:00", .verify(1, passed: true), "verify done, close"),
      ("03-06 10:01", .close(1), "closed"),
      ("03-07 20:00", .five(1), "appraised 4.75"),
    ])
  }

  @Test("Simple workflow: the unit closes after handling")
  func simple() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish, in: .jinsha),
        "#1 submitted on kengziPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      ("03-05 09:10", .take(.kengziPost), "#1 taken from kengziPost by 7"),
      ("03-05 09:12", .accept(1), "accept done, file"),
      ("03-05 09:14", .file(1, .rubbish), "filed as 0, workflow 0, dispatch"),
      (
        "03-05 09:15", .dispatch(1, to: .urban),
        "dispatched to 0, handle on urban, node due 03-06 10:15"
      ),
      ("03-05 10:00", .take(.urban), "#1 taken from urban by 7"),
      ("03-05 10:05", .signIn(1), "refused: wrongNode(handle)"),
      ("03-05 11:00", .handle(1), "handle done, close"),
      ("03-05 11:01", .close(1), "closed"),
      ("03-05 12:00", .five(1), "appraised 4.75"),
    ])
  }
}
