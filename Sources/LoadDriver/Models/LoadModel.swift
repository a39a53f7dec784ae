import Foundation
import ResultFiles

/// How commands are paced in wall-clock time. Their order, and their instants for the core, are the
/// tape's in every model.
public enum LoadModel: Sendable, Equatable {
  /// Commands at the rates of the stages, whatever the answers: Poisson, or even. See
  /// ``CommandPacer`` for what that means for the submissions among them.
  case open(even: Bool = false)
  /// As the scenario has it, virtual time so many times faster: its nights, mornings and bursts.
  case shaped(compression: Double)
  /// As the appeals of a trace arrived, ×k: see ``TraceIntensity``. The commands are the
  /// scenario's; only when they start comes from the trace.
  case trace(TraceIntensity, speed: Double)
  /// Users who each take the next command, wait for its answer, and think for an exponential time
  /// of this mean.
  case closed(thinkSeconds: Double)

  /// `2000`, `0.5`: the same in every locale.
  private static func short(_ value: Double, _ digits: Int) -> String {
    var text = String(format: "%.\(digits)f", value)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  /// In words, with the highest level of the stages.
  public func text(_ stages: [StagePlan]) -> BilingualText {
    let most = stages.map { max($0.from, $0.to) }.max() ?? 0
    let level = Self.short(most, 1)
    switch self {
    case .open(let even):
      return BilingualText(
        zh: "开放模型，命令\(even ? "均匀" : "按泊松过程")发出，至多每秒受理 \(level) 件",
        en: "open, \(even ? "even" : "Poisson") commands, up to \(level) accepts a second")
    case .shaped(let compression):
      let factor = Self.short(compression, 1)
      return BilingualText(
        zh: "按情景的日内形态，虚拟时间加速 \(factor) 倍",
        en: "shaped as the scenario, virtual time ×\(factor)")
    case .trace(_, let speed):
      let factor = Self.short(speed, 1)
      return BilingualText(
        zh: "按真实数据的到达强度，加速 \(factor) 倍",
        en: "intensity of a trace's arrivals, ×\(factor)")
    case .closed(let think):
      let span = Self.short(think, 3)
      return BilingualText(
        zh: "封闭模型，至多 \(level) 个用户，平均思考 \(span) 秒",
        en: "closed, up to \(level) users, thinking \(span) s on average")
    }
  }
}
