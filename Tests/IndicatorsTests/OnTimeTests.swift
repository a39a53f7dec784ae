import AppealCore
import CivicTime
import Indicators
import Testing

/// On-time shares at the edges of deadlines and of the window.
struct OnTimeTests {
  let district: TinyDistrict
  init() throws { district = try TinyDistrict() }

  private func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    Script.at(day, hour, minute)
  }

  @Test("A close exactly at the deadline is on time, one millisecond later is late")
  func closeAtDeadline() throws {
    var script = Script()
    let punctual = script.submit(need: 1, at: at(16, 9))
    let late = script.submit(need: 2, at: at(16, 9))
    script.close(punctual, at: at(17, 9))
    script.close(late, at: at(17, 9) + 1)
    #expect(try script.measures(district).scalars.own == TimelyCount(due: 2, onTime: 1))
  }

  @Test("The window holds its first instant and not its last")
  func windowEdges() throws {
    var script = Script()
    let edges = [at(15, 0) - 1, at(15, 0), at(22, 0) - 1, at(22, 0)]
    for (index, due) in edges.enumerated() {
      let number = script.submit(need: UInt64(index), at: at(14, 9), due: due)
      script.close(number, at: at(14, 10))
    }
    #expect(try script.measures(district).scalars.own == TimelyCount(due: 2, onTime: 2))
  }

  @Test("What is open past its deadline is late, what is not yet due is not counted")
  func openAtEnd() throws {
    var script = Script()
    script.submit(need: 1, at: at(18, 9))
    script.submit(need: 2, at: at(21, 9))
    let measures = try script.measures(district)
    #expect(measures.scalars.own == TimelyCount(due: 1, onTime: 0))
    #expect(measures.scalars.backlogEnd == 2)
    #expect(measures.scalars.oldestOpen == .hours(24 * 3 + 15))
  }

  @Test("A late close after the window does not rescue, a close before it counts")
  func closesOutside() throws {
    var script = Script()
    let early = script.submit(need: 1, at: at(14, 9))
    script.close(early, at: at(14, 20))
    let after = script.submit(need: 2, at: at(20, 9))
    script.close(after, at: at(22, 0))
    #expect(try script.measures(district).scalars.own == TimelyCount(due: 2, onTime: 1))
  }

  @Test("The reference limit is that of what the need is about, whatever is reported and filed")
  func misfiling() throws {
    // Noise has five working days, rubbish 48 hours.
    func counts(reported: Int, filed: Int, known: Bool) throws -> [TimelyCount] {
      var script = Script()
      let number = script.submit(need: 1, at: at(16, 9), leaf: reported)
      if known { script.truths = [(1 << 8, 0, 0)] }
      script.add(
        number, .filed(LeafID(filed), workflow: 0, next: .dispatch, nodeDue: .distantFuture),
        at: at(16, 10))
      script.close(number, at: at(19, 9))
      let scalars = try script.measures(district).scalars
      return [scalars.reference, scalars.need]
    }
    let late = TimelyCount(due: 1, onTime: 0)
    for (reported, filed) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
      #expect(try counts(reported: reported, filed: filed, known: true) == [late, late])
    }
    // Of a journal alone nothing else is known than what was filed.
    #expect(try counts(reported: 0, filed: 1, known: false) != [late, late])
  }

  @Test("Own limits and the reference table are judged apart")
  func reference() throws {
    var script = Script()
    let number = script.submit(need: 1, at: at(16, 9))
    script.close(number, at: at(17, 12))
    let measures = try script.measures(district)
    #expect(measures.scalars.own == TimelyCount(due: 1, onTime: 0))
    #expect(measures.scalars.reference == TimelyCount(due: 1, onTime: 1))
  }

  @Test("An extension moves the own deadline, not the reference one")
  func extended() throws {
    var script = Script()
    let number = script.submit(need: 1, at: at(15, 9))
    script.add(number, .deadlineChanged(.extended, due: at(19, 9)), at: at(16, 8))
    script.close(number, at: at(18, 9))
    let scalars = try script.measures(district).scalars
    #expect(scalars.own == TimelyCount(due: 1, onTime: 1))
    #expect(scalars.reference == TimelyCount(due: 1, onTime: 0))
    #expect(scalars.extensions == 1)
    #expect(scalars.dueExtended == 1)
  }

  @Test("A suspended appeal has no deadline until it is resumed")
  func suspended() throws {
    var script = Script()
    let standing = script.submit(need: 1, at: at(15, 9))
    script.add(standing, .suspended(.litigation), at: at(15, 10))
    let resumed = script.submit(need: 2, at: at(15, 9))
    script.add(resumed, .suspended(.weather), at: at(15, 10))
    script.add(resumed, .resumed(due: at(18, 9), nodeDue: .distantFuture), at: at(17, 10))
    script.close(resumed, at: at(18, 8))
    let scalars = try script.measures(district).scalars
    #expect(scalars.own == TimelyCount(due: 1, onTime: 1))
    #expect(scalars.suspensions == 2)
    #expect(scalars.dueSuspended == 1)
    #expect(scalars.backlogEnd == 1)
  }

  @Test("Merged and cancelled appeals are counted beside, not in the share")
  func beside() throws {
    var script = Script()
    let parent = script.submit(need: 1, at: at(15, 9), due: at(18, 9))
    let child = script.submit(need: 2, at: at(15, 10))
    let withdrawn = script.submit(need: 3, at: at(15, 11))
    script.add(child, .merged(into: parent), at: at(15, 12))
    script.add(withdrawn, .cancelled(.withdrawn), at: at(15, 13))
    script.close(parent, at: at(16, 9))
    let scalars = try script.measures(district).scalars
    #expect(scalars.own == TimelyCount(due: 1, onTime: 1))
    #expect(scalars.merged == 1)
    #expect(scalars.cancelled == 1)
    #expect(scalars.submitted == 3)
    #expect(scalars.backlogEnd == 0)
  }

  @Test("A reopened appeal is taken back and counted once, by its last close")
  func reopened() throws {
    var script = Script()
    let number = script.submit(need: 1, at: at(15, 9))
    script.close(number, at: at(15, 12))
    script.add(
      number, .reopened(.lowAppraisal, list: ListID(0), due: at(17, 9), nodeDue: .distantFuture),
      at: at(16, 9))
    script.close(number, at: at(17, 10))
    let measures = try script.measures(district)
    #expect(measures.scalars.own == TimelyCount(due: 1, onTime: 0))
    #expect(measures.scalars.closed == 1)
    #expect(measures.scalars.reopened == 1)
    #expect(measures.closeTime.total == 1)
    #expect(measures.closeTime.quantileHours(1).map { abs($0 - 49) < 0.5 } == true)
  }

  @Test("Groups follow channel, street, category, unit, nature and limit")
  func groups() throws {
    var script = Script()
    let first = script.submit(need: 1, at: at(15, 9))
    script.dispatch(first, to: 1, at: at(15, 10))
    script.close(first, at: at(15, 12))
    script.submit(
      need: 2, at: at(15, 9), channel: 1, leaf: 1, nature: .enquiry, community: 1)
    let groups = try script.measures(district).groups
    let met = TimelyCount(due: 1, onTime: 1)
    let missed = TimelyCount(due: 1, onTime: 0)
    #expect(groups.channel == [met, missed])
    #expect(groups.street == [met, missed])
    #expect(groups.category == [met, missed])
    #expect(groups.unit == [TimelyCount(), met, missed])
    #expect(groups.nature[Int(Nature.complaint.rawValue)] == met)
    #expect(groups.nature[Int(Nature.enquiry.rawValue)] == missed)
    #expect(groups.limit.reduce(into: TimelyCount()) { $0 += $1 } == TimelyCount(due: 2, onTime: 1))
    #expect(groups.limitSpans.reduce(0, +) == 2 * .hours(24))
  }
}
