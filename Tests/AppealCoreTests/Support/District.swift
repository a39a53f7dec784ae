import AppealCore
import CivicTime

/// A small district that the tables of commands play in. Numbers are spelled by name below.
enum District {
  static let zone = try? TimeZoneRules.fixed(offsetSeconds: 8 * 3_600)

  /// Office hours 09:00–12:00 and 14:00–18:00 on weekdays, no holidays, the whole of 2018.
  static func calendar() throws -> WorkingCalendar {
    let plan = CalendarPlan(
      zone: try TimeZoneRules.fixed(offsetSeconds: 8 * 3_600),
      hours: try OfficeHours(parsing: "Mon-Fri 09:00-12:00,14:00-18:00"))
    return try WorkingCalendar(
      plan, from: CivilDate(year: 2018, month: 1, day: 1),
      through: CivilDate(year: 2018, month: 12, day: 31))
  }

  /// Two streets; a centre and a post a street; three units; the general and the simple workflow.
  static func policy() throws -> Policy {
    Policy(
      calendar: try calendar(),
      places: Places(
        streets: ["Longtian", "Kengzi"],
        communities: [
          .init(name: "Laokeng", street: .longtian), .init(name: "Nanbu", street: .longtian),
          .init(name: "Jinsha", street: .kengzi),
        ]),
      channels: channels, form: form,
      units: [
        Unit(name: "Urban management", controllable: true),
        Unit(name: "Roads", controllable: true), Unit(name: "Power", controllable: false),
      ],
      dispatch: dispatch, workflows: [.simple, .general], serviceLevels: serviceLevels,
      returns: ReturnRules(limit: 2, escalateFrom: 2),
      windows: Windows(appraisal: .days(7), reopening: .days(15), idempotency: .days(10)))
  }

  private static var channels: [Channel] {
    [
      Channel(name: "12345"), Channel(name: "WeChat"),
      Channel(name: "Bulletin board", phase: .closed(successor: .weChat)),
      Channel(
        name: "Letters",
        phase: .migrating(to: .weChat, closesAt: Instant("03-08 00:00")), whenClosed: .refuse),
      Channel(name: "Old line", phase: .closed(successor: .letters)),
      Channel(name: "Suggestion box", phase: .closed(successor: .board), whenClosed: .refuse),
    ]
  }

  private static var form: Form {
    func leaf(_ name: String, simple: Bool, evidence: Bool, _ limitClass: UInt8) -> Form.Leaf {
      Form.Leaf(
        level1: "City", level2: "Appearance", level3: name, legalBasis: "Regulation \(name)",
        simple: simple, evidence: evidence, limitClass: limitClass)
    }
    return Form(
      version: "2",
      leaves: [
        leaf("Rubbish", simple: true, evidence: false, 0),
        leaf("Pothole", simple: false, evidence: true, 1),
        leaf("Blackout", simple: false, evidence: false, 2),
        leaf("Noise", simple: false, evidence: false, 1),
        leaf("Advice", simple: false, evidence: false, 3),
      ],
      owners: [
        [.urban, .urban], [.roads, .roads], [.power, .power], [.urban, .roads], [.urban, .urban],
      ])
  }

  private static var dispatch: DispatchTree {
    DispatchTree(
      posts: [
        .init(name: "Centre", kind: .district, parent: .none),
        .init(name: "Longtian post", kind: .street(.longtian), parent: .centre),
        .init(name: "Kengzi post", kind: .street(.kengzi), parent: .centre),
      ],
      intake: [
        [.centre, .centre], [.longtianPost, .kengziPost], [.centre, .centre], [.centre, .centre],
        [.centre, .centre], [.centre, .centre],
      ],
      order: .deadline)
  }

  private static var serviceLevels: ServiceLevelTable {
    ServiceLevelTable(
      overall: [
        .enquiry: .workingDays(1, .endOfDay), .suggestion: .workingDays(3, .endOfDay),
        .thanks: .none,
      ],
      classes: [
        .working(.hours(4)), .workingDays(5, .endOfDay), .elapsed(.hours(1)), .elapsed(.hours(48)),
      ],
      classed: [.complaint, .petition], leaves: [:],
      nodes: [.accept: .working(.hours(1)), .handle: .working(.hours(8))],
      urgentUpTo: .hours(1))
  }
}

extension StreetID {
  static let longtian = StreetID(0)
  static let kengzi = StreetID(1)
}

extension CommunityID {
  static let laokeng = CommunityID(0)
  static let nanbu = CommunityID(1)
  static let jinsha = CommunityID(2)
}

extension ChannelID {
  static let hotline = ChannelID(0)
  static let weChat = ChannelID(1)
  static let board = ChannelID(2)
  static let letters = ChannelID(3)
  static let oldLine = ChannelID(4)
  static let box = ChannelID(5)
}

extension UnitID {
  static let urban = UnitID(0)
  static let roads = UnitID(1)
  static let power = UnitID(2)
}

extension LeafID {
  /// Complaint: 4 working hours, simple workflow.
  static let rubbish = LeafID(0)
  /// Complaint: 5 working days, with evidence.
  static let pothole = LeafID(1)
  /// Complaint: 1 hour, urgent.
  static let blackout = LeafID(2)
  /// Complaint: 5 working days.
  static let noise = LeafID(3)
  /// Complaint: 48 elapsed hours, not urgent.
  static let advice = LeafID(4)
}

extension ListID {
  static let centre = ListID(0)
  static let longtianPost = ListID(1)
  static let kengziPost = ListID(2)
  static let urban = ListID(3)
  static let roads = ListID(4)
  static let power = ListID(5)
  static let longtianGrid = ListID(6)
  static let kengziGrid = ListID(7)
  static let liabilityDesk = ListID(8)
  static let callBackDesk = ListID(9)
  static let chasers = ListID(10)

  var name: String {
    let names = [
      "centre", "longtianPost", "kengziPost", "urban", "roads", "power", "longtianGrid",
      "kengziGrid", "liabilityDesk", "callBackDesk", "chasers",
    ]
    return index < names.count ? names[index] : "list \(index)"
  }
}
