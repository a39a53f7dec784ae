import AppealCore

/// The kinds of commands, as they are counted.
public enum OperationKind: UInt8, Sendable, BitwiseCopyable, CaseIterable {
  case submit, take, putBack, accept, file, handOver, dispatch, signIn, sendBack, handle, feedback
  case verify, close, appraise, reopen, extend, suspend, resume, cancel, merge, replyInstantly
  case rejectReply, tag, untag, arbitrate, support, finishSupport, dispute, settleLiability
  case callBack, chase, putBackSide, adopt, setMode, changeForm

  static let count = allCases.count

  var index: Int { Int(rawValue) }

  /// The name in results and thresholds: `put_back`.
  public var name: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? "_" + letter.lowercased() : String(letter)
    }
  }

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
    default: self = Self.ofMeasure(command)
    }
  }

  private static func ofMeasure(_ command: Command) -> OperationKind {
    switch command {
    case .replyInstantly: .replyInstantly
    case .rejectReply: .rejectReply
    case .tag: .tag
    case .untag: .untag
    case .arbitrate: .arbitrate
    case .support: .support
    case .finishSupport: .finishSupport
    case .dispute: .dispute
    case .settleLiability: .settleLiability
    case .callBack: .callBack
    case .chase: .chase
    case .putBackSide: .putBackSide
    case .adopt: .adopt
    case .setMode: .setMode
    case .changeForm: .changeForm
    default: preconditionFailure("a command without a kind")
    }
  }
}
