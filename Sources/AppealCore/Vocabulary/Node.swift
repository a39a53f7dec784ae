/// A step of a workflow (流程节点), in the order of digital city management (数字城管).
public enum Node: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// 受理: a post takes responsibility for the appeal.
  case accept
  /// 立案: the category is registered.
  case file
  /// 派遣: the lead unit is named.
  case dispatch
  /// 签收: the unit confirms that it is the right one.
  case signIn
  /// 处置
  case handle
  /// 反馈: the unit reports the result, with evidence where the leaf requires it.
  case feedback
  /// 核查: a grid officer looks at the place.
  case verify
  /// 结案
  case close
  /// 评价: the citizen scores; the appeal is already closed.
  case appraise

  /// Who performs the node.
  public var performer: Performer {
    switch self {
    case .accept, .file, .dispatch: .post
    case .signIn, .handle, .feedback: .unit
    case .verify: .verifier
    case .close: .holder
    case .appraise: .citizen
    }
  }
}

/// Who performs a node; a change of performer puts the task on another work list.
public enum Performer: UInt8, Sendable, BitwiseCopyable {
  case post, unit, verifier
  /// Whoever completed the node before.
  case holder
  case citizen
}
