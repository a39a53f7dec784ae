import AppealCore
import CivicTime
import Testing

@Suite("Order of work lists")
struct WorkListTests {
  /// Submits noise (5 days), rubbish (4 hours), a blackout (urgent) and more noise, and takes all.
  private func order(_ order: WorkListOrder) throws -> [UInt32] {
    var policy = try District.policy()
    policy.dispatch.order = order
    let desk = try Desk(policy)
    for (reference, leaf) in [LeafID.noise, .rubbish, .blackout, .noise, .advice].enumerated() {
      _ = desk.perform(.submit(UInt64(reference), leaf), at: Instant("03-05 09:00"))
    }
    var taken: [UInt32] = []
    while let first = desk.core.firstTask(on: .longtianPost) {
      #expect(desk.core.openTasks(on: .longtianPost) == 5 - taken.count)
      _ = desk.perform(.take(.longtianPost), at: Instant("03-05 09:00"))
      #expect(desk.journal.last?.appeal == first.appeal)
      #expect(first.rank == (first.appeal == 3 ? 0 : 2))
      #expect(first.work == .node(.accept) && first.due == desk.core.view(of: first.appeal)?.due)
      taken.append(first.appeal.rawValue)
      desk.core.audit()
    }
    return taken
  }

  @Test("By deadline: urgent first, then the earliest deadline, then the number")
  func deadline() throws { #expect(try order(.deadline) == [3, 2, 5, 1, 4]) }

  @Test("By arrival: urgent first, then the number")
  func arrival() throws { #expect(try order(.arrival) == [3, 1, 2, 4, 5]) }

  @Test("Strictly by arrival")
  func strict() throws { #expect(try order(.strictArrival) == [1, 2, 3, 4, 5]) }

  @Test("A change of deadline moves the task")
  func rekeyed() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .noise),
        "#1 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .noise),
        "#2 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:00", .extend(1, by: .working(.hours(1))), "due 03-13 10:00 (extended)"),
      ("03-05 09:01", .take(.longtianPost), "#2 taken from longtianPost by 7"),
    ])
  }
}
