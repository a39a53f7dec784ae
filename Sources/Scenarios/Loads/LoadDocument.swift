/// A load as a document describes it: what to drive, without how.
public struct LoadDocument: Sendable, Hashable {
  public enum Model: String, Sendable, CaseIterable { case open, even, shaped, trace, closed }

  public struct Stage: Sendable, Hashable {
    /// `warmup`, `ramp`, `hold`, `step`, `spike` or `soak`.
    public var kind: String
    public var name: String?
    /// Accepts per second, or users: at its beginning and at its end.
    public var from: Double
    public var to: Double
    public var seconds: Double
  }

  public var id: String
  public var title: Words
  public var model: Model
  public var stages: [Stage]
  public var seconds: Double?
  public var compression: Double?
  public var thinkSeconds: Double
  /// Path of the trace's file, and of the document of its columns.
  public var trace: String?
  public var mapping: String?
  public var patienceSeconds: Double
  public var failIf: [String]
}
