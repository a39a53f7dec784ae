import AppealCore
import CivicTime
import Indicators
import Testing

/// Memory grows with the open appeals, not with history.
struct MemoryTests {
  /// Folds `days` days of 200 appeals, each closed a day later, with one that stays open.
  private func footprint(days: Int, keepsFirstOpen: Bool) throws -> (pages: Int, needs: Int) {
    var district = try TinyDistrict()
    district.days = days
    var fold = try TrialFold(district.plan)
    var yesterday: [AppealNumber] = []
    var number: UInt32 = 0
    for day in 0..<days {
      var script: [JournalEntry] = []
      let now = Script.at(15 + day, 9)
      for closing in yesterday {
        script.append(JournalEntry(at: now, appeal: closing, change: .closed(.close)))
      }
      yesterday = []
      for _ in 0..<200 {
        number += 1
        let submission = Submission(
          reference: UInt64(number) << 8, contactAt: now, channel: ChannelID(0), leaf: LeafID(0),
          nature: .complaint, community: CommunityID(0))
        let appeal = AppealNumber(rawValue: number)
        script.append(
          JournalEntry(
            at: now, appeal: appeal,
            change: .submitted(
              submission, list: ListID(0), due: now + .hours(24), nodeDue: .distantFuture)))
        if !(keepsFirstOpen && number == 1) { yesterday.append(appeal) }
      }
      script.withUnsafeBufferPointer { fold.fold($0) }
    }
    let result = fold.footprint
    let measures = fold.finish()
    #expect(measures.scalars.submitted == 200 * days)
    #expect(measures.scalars.need.due == measures.scalars.reference.due)
    return result
  }

  @Test("Ten years need no more pages than one, and one old appeal holds one page")
  func bounded() throws {
    let year = try footprint(days: 365, keepsFirstOpen: false)
    let decade = try footprint(days: 3_650, keepsFirstOpen: false)
    #expect(year.pages < 40)
    #expect(decade.pages <= year.pages + 1)
    #expect(decade.needs <= year.needs + 256)
    let held = try footprint(days: 365, keepsFirstOpen: true)
    #expect(held.pages == year.pages + 1)
  }
}
