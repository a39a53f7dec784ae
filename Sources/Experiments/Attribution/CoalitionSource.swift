import Indicators
import Scenarios

/// Where the trials of coalitions come from: the world in the product, a formula in tests.
public protocol CoalitionSource: Sendable {
  /// What a trial needs to run, made once for a coalition.
  associatedtype Setting: Sendable

  var explanationCount: Int { get }
  /// Places of what each lever needs directly.
  var needs: [[Int]] { get }
  /// Levers with an assumed response; for the others all responses are the same.
  var behavioural: Coalition { get }

  func setting(
    _ coalition: Coalition, _ response: AssumedResponse, explanation: Int
  ) throws -> Setting

  /// Runs one trial. The same seed and replication give the same needs in every setting.
  func run(
    _ setting: Setting, seed: UInt64, replication: UInt32, cancellation: Cancellation
  ) throws -> TrialMeasures
}

/// One cell of the table of values: who is in force, and how people respond.
public struct CoalitionKey: Hashable, Sendable {
  public var explanation: Int
  public var response: AssumedResponse
  public var coalition: Coalition

  /// Responses of which nothing is in force are all the same: structure only.
  init(
    explanation: Int, response: AssumedResponse, coalition: Coalition, behavioural: Coalition
  ) {
    self.explanation = explanation
    self.coalition = coalition
    self.response = coalition.intersection(behavioural).isEmpty ? .none : response
  }
}
