import CivicTime

/// What the citizen sees of an appeal (进度条): a pure mapping from the journal, apart from the
/// workflow. A plain appeal shows five steps; dispatch, handling and feedback show up to thirteen.
public enum ProgressNode: UInt8, CaseIterable, Sendable, BitwiseCopyable, Hashable {
  /// 已提交
  case received
  /// 已受理
  case accepted
  /// 已立案
  case registered
  /// 已转派: at another post, or back from a unit.
  case rerouted
  /// 已派遣
  case dispatched
  /// 已签收
  case signedIn
  /// 协办中
  case supported
  /// 挂账
  case paused
  /// 处置中: the unit's work is done, and its report awaited.
  case handled
  /// 已反馈
  case reported
  /// 核查中, or to be done again.
  case checked
  /// 已办结
  case closed
  /// 已评价
  case appraised

  /// The step that an entry shows; nil for what is no concern of the citizen's.
  public init?(_ change: Change) {
    switch change {
    case .submitted, .reopened: self = .received
    case .advanced(.accept, _, _), .passed(.accept, _, _, _): self = .accepted
    case .filed: self = .registered
    case .handedOver, .sentBack: self = .rerouted
    case .dispatched: self = .dispatched
    case .advanced(.signIn, _, _), .passed(.signIn, _, _, _): self = .signedIn
    case .sideTaskOpened(.support, _, _): self = .supported
    case .suspended: self = .paused
    case .advanced(.handle, _, _), .passed(.handle, _, _, _): self = .handled
    case .advanced(.feedback, _, _), .passed(.feedback, _, _, _): self = .reported
    case .advanced(.verify, _, _), .redone: self = .checked
    case .closed, .cancelled: self = .closed
    case .appraised: self = .appraised
    default: return nil
    }
  }
}

/// The progress bar of one appeal, folded from its journal entries in order.
public struct Progress: Sendable, Equatable {
  public struct Step: Sendable, Equatable {
    public var node: ProgressNode
    /// When it was reached last.
    public var at: Instant
  }

  /// In the order in which they were first reached since the appeal came or came again.
  public private(set) var steps: [Step] = []
  /// Steps that every appeal still has to come: 派遣, 办结, 评价 and those before them.
  public var remaining: [ProgressNode] {
    Self.plain.filter { node in
      !steps.contains { $0.node == node || $0.node.rawValue > node.rawValue }
    }
  }

  /// The five steps of the shortest way.
  public static let plain: [ProgressNode] = [
    .received, .accepted, .dispatched, .closed, .appraised,
  ]

  public init() {}

  /// Takes an entry of this appeal in; others' must not be given.
  public mutating func fold(_ entry: JournalEntry) {
    guard let node = ProgressNode(entry.change) else { return }
    if node == .received { steps = [] }
    if let known = steps.firstIndex(where: { $0.node == node }) {
      steps[known].at = entry.at
    } else {
      steps.append(Step(node: node, at: entry.at))
    }
  }
}
