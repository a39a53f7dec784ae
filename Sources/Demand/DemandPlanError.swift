/// A demand plan that cannot be run, in one sentence that says what is wrong and how to mend it.
public struct DemandPlanError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }
}
