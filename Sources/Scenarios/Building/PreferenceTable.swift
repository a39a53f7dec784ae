import AppealCore
import AppealWorld

/// Who asks about what prefers which channel, from the trace's table (level1, nature_class, channel,
/// affinity). A channel that the trace does not know is as dear to everyone (affinity 1).
struct PreferenceTable {
  let preferences: ChannelPreferences

  init(
    _ demand: Value, leaves: [Form.Leaf], channels: ChannelBuilder
  ) throws(ScenarioError) {
    let traced = try Self.tracedChannels(demand["channels"].table)
    let columns = try TableColumns(
      demand["affinity"].table, required: ["level1", "nature_class", "channel", "affinity"],
      isOpen: true)
    var seen: Set<String> = []
    let levels = Directory(
      "first level", leaves.map(\.level1).filter { seen.insert($0).inserted })
    let classes = Directory("class of nature", ["complaint", "other"])
    let channelCount = channels.channels.count
    var affinity = Array(repeating: 1.0, count: levels.count * classes.count * channelCount)
    var problems: [ScenarioProblem] = []
    for row in columns.table.rows {
      guard
        let level = levels.find(columns.text("level1", row), "level1", row.place, &problems),
        let nature = classes.find(
          columns.text("nature_class", row), "nature_class", row.place, &problems),
        let channel = columns.reference(
          "channel", row, to: "channel", count: traced.count, &problems),
        let value = columns.number("affinity", row, in: .amount, &problems)
      else { continue }
      guard let number = channels.ids[traced[channel]] else { continue }
      affinity[(level * classes.count + nature) * channelCount + number] = value
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    preferences = ChannelPreferences(
      affinity: affinity, firstLevelOfLeaf: leaves.map { UInt8(levels[$0.level1] ?? 0) })
  }

  private static func tracedChannels(_ table: CSVTable) throws(ScenarioError) -> [String] {
    let columns = try TableColumns(table, required: ["channel", "id"], isOpen: true)
    var problems: [ScenarioProblem] = []
    for (index, row) in table.rows.enumerated() {
      columns.checkNumbering("channel", row, index, &problems)
    }
    guard problems.isEmpty else { throw ScenarioError(problems) }
    return table.rows.map { columns.text("id", $0) }
  }
}
