/// Why a run ended without a result.
public enum LoadError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The service ended by itself: after how many answers, and why, if it says so.
  case serviceStopped(answered: Int, reason: String?)
  /// Answers did not come: how many, after how many seconds.
  case unanswered(Int, seconds: Int)
  /// The service answered what was not asked, or in another order.
  case strangeAnswer(token: UInt64)

  public var description: String {
    switch self {
    case .serviceStopped(let answered, let reason):
      "The service ended after \(answered) answers: "
        + (reason.map { "\($0); mend that" } ?? "it says no reason") + ", then start again."
    case .unanswered(let count, let seconds):
      "\(count) commands were not answered within \(seconds) s: the service hangs, or its disk does."
    case .strangeAnswer(let token):
      "The service answered command \(token) out of order, which is an error of the program."
    }
  }

  /// As in sysexits.h: an error of the software, or of the service under it.
  public var exitCode: Int32 { 70 }
}
