/// Why a load cannot be driven as it is described; one sentence, with what to write instead.
public struct LoadPlanError: Error, Sendable, Hashable, CustomStringConvertible {
  public let description: String

  public init(_ description: String) { self.description = description }

  /// As in sysexits.h: the command was called wrongly.
  public var exitCode: Int32 { 64 }
}
