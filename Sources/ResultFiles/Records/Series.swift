/// Counts of one civil day of one replication.
public struct DailyCount: Sendable, Hashable {
  public var scenario: String
  public var explanation: String
  public var replication: Int
  /// Counted from 0 at the first day of the window.
  public var dayIndex: Int
  /// The civil day, `2018-09-22`.
  public var date: String
  public var submitted: Int
  public var closed: Int
  /// Deadlines missed on this day, own limits.
  public var breached: Int
  /// Open appeals at the end of the day.
  public var backlog: Int

  public init(
    scenario: String, explanation: String, replication: Int, dayIndex: Int, date: String,
    submitted: Int, closed: Int, breached: Int, backlog: Int
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.replication = replication
    self.dayIndex = dayIndex
    self.date = date
    self.submitted = submitted
    self.closed = closed
    self.breached = breached
    self.backlog = backlog
  }
}

/// Events by weekday and hour, summed over all replications.
public struct HeatCell: Sendable, Hashable {
  public enum Measure: String, Sendable, CaseIterable { case demand, breach }

  public var scenario: String
  public var explanation: String
  public var measure: Measure
  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int
  /// Local hour, 0…23.
  public var hour: Int
  public var count: Int

  public init(
    scenario: String, explanation: String, measure: Measure, weekday: Int, hour: Int, count: Int
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.measure = measure
    self.weekday = weekday
    self.hour = hour
    self.count = count
  }
}

/// One bin of a distribution, `low` ≤ value < `high`, summed over all replications.
public struct HistogramBin: Sendable, Hashable {
  public var scenario: String
  public var explanation: String
  /// `close_hours` is the one that the report draws: hours from submission to close.
  public var measure: String
  public var low: Double
  public var high: Double
  public var count: Int

  public init(
    scenario: String, explanation: String, measure: String, low: Double, high: Double, count: Int
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.measure = measure
    self.low = low
    self.high = high
    self.count = count
  }
}

/// One limit on the axis of a distribution, and the appeals it applied to.
public struct DeadlineMark: Sendable, Hashable {
  public var scenario: String
  public var explanation: String
  public var measure: String
  /// Names the limit within its scenario, `enquiry` for instance.
  public var key: String
  public var title: BilingualText
  /// Typical position on the axis of the measure, hours for `close_hours`.
  public var value: Double
  /// Appeals under this limit whose deadline falls in the window, over all replications.
  public var due: Int
  /// Those of them closed by their own deadline.
  public var onTime: Int

  public init(
    scenario: String, explanation: String, measure: String, key: String, title: BilingualText,
    value: Double, due: Int, onTime: Int
  ) {
    self.scenario = scenario
    self.explanation = explanation
    self.measure = measure
    self.key = key
    self.title = title
    self.value = value
    self.due = due
    self.onTime = onTime
  }
}
