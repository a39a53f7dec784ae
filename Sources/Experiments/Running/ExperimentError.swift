/// Why an experiment could not be run.
public enum ExperimentError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Stopped by the user; nothing was written.
  case interrupted
  case nothingToRun
  case unknownIndicator(String, known: [String])
  case unknownExplanation(String, known: [String])
  case duplicateScenario(String)
  case invalid(option: String, value: String, mend: String)
  /// Arms of one experiment must measure the same days.
  case differentWindows(String, String)
  /// Arms of one experiment must start demand on the same day.
  case differentStarts(String, String, key: String, values: String)
  /// The range of an assumed response reaches past the value without the lever.
  case backwards(lever: String, key: String, end: Double, without: Double)
  /// The world or the measures refuse a scenario.
  case refused(scenario: String, explanation: String, reason: String)

  public var description: String {
    switch self {
    case .interrupted:
      "Stopped before the end; no results were written. Run it again to get them."
    case .nothingToRun:
      "There is no scenario to run; name at least one."
    case .unknownIndicator(let id, let known):
      "There is no indicator \(id); known are \(known.joined(separator: ", "))."
    case .unknownExplanation(let id, let known):
      "There is no explanation \(id); known are \(known.joined(separator: ", "))."
    case .duplicateScenario(let id):
      "The scenario \(id) is named twice; give each one once."
    case .invalid(let option, let value, let mend):
      "\(value) is no value for \(option); \(mend)."
    case .differentWindows(let first, let second):
      "\(first) and \(second) measure different days; give both the same window."
    case .differentStarts(let first, let second, let key, let values):
      "\(first) and \(second) start demand on different days: \(key) is \(values); "
        + "give both the same."
    case .backwards(let lever, let key, let end, let without):
      "The range of \(key) in the lever \(lever) reaches \(end), past \(without), which it is without "
        + "the lever, so that the low end would respond the other way; end the range at \(without)."
    case .refused(let scenario, let explanation, let reason):
      "\(scenario) under \(explanation) cannot be run: \(reason)"
    }
  }

  /// As in sysexits: 75 asks to try again, 64 is a wrong command line, 78 a wrong configuration.
  public var exitCode: Int32 {
    switch self {
    case .interrupted: 75
    case .nothingToRun, .unknownIndicator, .unknownExplanation, .duplicateScenario, .invalid: 64
    case .differentWindows, .differentStarts, .backwards, .refused: 78
    }
  }
}
