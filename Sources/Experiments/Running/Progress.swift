import Foundation

/// How far an experiment is: on a terminal one line that is rewritten, in a pipe nothing.
public final class Progress {
  private let isShown: Bool
  private let language: Language
  private let clock = ContinuousClock()
  private var begun: ContinuousClock.Instant
  private var drawn: ContinuousClock.Instant?
  private var stage = Stage.assumptions
  private var done = 0
  private var total = 0

  public enum Language: Sendable { case chinese, english }

  /// What is being run.
  public enum Stage: Sendable, Equatable {
    /// Replications of all arms, counted from 1.
    case replications(Int, through: Int)
    case assumptions
    /// Sets of levers.
    case coalitions
  }

  /// - Parameter isShown: whether to draw at all; by default only if standard error is a terminal.
  public init(language: Language = .english, isShown: Bool? = nil) {
    self.isShown = isShown ?? (isatty(STDERR_FILENO) == 1)
    self.language = language
    begun = clock.now
  }

  /// Begins a stage of `total` trials.
  public func begin(_ stage: Stage, total: Int) {
    (self.stage, self.total, done) = (stage, total, 0)
    begun = clock.now
    drawn = nil
  }

  /// One more trial is done, or several.
  public func step(_ count: Int = 1) {
    done += count
    guard isShown else { return }
    let now = clock.now
    if let drawn, done < total, drawn.duration(to: now) < .milliseconds(200) { return }
    drawn = now
    write("\r\u{1B}[K" + line(after: begun.duration(to: now)))
  }

  /// Wipes the line.
  public func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  /// `replications 1–20 120/300 · 4.8 trials/s · 38 s left`.
  package func line(after elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var text = "\(name) \(done)/\(total)"
    guard seconds > 0, done > 0 else { return text }
    let rate = Double(done) / seconds
    let left = Int((Double(total - done) / rate).rounded(.up))
    let shown = String(format: "%.1f", rate)
    switch language {
    case .chinese: text += " · 每秒 \(shown) 次 · 还需 \(left) 秒"
    case .english: text += " · \(shown) trials/s · \(left) s left"
    }
    return text
  }

  private var name: String {
    switch (stage, language) {
    case (.replications(let first, let last), .chinese): "第\(first)–\(last)次重复"
    case (.replications(let first, let last), .english): "replications \(first)–\(last)"
    case (.assumptions, .chinese): "假设研究"
    case (.assumptions, .english): "assumptions"
    case (.coalitions, .chinese): "归因"
    case (.coalitions, .english): "attribution"
    }
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
