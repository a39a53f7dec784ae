public import AppealCore
public import AppealWorld

/// A scenario, resolved: what one trial needs, and where each number comes from.
public struct Scenario: Sendable {
  public var id: String
  public var title: Words
  /// One sentence on what it says.
  public var summary: Words
  public var plan: WorldPlan
  /// Limits by which all scenarios are compared, whatever their own.
  public var reference: ServiceLevelTable
  /// By channel: whether it is the entrance that the reform promotes.
  public var promoted: [Bool]
  /// All parameters with their provenance, in the order of the catalogue.
  public var parameters: [Parameter]
  /// SHA-256 of everything that decides the plan, in hexadecimal: the values with defaults and
  /// settings applied, and the tables; not the titles, nor the files these came from.
  public var hash: String
  public var explanation: Explanation?

  /// The parameters that are assumed.
  public var assumptions: [Parameter] { parameters.filter { $0.source == .assumed } }
}

/// One calibration of the same demand: why appeals are late.
public struct Explanation: Sendable, Hashable {
  public var id: String
  public var title: Words
  public var summary: Words

  public init(id: String, title: Words, summary: Words) {
    self.id = id
    self.title = title
    self.summary = summary
  }
}
