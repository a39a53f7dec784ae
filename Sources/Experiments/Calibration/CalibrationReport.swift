import AppealCore
import AppealWorld
import Foundation
import Indicators
import Scenarios

/// What a calibration found, as the table of a scenario and as text for people.
public struct CalibrationReport: Sendable {
  /// One line measured ↔ simulated; shares on time unless the key says otherwise.
  public struct Line: Sendable, Equatable {
    public var key: String
    public var title: String
    public var measured: Double
    public var count: Int
    public var simulated: Double
    /// |simulated − measured| that counts as reproduced; nil where nothing is asked.
    public var tolerance: Double?

    public var isReproduced: Bool? { tolerance.map { abs(simulated - measured) <= $0 } }
  }

  public var outcome: CalibrationOutcome
  public var lines: [Line]
  /// Ids of the units, by their place.
  public var unitIDs: [String]

  /// - Parameter verification: counts of replications that the calibration has not seen.
  public init(
    _ outcome: CalibrationOutcome, verification total: TrialMeasures, plan: WorldPlan,
    measured: MeasuredTable
  ) {
    self.outcome = outcome
    var ids = Array(repeating: "", count: plan.policy.units.count)
    for team in plan.teams {
      if case .unit(let unit) = team.role { ids[unit.index] = team.id }
    }
    unitIDs = ids
    lines = Self.lines(total, plan, measured)
  }

  private static func lines(
    _ total: TrialMeasures, _ plan: WorldPlan, _ measured: MeasuredTable
  ) -> [Line] {
    var lines: [Line] = []
    func add(
      _ key: String, _ title: String, _ share: MeasuredTable.Share?, _ count: TimelyCount,
      _ tolerance: Double?
    ) {
      guard let share, let simulated = count.share else { return }
      lines.append(
        Line(
          key: key, title: title, measured: share.value, count: share.count,
          simulated: simulated, tolerance: tolerance))
    }
    add("overall", "全部 all", measured.overall, total.scalars.own, 0.015)
    for unit in measured.units where unit.isLarge && unit.unit < total.groups.unit.count {
      add(
        "unit", unit.title, unit.share, total.groups.unit[unit.unit],
        2 * unit.share.standardError)
    }
    for (index, channel) in plan.policy.channels.enumerated() {
      add("channel", channel.name, measured.channel(channel.name), total.groups.channel[index], nil)
    }
    for nature in Nature.allCases {
      add(
        "nature", nature.chinese, measured.natures[nature.chinese],
        total.groups.nature[Int(nature.rawValue)], nil)
    }
    return lines
  }

  /// Reproduced among the units with most rows.
  public var largeUnits: (reproduced: Int, all: Int) {
    let units = lines.filter { $0.key == "unit" }
    return (units.count { $0.isReproduced == true }, units.count)
  }

  /// The table that the explanation names: one value for each unit.
  ///
  /// - Parameter comment: lines before the header, without `#`.
  public func csv(comment: [String]) -> String {
    var values: [Int: Double] = [:]
    for group in outcome.groups {
      for unit in group.group.units { values[unit] = group.value }
    }
    var text = comment.map { "# \($0)\n" }.joined() + "unit,value\n"
    for (unit, id) in unitIDs.enumerated() where !id.isEmpty {
      guard let value = values[unit] else { continue }
      text += "\(id),\(Self.significant(value))\n"
    }
    return text
  }

  /// Four significant digits.
  private static func significant(_ value: Double) -> String {
    String(format: "%.4g", value)
  }

  /// The table measured ↔ simulated, in Markdown.
  public func markdown(explanation: String) -> String {
    let units = largeUnits
    var text = "## \(explanation)\n\n"
    text += "Free parameters 自由参数: \(outcome.freeParameters). "
    text += "Iterations 迭代: \(outcome.iterations). "
    text += "Large units within 2 standard errors 大单位两倍标准误内: "
    text += "\(units.reproduced)/\(units.all).\n\n"
    text += "| what | rows | measured % | SE | simulated % | reproduced |\n|---|--:|--:|--:|--:|---|\n"
    for line in lines {
      let error = MeasuredTable.Share(value: line.measured, count: line.count).standardError
      let verdict = line.isReproduced.map { $0 ? "yes" : "no" } ?? "–"
      text += "| \(line.key): \(line.title) | \(line.count) | \(percent(line.measured)) "
      text += "| \(percent(error)) | \(percent(line.simulated)) | \(verdict) |\n"
    }
    let missed = outcome.groups.filter { !$0.isMet }
    if !missed.isEmpty {
      let names = missed.map { group in
        "\(group.group.name) (\(percent(group.group.target.value)) ↔ "
          + "\(group.simulated.map(percent) ?? "–"))"
      }
      text += "\nNot met 未达到: \(names.joined(separator: ", ")).\n"
    }
    return text
  }

  private func percent(_ share: Double) -> String { String(format: "%.1f", 100 * share) }
}
