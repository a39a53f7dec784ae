import AppealCore
import CivicTime
import Indicators
import Testing

/// A need lasts from first contact to the last close of all its appeals.
struct NeedTests {
  let district: TinyDistrict
  init() throws { district = try TinyDistrict() }

  private func at(_ day: Int, _ hour: Int) -> Instant { Script.at(day, hour) }

  @Test("A late repeat makes the need late although each appeal was on time")
  func lateRepeat() throws {
    var script = Script()
    let first = script.submit(need: 7, at: at(15, 9))
    script.close(first, at: at(16, 9))
    let again = script.submit(need: 7, ordinal: 2, at: at(17, 8))
    script.close(again, at: at(17, 20))
    let scalars = try script.measures(district).scalars
    #expect(scalars.own == TimelyCount(due: 2, onTime: 2))
    #expect(scalars.need == TimelyCount(due: 1, onTime: 0))
    #expect(scalars.repeats == 1)
  }

  @Test("A duplicate open past the limit keeps the need open")
  func openDuplicate() throws {
    var script = Script()
    let first = script.submit(need: 7, at: at(15, 9))
    script.submit(need: 7, ordinal: 1, at: at(15, 10))
    script.close(first, at: at(15, 12))
    let scalars = try script.measures(district).scalars
    #expect(scalars.need == TimelyCount(due: 1, onTime: 0))
    #expect(scalars.duplicates == 1)
  }

  @Test("The limit runs from first contact, also when that appeal is registered later")
  func firstContact() throws {
    var script = Script()
    // 48 hours from contact end at 09:00 on the 17th, from registration at 20:00.
    let first = script.submit(need: 7, ordinal: 1, at: at(15, 20), contact: at(15, 20))
    let second = script.submit(need: 7, at: at(15, 21), contact: at(15, 9))
    script.close(first, at: at(17, 10))
    script.close(second, at: at(16, 10))
    #expect(try script.measures(district).scalars.need == TimelyCount(due: 1, onTime: 0))
  }

  @Test("A need whose only appeal is cancelled is not counted")
  func cancelled() throws {
    var script = Script()
    let number = script.submit(need: 7, at: at(15, 9))
    script.add(number, .cancelled(.withdrawn), at: at(15, 10))
    #expect(try script.measures(district).scalars.need == TimelyCount())
  }

  @Test("The need of a merged appeal ends when the parent closes, through any chain")
  func merged() throws {
    var script = Script()
    let head = script.submit(need: 1, at: at(15, 9))
    let middle = script.submit(need: 2, at: at(15, 9))
    let tail = script.submit(need: 3, at: at(15, 9))
    script.add(tail, .merged(into: middle), at: at(15, 10))
    script.add(middle, .merged(into: head), at: at(15, 11))
    let sibling = script.submit(need: 4, at: at(15, 10))
    script.add(sibling, .merged(into: head), at: at(15, 12))
    script.close(head, at: at(16, 9))
    #expect(try script.measures(district).scalars.need == TimelyCount(due: 4, onTime: 4))
    var open = Script()
    let stays = open.submit(need: 1, at: at(15, 9))
    let child = open.submit(need: 2, at: at(15, 9))
    open.add(child, .merged(into: stays), at: at(15, 10))
    #expect(try open.measures(district).scalars.need == TimelyCount(due: 2, onTime: 0))
  }

  @Test("A reopened appeal reopens its need")
  func reopened() throws {
    var script = Script()
    let number = script.submit(need: 1, at: at(15, 9))
    script.close(number, at: at(15, 12))
    script.add(
      number, .reopened(.supervision, list: ListID(0), due: at(19, 9), nodeDue: .distantFuture),
      at: at(16, 9))
    #expect(try script.measures(district).scalars.need == TimelyCount(due: 1, onTime: 0))
  }

  @Test("Refiling under another leaf changes the reference limit of appeal and need")
  func refiled() throws {
    var script = Script()
    let number = script.submit(need: 1, at: at(15, 9))
    script.add(
      number, .filed(LeafID(1), workflow: 0, next: .dispatch, nodeDue: .distantFuture),
      at: at(15, 10))
    // Five working days from Monday end on the next Monday, past the window.
    let scalars = try script.measures(district).scalars
    #expect(scalars.reference == TimelyCount())
    #expect(scalars.need == TimelyCount())
    #expect(scalars.own == TimelyCount(due: 1, onTime: 0))
  }
}
