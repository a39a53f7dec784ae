/// Data from which a figure cannot be computed.
public struct StatisticsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The figure that was asked for: `t interval`.
  public let figure: String
  /// What is wrong and what is needed: `needs at least 2 values, but there are 1`.
  public let problem: String

  public var description: String { "\(figure) \(problem)" }

  init(_ figure: String, _ problem: String) {
    self.figure = figure
    self.problem = problem
  }

  static func atLeast(_ needed: Int, _ count: Int, for figure: String) throws(StatisticsError) {
    guard count >= needed else {
      throw StatisticsError(figure, "needs at least \(needed) values, but has \(count)")
    }
  }

  static func level(_ level: Double, for figure: String) throws(StatisticsError) {
    guard level > 0, level < 1 else {
      throw StatisticsError(figure, "has a level of \(level), but it must be between 0 and 1")
    }
  }
}
