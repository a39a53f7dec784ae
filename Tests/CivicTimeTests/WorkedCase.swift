import CivicTime
import Testing

/// One worked case of another system's tests. Readings without an offset are on the clock of
/// `readIn`, which need not be the office's.
struct WorkedCase: CustomTestStringConvertible, Sendable {
  enum Question: Sendable {
    case deadline(after: Milliseconds, due: String)
    case elapsed(until: String, Milliseconds)
    /// By the rule of the same clock time, which all these systems follow.
    case workingDays(Int, due: String)
  }

  let id: Int
  let source: Source
  let hours: String
  var office = "UTC"
  var readIn = "UTC"
  var holidays: [String] = []
  /// When the clock was stopped.
  var pauses: [(from: String, to: String)] = []
  let start: String
  let question: Question

  var testDescription: String { "row \(id), \(source.rawValue)" }
}

/// Where the cases come from: projects and the files of their tests.
enum Source: String, Sendable {
  case biz = "zendesk/biz spec/calculation/for_duration_spec.rb"
  case bizWithin = "zendesk/biz spec/calculation/duration_within_spec.rb"
  case hours = "bokmann/business_time test/test_business_hours.rb"
  case duration = "bokmann/business_time test/test_calculating_business_duration.rb"
  case days = "bokmann/business_time test/test_business_days.rb"
  case otobo = "RotherOSS/otobo scripts/test/DateTime/AddWorkingTime.t"
  case otoboDelta = "RotherOSS/otobo scripts/test/DateTime/DeltaWorkingTime.t"
  case delta = "seppemans/businesstimedelta businesstimedelta/test/businesstimedelta_tests.py"
  case zammad = "zammad/zammad spec/models/ticket/escalation_examples.rb"
  case zammadIssue = "zammad/zammad issue 390, derived from the thread"
  case glpi = "glpi-project/glpi tests/functional/CalendarTest.php"
  case jbpm = "kiegroup/jbpm jbpm-flow BusinessCalendarImplTest.java"
}
