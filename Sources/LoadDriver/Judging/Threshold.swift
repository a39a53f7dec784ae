import ResultFiles

/// A condition under which a run fails, such as `submit.p99 > 50ms`.
///
///     OPERATION.FIGURE > VALUE [over SPAN]
///
/// - The operation is a command's name (`submit`, `hand_over`) or `all`, which may be left out.
/// - Latencies: `p50` … `p99.99`, `mean`, `max`, from the intended start; from the dispatch or of
///   the service alone with `dispatch.` or `service.` before them, the driver's own lateness with
///   `lateness.`. Values are spans: `50ms`. Since `dispatch` is a command's name too, the span of
///   all commands is written `all.dispatch.p99`. A command that was dropped is one whose latency
///   from the intended start has no end.
/// - Counts: `achieved`, `errors`, `dropped`, `refused`, compared with a share of the offered
///   (`0.1%`), a rate (`1900/s`) or a number (`0`).
/// - Sizes: `memory`, `wal`, the largest of the run: `2GB`.
/// - `over 10s`: fails if any 10 seconds in a row do; percentiles are then up to 0.8 % too high.
///   What was meant to start in a warm-up never counts.
public struct Threshold: Sendable, Hashable {
  public enum Figure: Sendable, Hashable {
    case latency(LatencyFigure)
    /// The driver's own lateness; never windowed.
    case lateness(LatencyFigure.Statistic)
    case count(Count)
    case size(Size)
  }
  public enum Count: String, Sendable, CaseIterable { case achieved, errors, dropped, refused }
  public enum Size: String, Sendable, CaseIterable { case memory, wal }
  public enum Comparison: String, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"

    func holds(_ value: Double, _ bound: Double) -> Bool {
      switch self {
      case .atLeast: value >= bound
      case .atMost: value <= bound
      case .above: value > bound
      case .below: value < bound
      }
    }
  }

  /// As it was given.
  public var text: String
  /// Nil means all kinds.
  public var kind: OperationKind?
  public var figure: Figure
  public var comparison: Comparison
  /// In `unit`: microseconds, a share of 1, a number, per second, or bytes.
  public var bound: Double
  public var unit: ThresholdOutcome.Unit
  /// Seconds of a window; nil for the whole run.
  public var window: Int?

  var isWindowedCount: Bool {
    guard window != nil, case .count = figure else { return false }
    return true
  }

  var meter: WindowMeter? {
    guard let window, case .latency(let latency) = figure else { return nil }
    return WindowMeter(latency: latency, kind: kind, seconds: window)
  }
}
