/// How the clients of the crash test name their submissions: each counts for itself.
public struct CrashReference: Hashable, Sendable {
  public var client: UInt64
  public var position: UInt64

  public init(client: UInt64, position: UInt64) {
    self.client = client
    self.position = position
  }

  public init(rawValue: UInt64) {
    self.init(client: rawValue >> 40, position: rawValue & 0xFF_FFFF_FFFF)
  }

  public var rawValue: UInt64 { client << 40 | position }
}
