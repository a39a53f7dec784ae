import AppealCore
import CivicTime
import Experiments
import ResultFiles
import Testing

/// What an entry says stands in the columns that queries read.
struct JournalRowTests {
  private func row(_ change: Change) -> JournalRow {
    JournalRow(
      JournalEntry(
        at: Instant(milliseconds: 5), appeal: AppealNumber(rawValue: 7), change: change))
  }

  private func expected(_ change: String, _ fill: (inout JournalRow) -> Void) -> JournalRow {
    var row = JournalRow(at: 5, appeal: 7, change: change)
    fill(&row)
    return row
  }

  @Test("Details, tags, campaigns, duplicates and answers")
  func description() {
    let details = Submission.Details(
      citizen: 77, textKey: 9, traits: [.structured, .photos], lane: .deputy)
    #expect(
      row(.described(details))
        == expected("described") {
          ($0.citizen, $0.textKey, $0.traits, $0.lane) = (77, 9, 3, "deputy")
        })
    #expect(row(.tagged(TagSet(TagID(3)))) == expected("tagged") { $0.tags = 8 })
    #expect(row(.untagged(TagSet(TagID(63)))) == expected("untagged") { $0.tags = .min })
    #expect(row(.joinedCampaign(CampaignID(2))) == expected("joinedCampaign") { $0.subject = 2 })
    #expect(row(.joinedCampaign(.none)) == expected("joinedCampaign") { _ in })
    #expect(
      row(.duplicateFound(of: AppealNumber(rawValue: 4)))
        == expected("duplicateFound") { $0.detail = 4 })
    #expect(row(.repliedInstantly(AnswerID(1))) == expected("repliedInstantly") { $0.subject = 1 })
    #expect(row(.adoption(.partlyAdopted)) == expected("adoption") { $0.kind = "partlyAdopted" })
    #expect(row(.migrated(LeafID(6))) == expected("migrated") { $0.leaf = 6 })
  }

  @Test("Rungs, evidence, accounts, credits, alerts, letters")
  func supervision() {
    let (unit, staff) = (UnitID(3), StaffID(rawValue: 12))
    #expect(
      row(.rung(.notice, unit, staff))
        == expected("rung") { ($0.kind, $0.unit, $0.staff) = ("notice", 3, 12) })
    #expect(
      row(.evidence(.pingPong, unit, .none))
        == expected("evidence") { ($0.kind, $0.unit) = ("pingPong", 3) })
    #expect(
      row(.heldToAccount(unit, staff))
        == expected("heldToAccount") { ($0.unit, $0.staff) = (3, 12) })
    #expect(
      row(.credited(unit, .fiveStars, points: 4))
        == expected("credited") { ($0.unit, $0.kind, $0.detail) = (3, "fiveStars", 4) })
    #expect(
      row(.arbitrated(unit, upheld: true))
        == expected("arbitrated") { ($0.unit, $0.detail) = (3, 1) })
    #expect(row(.disputed(unit)) == expected("disputed") { $0.unit = 3 })
    #expect(row(.alertRaised(.burst)) == expected("alertRaised") { $0.kind = "burst" })
    #expect(row(.letterIssued(OversightID(1))) == expected("letterIssued") { $0.subject = 1 })
    #expect(
      row(.modeChanged(StreetID(2), .emergency, byCommand: true))
        == expected("modeChanged") { ($0.street, $0.kind, $0.detail) = (2, "emergency", 1) })
    #expect(row(.bulletin(6)) == expected("bulletin") { $0.detail = 6 })
  }

  @Test("Side tasks")
  func sideTasks() {
    let list = ListID(8)
    #expect(
      row(.sideTaskOpened(.chase, list: list, due: Instant(milliseconds: 99)))
        == expected("sideTaskOpened") { ($0.kind, $0.list, $0.due) = ("chase", 8, 99) })
    #expect(
      row(.sideTaskTaken(list: list, by: StaffID(rawValue: 2)))
        == expected("sideTaskTaken") { ($0.list, $0.staff) = (8, 2) })
    #expect(
      row(.sideTaskDone(.liability, list: list, outcome: 5))
        == expected("sideTaskDone") { ($0.kind, $0.list, $0.detail) = ("liability", 8, 5) })
  }
}
