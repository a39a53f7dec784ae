import AppealCore
import CivicTime
import Indicators

/// A district of two streets, two units, two channels and two leaves, measured for seven days
/// from Monday 2018-10-15; office hours Mon-Fri 09:00-18:00 at +08:00.
struct TinyDistrict {
  var calendar: WorkingCalendar
  var policy: Policy
  var reference: ServiceLevelTable
  var days = 7

  static let start = CivilDate("2018-10-15") ?? CivilDate(daysSince1970: 0)

  init() throws {
    let plan = CalendarPlan(
      zone: try .fixed(offsetSeconds: 8 * 3_600),
      hours: try OfficeHours(parsing: "Mon-Fri 09:00-18:00"))
    calendar = try WorkingCalendar(
      plan, from: try CivilDate(parsing: "2018-01-01"),
      through: try CivilDate(parsing: "2030-12-31"))
    policy = Policy(
      calendar: calendar, places: Self.places,
      channels: [Channel(name: "12345"), Channel(name: "WeChat")], form: Self.form,
      units: [Unit(name: "A", controllable: true), Unit(name: "B", controllable: true)],
      dispatch: DispatchTree(posts: [], intake: [], order: .deadline), workflows: [.general],
      serviceLevels: Self.limits(complaint: .elapsed(.hours(24))),
      returns: ReturnRules(limit: 1, escalateFrom: 1),
      windows: Windows(appraisal: .days(7), reopening: .days(7), idempotency: .days(7)))
    reference = Self.limits(complaint: .elapsed(.hours(48)))
  }

  var plan: MeasurePlan {
    MeasurePlan(
      start: Self.start, days: days, policy: policy, reference: reference,
      promoted: [false, true])
  }

  private static let places = Places(
    streets: ["North", "South"],
    communities: [
      .init(name: "N1", street: StreetID(0)), .init(name: "S1", street: StreetID(1)),
    ])

  private static let form = Form(
    version: "tiny",
    leaves: [
      .init(
        level1: "Waste", level2: "Street", level3: "Rubbish", legalBasis: "§1", simple: false,
        evidence: false, limitClass: 0),
      .init(
        level1: "Building", level2: "Noise", level3: "Night", legalBasis: "§2", simple: false,
        evidence: false, limitClass: 1),
    ],
    owners: [[UnitID(0), UnitID(0)], [UnitID(1), UnitID(1)]])

  private static func limits(complaint: Target) -> ServiceLevelTable {
    ServiceLevelTable(
      overall: [
        .enquiry: .workingDays(1, .endOfDay), .suggestion: .workingDays(3, .endOfDay),
        .thanks: .none,
      ],
      classes: [complaint, .workingDays(5, .endOfDay)], classed: [.complaint, .petition],
      leaves: [:], nodes: [:], urgentUpTo: 0)
  }
}

/// Writes journals by hand: days and hours of October 2018 on the wall clock at +08:00.
struct Script {
  private(set) var entries: [JournalEntry] = []
  /// What the host knows of the submissions, in their order.
  var truths: [(reference: UInt64, leaf: Int, unit: Int)] = []
  private var submitted: UInt32 = 0

  /// `at(15, 9, 30)` is 2018-10-15T09:30+08:00.
  static func at(_ day: Int, _ hour: Int, _ minute: Int = 0) -> Instant {
    let midnight = Int64(TinyDistrict.start.daysSince1970) + Int64(day - 15)
    return Instant(
      milliseconds: .days(midnight) + .hours(Int64(hour) - 8) + .minutes(Int64(minute)))
  }

  /// Submits the next appeal of `need`; the deadline is 24 hours on unless it is given.
  @discardableResult
  mutating func submit(
    need: UInt64, ordinal: UInt64 = 0, at now: Instant, due: Instant? = nil,
    contact: Instant? = nil, channel: Int = 0, leaf: Int = 0, nature: Nature = .complaint,
    community: Int = 0
  ) -> AppealNumber {
    submitted += 1
    let number = AppealNumber(rawValue: submitted)
    let submission = Submission(
      reference: need << 8 | ordinal, contactAt: contact ?? now, channel: ChannelID(channel),
      leaf: LeafID(leaf), nature: nature, community: CommunityID(community))
    let due = due ?? now + .hours(24)
    add(number, .submitted(submission, list: ListID(0), due: due, nodeDue: .distantFuture), at: now)
    return number
  }

  mutating func dispatch(_ number: AppealNumber, to unit: Int, at now: Instant) {
    add(
      number,
      .dispatched(UnitID(unit), next: .signIn, list: ListID(1), nodeDue: .distantFuture), at: now)
  }

  mutating func close(_ number: AppealNumber, at now: Instant) {
    add(number, .closed(.close), at: now)
  }

  mutating func add(_ number: AppealNumber, _ change: Change, at now: Instant) {
    entries.append(JournalEntry(at: now, appeal: number, change: change))
  }

  /// Folds the entries in the order of time (equal times as written).
  func measures(_ district: TinyDistrict, staff: [StaffTally] = []) throws -> TrialMeasures {
    var fold = try TrialFold(district.plan)
    for truth in truths {
      fold.know(truth.reference, leaf: LeafID(truth.leaf), unit: UnitID(truth.unit))
    }
    let ordered = entries.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    ordered.map(\.element).withUnsafeBufferPointer { fold.fold($0) }
    return fold.finish(staff: staff)
  }
}
