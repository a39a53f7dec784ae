import CivicTime

/// One appeal of a trace. Names are numbers into ``TraceNames``; −1 is null.
public struct TraceRow: BitwiseCopyable, Sendable, Hashable {
  /// Where it stands in the file, counting from 1.
  public var line: Int
  public var created: Instant
  public var closed: Instant?
  public var deadline: Instant?
  public var channel: Int32 = -1
  public var nature: Int32 = -1
  public var unit: Int32 = -1
  /// Up to four levels of the category, the coarsest first.
  public var levels = SIMD4<Int32>(repeating: -1)
  /// Up to four levels of the place, the coarsest first.
  public var places = SIMD4<Int32>(repeating: -1)
  public var onTime: Bool?
  /// Whether it was created where the mapping says that the trace has a hole.
  public var isInHole = false

  /// Most levels that a category or a place may have.
  public static let mostLevels = 4
}
