import Foundation
import ResultFiles

/// How a load run is going: on a terminal one line that is redrawn each second, in a pipe nothing.
public final class LoadDisplay {
  private let isShown: Bool
  private let language: ReportLanguage
  /// Seconds that the run will take; nil where that is not known.
  private let total: Double?

  /// - Parameter isShown: whether to draw at all; by default only if standard error is a terminal.
  public init(language: ReportLanguage, total: Double?, isShown: Bool? = nil) {
    self.isShown = isShown ?? (isatty(STDERR_FILENO) == 1)
    self.language = language
    self.total = total
  }

  /// Shows a second that is over.
  public func show(_ second: LoadSecond) {
    guard isShown else { return }
    let line = DisplayWidth.cut(line(second), to: max(20, Self.columns - 1))
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line).utf8))
  }

  /// Shows a rate that a capacity search has tried, on a line that stays.
  public func show(_ trial: CapacityTrial) {
    guard isShown else { return }
    FileHandle.standardError.write(Data(("\r\u{1B}[K" + line(trial) + "\n").utf8))
  }

  /// `2,000/s · met · p99 7.10 ms · all conditions were met`.
  package func line(_ trial: CapacityTrial) -> String {
    let rate = NumberText(language: language).decimal(trial.rate, digits: 0)
    return [
      LoadPhrase.perSecond.text(language, ["n": rate]),
      (trial.passed ? LoadPhrase.passed : trial.isVoid ? .voidTrial : .failed).text(language),
      "p99 " + LoadText(language: language).latency(trial.p99Us),
      DisplayWidth.printable(trial.reason[language]),
    ].joined(separator: " · ")
  }

  /// Wipes the line.
  public func end() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  /// `soak · 2,012/2,000 a second · p50 3.17 ms · p99 8.20 ms · queue 12 · errors 0 · 0:31 left`.
  package func line(_ second: LoadSecond) -> String {
    let numbers = NumberText(language: language)
    let model = LoadText(language: language)
    var parts = [
      DisplayWidth.printable(second.stage),
      LoadPhrase.liveRate.text(
        language,
        ["achieved": numbers.count(second.achieved), "offered": numbers.count(second.offered)]),
      "p50 " + model.latency(second.p50Us), "p99 " + model.latency(second.p99Us),
      LoadPhrase.liveQueue.text(language, ["n": numbers.count(second.queueDepth)]),
      LoadPhrase.liveErrors.text(language, ["n": numbers.count(second.errors)]),
    ]
    if second.dropped > 0 {
      parts.append(LoadPhrase.liveDropped.text(language, ["n": numbers.count(second.dropped)]))
    }
    if let total {
      let left = max(0, Int((total - Double(second.second + 1)).rounded(.up)))
      parts.append(LoadPhrase.liveLeft.text(language, ["n": Self.clock(left)]))
    }
    return parts.joined(separator: " · ")
  }

  /// `0:31`, `1:02:03`.
  private static func clock(_ seconds: Int) -> String {
    func two(_ value: Int) -> String { (value < 10 ? "0" : "") + "\(value)" }
    let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60)
    let start = hours > 0 ? "\(hours):" + two(minutes) : "\(minutes)"
    return start + ":" + two(seconds % 60)
  }

  /// Columns of the terminal; 80 where it does not say. A longer line would be left standing.
  private static var columns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
