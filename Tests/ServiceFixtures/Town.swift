import AppealCore
import CivicTime

/// A small town for services to run in: one post, one unit, one street, all of 2018.
public enum Town {
  public static let post = ListID(0)
  public static let unit = ListID(1)
  public static let grid = ListID(2)
  public static let works = UnitID(0)
  public static let pothole = LeafID(0)
  public static let rubbish = LeafID(1)

  /// Monday 2018-03-05 09:00 +08:00.
  public static let monday = Instant(milliseconds: 1_520_211_600_000)

  /// - Parameter memory: how long an ended appeal is remembered.
  public static func policy(memory: Milliseconds = .days(15)) throws -> Policy {
    Policy(
      calendar: try calendar(),
      places: Places(streets: ["Longtian"], communities: [.init(name: "Laokeng", street: .first)]),
      channels: [Channel(name: "WeChat")], form: form,
      units: [Unit(name: "Public works", controllable: true)],
      dispatch: DispatchTree(
        posts: [.init(name: "Centre", kind: .district, parent: .none)], intake: [[post]],
        order: .deadline),
      workflows: [.simple, .general],
      serviceLevels: ServiceLevelTable(
        overall: [:], classes: [.workingDays(5, .endOfDay), .elapsed(.hours(1))],
        classed: Set(Nature.allCases), leaves: [:], nodes: [:], urgentUpTo: .hours(1)),
      returns: ReturnRules(limit: 2, escalateFrom: 2),
      windows: Windows(appraisal: memory, reopening: memory, idempotency: memory))
  }

  private static func calendar() throws -> WorkingCalendar {
    let plan = CalendarPlan(
      zone: try TimeZoneRules.fixed(offsetSeconds: 8 * 3_600),
      hours: try OfficeHours(parsing: "Mon-Fri 09:00-12:00,14:00-18:00"))
    return try WorkingCalendar(
      plan, from: CivilDate(year: 2018, month: 1, day: 1),
      through: CivilDate(year: 2018, month: 12, day: 31))
  }

  private static var form: Form {
    func leaf(_ name: String, simple: Bool, _ limitClass: UInt8) -> Form.Leaf {
      Form.Leaf(
        level1: "City", level2: "Appearance", level3: name, legalBasis: "Regulation \(name)",
        simple: simple, evidence: false, limitClass: limitClass)
    }
    return Form(
      version: "1",
      leaves: [leaf("Pothole", simple: false, 0), leaf("Rubbish", simple: true, 1)],
      owners: [[works], [works]])
  }

  /// A complaint about `leaf`, made long ago.
  public static func submit(_ reference: UInt64, _ leaf: LeafID = pothole) -> Command {
    .submit(
      Submission(
        reference: reference, contactAt: monday - .days(30), channel: ChannelID(0), leaf: leaf,
        nature: .complaint, community: CommunityID(0)))
  }
}

extension StreetID {
  fileprivate static let first = StreetID(0)
}
