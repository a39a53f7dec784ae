import AppealCore
import CivicTime
import Indicators
import Testing

/// What the measures of the reform did, entry by entry.
struct MeasureCountTests {
  let district: TinyDistrict
  init() throws { district = try TinyDistrict() }

  /// One appeal submitted in the window with `changes` after it, and once more before the window.
  private func measures(_ changes: [Change]) throws -> TrialMeasures {
    var script = Script()
    let early = script.submit(need: 1, at: Script.at(14, 9))
    for change in changes { script.add(early, change, at: Script.at(14, 10)) }
    let number = script.submit(need: 2, at: Script.at(15, 9))
    for change in changes { script.add(number, change, at: Script.at(15, 10)) }
    return try script.measures(district)
  }

  @Test("The ladder: reminders apart from what is above them")
  func ladder() throws {
    let rungs = Rung.allCases.map { Change.rung($0, UnitID(0), .none) }
    let found = try measures(rungs)
    #expect(found.scalars.measures.reminders == 1)
    #expect(Indicator.supervisions.value(found) == 3)
  }

  @Test("Shirking and idling, and units held to account")
  func evidence() throws {
    let found = try measures(
      EvidenceKind.allCases.map { .evidence($0, UnitID(0), .none) }
        + [.heldToAccount(UnitID(0), .none)])
    #expect(found.scalars.measures.shirking == 2 && found.scalars.measures.idling == 1)
    #expect(Indicator.shirkingAndIdling.value(found) == 3)
    #expect(Indicator.heldToAccount.value(found) == 1)
  }

  @Test("Credit points, not entries; call-backs, alerts and letters")
  func others() throws {
    let found = try measures([
      .credited(UnitID(0), .earlyClose, points: 2), .credited(UnitID(1), .fiveStars, points: 3),
      .sideTaskDone(.callBack, list: ListID(9), outcome: 1), .alertRaised(.burst),
      .alertRaised(.sensitive), .letterIssued(OversightID(0)), .disputed(UnitID(0)),
      .sideTaskDone(.support, list: ListID(1), outcome: 0),
    ])
    #expect(Indicator.creditPoints.value(found) == 5)
    #expect(Indicator.callBacks.value(found) == 1)
    #expect(Indicator.alertsRaised.value(found) == 2)
    #expect(Indicator.lettersIssued.value(found) == 1)
    #expect(found.scalars.measures.supports == 1 && found.scalars.measures.disputes == 1)
  }

  @Test("An instant reply counts until it is rejected")
  func replies() throws {
    var script = Script()
    for need in 1...4 {
      let number = script.submit(need: UInt64(need), at: Script.at(15, 9))
      guard need < 4 else { continue }
      script.add(number, .repliedInstantly(AnswerID(0)), at: Script.at(15, 9))
      script.add(number, .closed(.accept), at: Script.at(15, 9))
      if need == 1 {
        script.add(
          number,
          .reopened(
            .replyRejected, list: ListID(0), due: Script.at(16, 9), nodeDue: .distantFuture),
          at: Script.at(15, 12))
      }
    }
    let found = try script.measures(district)
    #expect(Indicator.instantReplyShare.value(found) == 0.5)
    #expect(found.scalars.closed == 2 && found.scalars.backlogEnd == 2)
  }
}
