import AppealCore
import AppealWorld
import CivicTime
import Indicators
import ResultFiles
import Scenarios

/// The rows of one scenario under one explanation.
struct ArmRecords {
  var names: Arm
  var scenario: Scenario
  var sample: Sample
  /// First day of the window, `2018-09-22`.
  var window: String
  var measured: MeasuredTable?

  func append(to result: inout ExperimentResult) {
    result.trials += trials
    result.daily += daily
    guard let total = sample.total else { return }
    result.groups += groups(total.groups)
    result.heat += heat(total.demandByHour, .demand) + heat(total.breachesByHour, .breach)
    result.histograms += histogram(total)
    result.deadlines += deadlines(total.groups)
    result.posts += posts(total)
    result.reproduction += reproduction(total)
  }

  private var trials: [TrialValue] {
    Indicator.catalogue.flatMap { indicator in
      sample.column(indicator.id).enumerated().compactMap { replication, value in
        value.map {
          TrialValue(
            scenario: names.scenario, explanation: names.explanation, replication: replication,
            indicator: indicator.id, value: $0)
        }
      }
    }
  }

  private var daily: [DailyCount] {
    let start = scenario.plan.window.start
    return sample.daily.enumerated().flatMap { replication, days in
      days.enumerated().map { day, row in
        DailyCount(
          scenario: names.scenario, explanation: names.explanation, replication: replication,
          dayIndex: day, date: start.advanced(by: day).description, submitted: row.submitted,
          closed: row.closed, breached: row.breached, backlog: row.backlog)
      }
    }
  }

  private func groups(_ groups: TrialMeasures.Groups) -> [GroupCount] {
    let policy = scenario.plan.policy
    var categories: [String] = []
    for leaf in policy.form.leaves where !categories.contains(leaf.level1) {
      categories.append(leaf.level1)
    }
    return rows(.channel, policy.channels.map(\.name), groups.channel)
      + rows(.street, policy.places.streets, groups.street)
      + rows(.category, categories, groups.category)
      + rows(.unit, policy.units.map(\.name) + ["未派遣"], groups.unit)
  }

  private func rows(
    _ dimension: GroupCount.Dimension, _ titles: [String], _ counts: [TimelyCount]
  ) -> [GroupCount] {
    zip(titles, counts).enumerated().compactMap { index, row in
      guard row.1.due > 0 else { return nil }
      return GroupCount(
        scenario: names.scenario, explanation: names.explanation, dimension: dimension,
        key: "\(dimension.rawValue)-\(index)", title: BilingualText(zh: row.0, en: row.0),
        due: row.1.due, onTime: row.1.onTime,
        measuredShare: measured?.share(dimension, row.0)?.value)
    }
  }

  private func heat(_ hours: [Int], _ measure: HeatCell.Measure) -> [HeatCell] {
    hours.enumerated().map { hour, count in
      HeatCell(
        scenario: names.scenario, explanation: names.explanation, measure: measure,
        weekday: hour / 24 + 1, hour: hour % 24, count: count)
    }
  }

  private func histogram(_ total: TrialMeasures) -> [HistogramBin] {
    total.closeTime.coarse(perOctave: 4).map { bin in
      HistogramBin(
        scenario: names.scenario, explanation: names.explanation, measure: "close_hours",
        low: bin.low, high: bin.high, count: bin.count)
    }
  }

  private func deadlines(_ groups: TrialMeasures.Groups) -> [DeadlineMark] {
    let limits = (try? MeasurePlan.limits(scenario.plan.policy)) ?? []
    return limits.enumerated().compactMap { index, limit in
      guard groups.limit.indices.contains(index), groups.limit[index].due > 0 else { return nil }
      let count = groups.limit[index]
      let span = Double(groups.limitSpans[index]) / Double(count.due) / 3_600_000
      return DeadlineMark(
        scenario: names.scenario, explanation: names.explanation, measure: "close_hours",
        key: "\(limit)", title: LimitText.title(limit), value: span, due: count.due,
        onTime: count.onTime)
    }
  }

  private func posts(_ total: TrialMeasures) -> [PostLoad] {
    let trials = Double(total.trials)
    return zip(scenario.plan.teams, total.staff).compactMap { team, staff in
      guard staff.heads > 0 else { return nil }
      return PostLoad(
        scenario: names.scenario, explanation: names.explanation, post: team.id,
        kind: kind(team), title: BilingualText(zh: team.title, en: team.id),
        heads: staff.heads / trials, utilisation: staff.utilisation ?? 0,
        meanWaitHours: staff.meanWaitHours, meanQueue: staff.queueMean / trials)
    }
  }

  private func kind(_ team: Team) -> String {
    switch team.role {
    case .unit: return "unit"
    case .verify: return "grid"
    case .desk: return "desk"
    case .dispatch:
      let posts = scenario.plan.policy.dispatch.posts
      guard let list = team.lists.first, posts.indices.contains(list.index) else { return "post" }
      switch posts[list.index].kind {
      case .district: return "district"
      case .street: return "street"
      case .account: return "account"
      }
    }
  }
}
