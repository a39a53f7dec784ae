import AppealCore
import ResultFiles

/// The kinds of commands, as they are counted.
public enum OperationKind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  case submit, take, putBack, accept, file, handOver, dispatch, signIn, sendBack, handle, feedback
  case verify, close, appraise, reopen, extend, suspend, resume, cancel, merge, replyInstantly
  case rejectReply, tag, untag, arbitrate, support, finishSupport, withdrawSupport, dispute
  case settleLiability, callBack, chase, putBackSide, adopt, setMode, changeForm

  static let count = allCases.count

  var index: Int { Int(rawValue) }

  /// The name in results and thresholds: `put_back`.
  public var name: String { SnakeCase.name("\(self)") }

  public init(_ command: Command) {
    switch command {
    case .submit: self = .submit
    case .take: self = .take
    case .putBack: self = .putBack
    case .accept: self = .accept
    case .file: self = .file
    case .handOver: self = .handOver
    case .dispatch: self = .dispatch
    case .signIn: self = .signIn
    case .sendBack: self = .sendBack
    case .handle: self = .handle
    case .feedback: self = .feedback
    case .verify: self = .verify
    case .close: self = .close
    case .appraise: self = .appraise
    case .reopen: self = .reopen
    case .extend: self = .extend
    case .suspend: self = .suspend
    case .resume: self = .resume
    case .cancel: self = .cancel
    case .merge: self = .merge
    case .replyInstantly: self = .replyInstantly
    case .rejectReply: self = .rejectReply
    case .tag: self = .tag
    case .untag: self = .untag
    case .arbitrate: self = .arbitrate
    case .support: self = .support
    case .finishSupport: self = .finishSupport
    case .withdrawSupport: self = .withdrawSupport
    case .dispute: self = .dispute
    case .settleLiability: self = .settleLiability
    case .callBack: self = .callBack
    case .chase: self = .chase
    case .putBackSide: self = .putBackSide
    case .adopt: self = .adopt
    case .setMode: self = .setMode
    case .changeForm: self = .changeForm
    }
  }
}
