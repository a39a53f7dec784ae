import AppealCore
import CivicTime
import Testing

@Suite("Cancellation and merging")
struct EndTests {
  @Test("An open appeal may be cancelled anywhere; nothing follows but forgetting")
  func cancelled() throws {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:30", .submit(2, .noise),
        "#2 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:30"
      ),
      ("03-05 09:31", .cancel(1, .outsideDistrict), "cancelled (outsideDistrict)"),
      ("03-05 09:31", .cancel(2, .registeredTwice), "cancelled (registeredTwice)"),
      ("03-05 09:32", .cancel(2, .registeredTwice), "refused: alreadyClosed"),
      ("03-05 09:32", .take(.longtianPost), "refused: listEmpty"),
      ("03-05 09:32", .five(1), "refused: endedWithoutResult"),
      ("03-05 09:32", .reopen(1, .problemReturned), "refused: endedWithoutResult"),
      ("03-15 09:32", nil, ""),
    ])
    #expect(desk.core.cancelledAppeals == 2 && desk.core.openAppeals == 0)
    #expect(desk.core.view(of: 1)?.status == .cancelled)
  }

  @Test("A merged appeal waits without clocks and closes with the first, on its own entry")
  func merged() throws {
    let desk = try Desk()
    try desk.bring(1, .rubbish, to: .close, at: "03-05 09:00")
    try desk.play([
      (
        "03-05 09:30", .submit(2, .rubbish),
        "#2 submitted on longtianPost, due 03-05 15:30, node due 03-05 10:30"
      ),
      (
        "03-05 09:30", .submit(3, .rubbish),
        "#3 submitted on longtianPost, due 03-05 15:30, node due 03-05 10:30"
      ),
      ("03-05 09:40", .merge(3, into: 1), "merged into #1"),
      ("03-05 09:41", .merge(2, into: 3), "merged into #1"),
      ("03-05 09:41", .take(.longtianPost), "refused: listEmpty"),
      ("03-05 09:41", .accept(2), "refused: alreadyClosed"),
      ("03-05 09:41", .merge(2, into: 1), "refused: alreadyClosed"),
      ("03-05 09:41", .five(2), "refused: notClosed"),
      ("03-05 16:00", nil, "03-05 15:00:00.001 #1 breached"),
      ("03-05 17:00", .close(1), "closed; #3 closed; #2 closed"),
      ("03-05 18:00", .five(2), "appraised 4.75"),
      (
        "03-05 18:00", .reopen(3, .problemReturned),
        "reopened (problemReturned) on longtianPost, due 03-06 15:00, node due 03-06 10:00"
      ),
    ])
    #expect(desk.core.closedAppeals == 3 && desk.core.mergedAppeals == 0)
    #expect(desk.core.openAppeals == 1)
  }

  @Test("Merging an appeal brings those merged into it along, and all end with the last")
  func chains() throws {
    let desk = try Desk()
    for reference in 1...5 as ClosedRange<UInt64> {
      _ = desk.perform(.submit(reference, .rubbish), at: Instant("03-05 09:00"))
    }
    try desk.play([
      ("03-05 09:01", .merge(2, into: 1), "merged into #1"),
      ("03-05 09:02", .merge(4, into: 3), "merged into #3"),
      ("03-05 09:03", .merge(1, into: 2), "refused: mergeIntoItself"),
      ("03-05 09:04", .merge(1, into: 4), "merged into #3"),
      ("03-05 09:05", .merge(3, into: 2), "refused: mergeIntoItself"),
      ("03-05 09:06", .merge(5, into: 1), "merged into #3"),
    ])
    #expect(desk.core.openAppeals == 1 && desk.core.mergedAppeals == 4)
    #expect(desk.core.view(of: 2)?.status == .merged)
    try desk.play([
      (
        "03-05 09:10", .cancel(3, .outsideDistrict),
        "cancelled (outsideDistrict); #4 cancelled (outsideDistrict); "
          + "#1 cancelled (outsideDistrict); #2 cancelled (outsideDistrict); "
          + "#5 cancelled (outsideDistrict)"
      )
    ])
    #expect(desk.core.openAppeals == 0 && desk.core.mergedAppeals == 0)
  }

  @Test("Merging needs two open appeals of one leaf")
  func refused() throws {
    let desk = try Desk()
    try desk.play([
      (
        "03-05 09:00", .submit(1, .rubbish),
        "#1 submitted on longtianPost, due 03-05 15:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(2, .noise),
        "#2 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(3, .noise),
        "#3 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      (
        "03-05 09:00", .submit(4, .noise),
        "#4 submitted on longtianPost, due 03-12 18:00, node due 03-05 10:00"
      ),
      ("03-05 09:01", .merge(1, into: 1), "refused: mergeIntoItself"),
      ("03-05 09:01", .merge(1, into: 2), "refused: mergeAcrossCategories"),
      ("03-05 09:01", .merge(5, into: 1), "refused: unknownAppeal"),
      ("03-05 09:01", .merge(1, into: 5), "refused: unknownAppeal"),
      ("03-05 09:02", .cancel(4, .withdrawn), "cancelled (withdrawn)"),
      ("03-05 09:02", .merge(3, into: 4), "refused: alreadyClosed"),
      ("03-05 09:02", .merge(4, into: 3), "refused: alreadyClosed"),
      ("03-05 09:03", .suspend(3, .weather), "suspended (weather)"),
      ("03-05 09:03", .merge(3, into: 2), "refused: suspended"),
      ("03-05 09:03", .merge(2, into: 3), "merged into #3"),
    ])
  }
}
