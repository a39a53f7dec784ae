import CivicTime
import Foundation
import Queries
import ResultFiles
import Synchronization

/// Writes small journals by hand. Times are local, `10-01 09:30` of 2018, eight hours ahead of UTC.
final class TinyJournal {
  private(set) var rows: [JournalRow] = []
  var labels = TinyJournal.labels
  var arm = TinyJournal.arm("base", "plain")

  static func instant(_ text: String) -> Int64 {
    let parts = text.split { $0 == "-" || $0 == " " || $0 == ":" }.compactMap { Int64($0) }
    let date = (try? CivilDate(year: 2018, month: Int(parts[0]), day: Int(parts[1])))
    let day = Int64(date?.daysSince1970 ?? 0)
    return (day * 24 + parts[2] - 8) * 3_600_000 + parts[3] * 60_000
  }

  static func arm(_ scenario: String, _ explanation: String) -> JournalArm {
    let first = Int(instant("10-01 00:00") / 86_400_000) + 1
    let workingDays = (first..<first + 61).filter {
      $0 > first && CivilDate(daysSince1970: Int32($0)).isoWeekday <= 5
    }
    return JournalArm(
      arm: Arm(scenario: scenario, explanation: explanation), replication: 0,
      scenario: BilingualText(zh: "基准", en: "Base"),
      explanation: BilingualText(zh: "原样", en: "As stated"), zone: "Asia/Shanghai",
      offsets: [.init(since: 0, seconds: 28_800)], workingDays: workingDays,
      window: instant("10-01 00:00")..<instant("12-01 00:00"), needShift: 8)
  }

  static let labels: [JournalLabel] = {
    let one = { (text: String) in BilingualText(zh: text, en: text) }
    return [
      JournalLabel(.leaf, 0, one("Litter"), levels: ["City", "Refuse"]),
      JournalLabel(.leaf, 1, one("Hawkers"), levels: ["City", "Order"]),
      JournalLabel(.leaf, 2, one("Noise"), levels: ["Water", "Sound"]),
      JournalLabel(.street, 0, one("Pingshan")), JournalLabel(.street, 1, one("Kengzi")),
      JournalLabel(.community, 0, one("East"), parent: 0),
      JournalLabel(.community, 1, one("West"), parent: 0),
      JournalLabel(.community, 2, one("North"), parent: 1),
      JournalLabel(.unit, 0, one("Order office"), isControllable: true),
      JournalLabel(.unit, 1, one("Water office"), isControllable: true),
      JournalLabel(.unit, 2, one("Power company"), isControllable: false),
      JournalLabel(.channel, 0, one("WeChat")), JournalLabel(.channel, 1, one("12345")),
      JournalLabel(.list, 0, one("Centre")),
      JournalLabel(.list, 1, one("Order office"), parent: 0),
      JournalLabel(.list, 2, one("Water office"), parent: 1),
      JournalLabel(.list, 3, one("Power company"), parent: 2),
      JournalLabel(.staff, 0, one("Centre crew")),
      JournalLabel(.staff, 1, one("Order crew"), parent: 0),
      JournalLabel(.staff, 2, one("Water crew"), parent: 1),
      JournalLabel(.staff, 3, one("Power crew"), parent: 2),
      JournalLabel(.tag, 0, BilingualText(zh: "重复投诉", en: "Repeat complaint")),
      JournalLabel(.tag, 1, BilingualText(zh: "重点督办", en: "Key supervision")),
      JournalLabel(.campaign, 0, BilingualText(zh: "创文", en: "Civilised city")),
      JournalLabel(.body, 0, BilingualText(zh: "政法委", en: "Politics and law")),
      JournalLabel(.answer, 0, BilingualText(zh: "模板甲", en: "Template A")),
      JournalLabel(.answer, 1, BilingualText(zh: "模板乙", en: "Template B")),
      JournalLabel(.workflow, 0, BilingualText(zh: "一般流程", en: "General")),
      JournalLabel(.workflow, 1, BilingualText(zh: "简易流程", en: "Simple")),
    ]
  }()

  func add(
    _ appeal: Int64, _ at: String, _ change: String, _ fill: (inout JournalRow) -> Void = { _ in }
  ) {
    var row = JournalRow(at: Self.instant(at), appeal: appeal, change: change)
    fill(&row)
    rows.append(row)
  }

  /// Contact is half an hour before registration unless said otherwise; each appeal is a need.
  func submit(
    _ appeal: Int64, _ at: String, channel: Int64, leaf: Int64, _ nature: String,
    community: Int64, due: String, contact: String? = nil, need: Int64? = nil
  ) {
    add(appeal, at, "submitted") {
      $0.reference = (need ?? appeal) << 8 | (need == nil ? 0 : 1)
      $0.contactAt = contact.map(Self.instant) ?? Self.instant(at) - 1_800_000
      ($0.channel, $0.leaf, $0.nature, $0.community) = (channel, leaf, nature, community)
      ($0.list, $0.due, $0.nodeDue) = (0, Self.instant(due), Self.instant(at) + 3_600_000)
    }
  }

  /// Dispatched to a unit whose list is one more than its number, and taken up by its crew.
  func dispatch(
    _ appeal: Int64, _ at: String, to unit: Int64, by nodeDue: String, taken: String?
  ) {
    add(appeal, at, "dispatched") {
      ($0.unit, $0.list, $0.nodeDue) = (unit, unit + 1, Self.instant(nodeDue))
      $0.nextNode = "signIn"
    }
    if let taken { take(appeal, taken, unit: unit) }
  }

  func take(_ appeal: Int64, _ at: String, unit: Int64) {
    add(appeal, at, "taken") { ($0.list, $0.staff) = (unit + 1, unit + 1) }
  }

  func close(_ appeal: Int64, _ at: String) { add(appeal, at, "closed") { $0.node = "close" } }

  private static let count = Atomic(0)

  /// Entries in the order of time, as a core writes them.
  func write(to path: String) throws {
    let file = try JournalFile(path: path)
    let number = try file.add(arm, labels: labels)
    let ordered = rows.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }
    try file.append(ordered.map(\.element), arm: number, first: 0)
    try file.close()
  }

  static func temporaryFolder() throws -> String {
    let number = count.add(1, ordering: .relaxed).newValue
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "huying-queries-\(ProcessInfo.processInfo.processIdentifier)-\(number)"
    ).path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }

  /// Asks the journal, in a file that is gone afterwards.
  func ask<Value>(
    _ language: ReportLanguage = .english, _ body: (Workspace) throws -> Value
  ) throws -> Value {
    let folder = try Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/journal.sqlite"
    try write(to: path)
    return try JournalSource(path: path).withWorkspace(arm: 0, language: language, body)
  }
}
