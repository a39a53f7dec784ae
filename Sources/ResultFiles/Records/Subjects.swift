/// A scenario that was run.
public struct ScenarioRecord: Sendable, Hashable, Codable {
  public var id: String
  public var title: BilingualText
  public var summary: BilingualText
  /// Hash of the resolved scenario, in hexadecimal.
  public var hash: String

  public init(id: String, title: BilingualText, summary: BilingualText, hash: String) {
    self.id = id
    self.title = title
    self.summary = summary
    self.hash = hash
  }
}

/// One calibration of the same demand: why appeals are late.
public struct ExplanationRecord: Sendable, Hashable, Codable {
  public var id: String
  public var title: BilingualText
  /// One sentence on the mechanism.
  public var summary: BilingualText
  /// Parameters that were fitted to the measured table; nil where none were.
  public var freeParameters: Int?

  public init(
    id: String, title: BilingualText, summary: BilingualText, freeParameters: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.freeParameters = freeParameters
  }
}

/// What an indicator is: its unit, which direction is better, and its words.
public struct IndicatorRecord: Sendable, Hashable, Codable {
  /// How a value is printed. Shares are stored as 0…1 and printed in per cent.
  public enum Unit: String, Sendable, CaseIterable, Codable {
    case share, hours, count, score, cost
    case workingHours = "working_hours"
    case perAppeal = "per_appeal"
  }

  public enum Polarity: Int, Sendable, CaseIterable, Codable {
    case lowerIsBetter = -1
    case neutral = 0
    case higherIsBetter = 1
  }

  public var id: String
  public var unit: Unit
  public var polarity: Polarity
  /// A long-run level, which an overloaded scenario does not have (`backlog_mean`).
  public var isLevel: Bool
  public var title: BilingualText
  /// One sentence: what is counted, and over what.
  public var meaning: BilingualText

  public init(
    id: String, unit: Unit, polarity: Polarity, isLevel: Bool = false, title: BilingualText,
    meaning: BilingualText
  ) {
    self.id = id
    self.unit = unit
    self.polarity = polarity
    self.isLevel = isLevel
    self.title = title
    self.meaning = meaning
  }
}

/// One scenario under one explanation.
public struct Arm: Sendable, Hashable {
  public var scenario: String
  public var explanation: String

  public init(scenario: String, explanation: String) {
    self.scenario = scenario
    self.explanation = explanation
  }
}
