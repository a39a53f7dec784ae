/// Why a run ended without a result.
public enum LoadError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The service ended by itself.
  case serviceStopped(answered: Int)
  /// Answers did not come: how many, after how many seconds.
  case unanswered(Int, seconds: Int)
  /// The service answered what was not asked, or in another order.
  case strangeAnswer(token: UInt64)

  public var description: String {
    switch self {
    case .serviceStopped(let answered):
      "The service ended after \(answered) answers: look for its reason above, then start again."
    case .unanswered(let count, let seconds):
      "\(count) commands were not answered within \(seconds) s of the end of the run: "
        + "the service hangs, or its disk does."
    case .strangeAnswer(let token):
      "The service answered command \(token) out of order, which is an error of the program."
    }
  }

  /// As in sysexits.h: an error of the software, or of the service under it.
  public var exitCode: Int32 { 70 }
}
