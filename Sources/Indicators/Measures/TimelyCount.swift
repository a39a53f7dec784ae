/// How many deadlines fell in the window, and how many of them were met.
public struct TimelyCount: Sendable, Equatable, BitwiseCopyable {
  /// Appeals (or needs) whose deadline falls in the window.
  public var due: Int
  /// Those of them closed by their deadline; open past it is late.
  public var onTime: Int

  @inlinable
  public init(due: Int = 0, onTime: Int = 0) {
    self.due = due
    self.onTime = onTime
  }

  /// 0…1; nil when no deadline fell in the window.
  public var share: Double? { due > 0 ? Double(onTime) / Double(due) : nil }

  @inlinable
  mutating func add(met: Bool, sign: Int) {
    due &+= sign
    onTime &+= met ? sign : 0
  }

  public static func += (left: inout TimelyCount, right: TimelyCount) {
    left.due += right.due
    left.onTime += right.onTime
  }
}
