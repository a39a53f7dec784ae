import ResultFiles

extension FixtureBuilder {
  mutating func addDaily(_ arm: Arm) {
    let level = FixtureSubjects.baselineMeans[5] * factor(arm, 5)
    let overloaded = result.overloaded.contains(arm)
    for replication in 0..<replications {
      var backlog = overloaded ? 420.0 : level
      for day in 0..<days {
        let weekday = (day + 5) % 7
        let demand = weekday < 5 ? 128.0 : 72.0
        let submitted = max(5, demand * (1 + 0.25 * random.normal()))
        let drift = overloaded ? 5.5 : 0.06 * (level - backlog)
        let before = backlog
        backlog = max(20, backlog + drift + 0.02 * level * random.normal() + 0.12 * (demand - 112))
        result.daily.append(
          DailyCount(
            scenario: arm.scenario, explanation: arm.explanation, replication: replication,
            dayIndex: day, date: Self.date(day), submitted: Int(submitted),
            closed: max(0, Int(submitted - backlog + before)), breached: Int(submitted * 0.09),
            backlog: Int(backlog)))
      }
    }
  }

  /// Civil date of a day counted from 2018-09-22.
  static func date(_ day: Int) -> String {
    var (year, month, rest) = (2018, 9, 21 + day)
    while true {
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      if rest < lengths[month - 1] { break }
      rest -= lengths[month - 1]
      month += 1
      if month > 12 { (year, month) = (year + 1, 1) }
    }
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(two(month))-\(two(rest + 1))"
  }

  mutating func addHeat(_ arm: Arm) {
    for measure in HeatCell.Measure.allCases {
      for weekday in 1...7 {
        for hour in 0..<24 {
          let week = weekday < 6 ? 1.0 : 0.55
          let peaks = [9: 3.1, 10: 3.6, 11: 2.8, 14: 2.5, 15: 3.0, 16: 2.9, 17: 2.2, 20: 1.4]
          var mean = week * ((peaks[hour] ?? (hour < 7 ? 0.15 : 1.0)))
          if measure == .breach { mean = hour == 18 && weekday < 6 ? 2.4 : 0.05 * week }
          let count = Int(mean * 800 * (1 + 0.08 * random.normal()))
          result.heat.append(
            HeatCell(
              scenario: arm.scenario, explanation: arm.explanation, measure: measure,
              weekday: weekday, hour: hour, count: max(0, count)))
        }
      }
    }
  }

  mutating func addHistogram(_ arm: Arm) {
    let scale = 31.4 * factor(arm, 7)
    var low = 0.0
    var high = 0.5
    while high < 1100 {
      // Log-logistic: a plausible closed form for times to close.
      func below(_ hours: Double) -> Double {
        let ratio = hours / scale
        return ratio * ratio.squareRoot() / (1 + ratio * ratio.squareRoot())
      }
      let count = Int(41_230 * Double(replications) * (below(high) - below(low)))
      result.histograms.append(
        HistogramBin(
          scenario: arm.scenario, explanation: arm.explanation, measure: "close_hours", low: low,
          high: high, count: count))
      (low, high) = (high, high * 1.25)
    }
    addDeadlines(arm)
  }

  private mutating func addDeadlines(_ arm: Arm) {
    let long = arm.scenario == "pingshan-2016" ? 2.0 : arm.scenario.hasPrefix("package") ? 0.7 : 1
    for (key, zh, en, hours, share) in [
      ("complaint", "投诉", "complaint", 168.0, 0.61), ("enquiry", "咨询", "enquiry", 24.0, 0.29),
      ("suggestion", "建议", "suggestion", 72.0, 0.1),
    ] {
      let due = Int(41_230 * Double(replications) * share)
      result.deadlines.append(
        DeadlineMark(
          scenario: arm.scenario, explanation: arm.explanation, measure: "close_hours", key: key,
          title: BilingualText(zh: zh, en: en), value: hours * long, due: due,
          onTime: Int(Double(due) * 0.9)))
    }
  }
}
