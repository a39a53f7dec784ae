import Foundation
import ResultFiles

/// A load run with what its page, pictures and tables need to show it in one language.
package struct LoadModel {
  let result: LoadResult
  let language: ReportLanguage
  let numbers: NumberText
  private let text: LoadText

  package init(_ result: LoadResult, language: ReportLanguage) {
    self.result = result
    self.language = language
    numbers = NumberText(language: language)
    text = LoadText(language: language)
  }

  func say(_ phrase: LoadPhrase, _ values: [String: String] = [:]) -> String {
    phrase.text(language, values)
  }

  /// Between two sentences.
  var space: String { language == .chinese ? "" : " " }

  func joined(_ texts: [String]) -> String {
    texts.joined(separator: language == .chinese ? "；" : "; ")
  }

  // MARK: Verdict

  /// The first sentence of page and terminal.
  package var headline: String {
    let isChinese = language == .chinese
    let reason = result.verdict.reason[language]
    let isClosed = reason.last.map { ".。!！".contains($0) } ?? true
    return say(Self.phrase(of: result.verdict.outcome)) + (isChinese ? "：" : ": ") + reason
      + (isClosed ? "" : isChinese ? "。" : ".")
  }

  private static func phrase(of outcome: LoadVerdict.Outcome) -> LoadPhrase {
    switch outcome {
    case .ok: .verdictOk
    case .wrong: .verdictWrong
    case .interrupted: .verdictInterrupted
    case .thresholdFailed: .verdictFailed
    case .driverLimited: .verdictVoid
    }
  }

  // MARK: Rows

  /// Names of the operations of a stage: the sum first, then the most frequent ones.
  func operations(of stage: String) -> [LoadOperation] {
    result.operations.filter { $0.stage == stage }.sorted { one, other in
      if one.operation == LoadOperation.all { return other.operation != LoadOperation.all }
      if other.operation == LoadOperation.all { return false }
      return (-one.offered, one.operation) < (-other.offered, other.operation)
    }
  }

  func name(ofOperation id: String) -> String {
    if id == LoadOperation.all { return say(.allOperations) }
    return language == .chinese ? OperationWords.chinese[id] ?? id : id.replacing("_", with: " ")
  }

  func name(of kind: LoadStage.Kind) -> String {
    switch kind {
    case .warmUp: say(.kindWarmUp)
    case .ramp: say(.kindRamp)
    case .step: say(.kindStep)
    case .spike: say(.kindSpike)
    case .soak: say(.kindSoak)
    case .shaped: say(.kindShaped)
    case .search: say(.kindSearch)
    }
  }

  /// Seconds over which the counts of a stage were taken.
  package func seconds(of stage: String) -> Double {
    guard stage != LoadOperation.all else { return result.measuredSeconds }
    return result.stages.first { $0.name == stage }.map(result.drivenSeconds)
      ?? result.settings.seconds
  }

  // MARK: Numbers

  package func latency(_ us: Int?) -> String { text.latency(us) }
  package func latency(_ us: Double) -> String { text.latency(us) }

  /// Per second: whole numbers from 100 on.
  func rate(_ value: Double?) -> String {
    guard let value else { return "–" }
    return numbers.decimal(value, digits: abs(value) < 9.995 ? 2 : abs(value) < 99.95 ? 1 : 0)
  }

  func bytes(_ value: Double) -> String { text.bytes(value) }

  /// A span of the run: `45–47 s`.
  func span(_ window: LoadWindow) -> String {
    shortest(window.from) + "–" + shortest(window.to) + " s"
  }

  func name(of state: ThresholdOutcome.State) -> String {
    switch state {
    case .met: say(.passed)
    case .failed: say(.failed)
    case .notMeasured: say(.notMeasured)
    }
  }

  /// What a threshold measured, in its unit.
  func measured(_ threshold: ThresholdOutcome) -> String {
    guard let value = threshold.measured else { return "–" }
    let figure =
      switch threshold.unit {
      case .microseconds: latency(value)
      case .share: numbers.decimal(value * 100, digits: value != 0 && value < 0.001 ? 3 : 2) + "%"
      case .count: numbers.decimal(value, digits: 0)
      case .bytes: bytes(value)
      case .perSecond: say(.perSecond, ["n": rate(value)])
      }
    return threshold.isAtLeast ? "≥ " + figure : figure
  }

  func percent(_ share: Double) -> String { numbers.decimal(share * 100, digits: 0) + "%" }

  /// `×1.34`.
  func ratio(_ value: Double?) -> String {
    value.map { "×" + numbers.decimal($0, digits: 2) } ?? "–"
  }
}

/// Commands by the names that results give them.
enum OperationWords {
  static let chinese: [String: String] = [
    "submit": "受理", "take": "领取", "put_back": "放回", "accept": "承接", "file": "立案",
    "hand_over": "移交", "dispatch": "派遣", "sign_in": "签收", "send_back": "退件",
    "handle": "处置", "feedback": "反馈", "verify": "核查", "close": "结案", "appraise": "评价",
    "reopen": "重开", "extend": "延期", "suspend": "挂账", "resume": "恢复", "cancel": "撤销",
    "merge": "并案", "reply_instantly": "秒回", "reject_reply": "不认可秒回", "tag": "贴标签",
    "untag": "去标签", "arbitrate": "裁定", "support": "协办", "finish_support": "协办完成",
    "dispute": "权责争议", "settle_liability": "定责", "call_back": "回访", "chase": "催办",
    "put_back_side": "放回附属任务", "adopt": "采纳", "set_mode": "切换模式",
    "change_form": "换用表单",
  ]
}
