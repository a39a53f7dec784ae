import AppealCore

extension Town {
  /// What the holder of a task at `node` asks for, one after the other, until the task has left its
  /// hands.
  public static func work(on appeal: AppealNumber, from node: Node) -> [Command] {
    switch node {
    case .accept: [.accept(appeal), .file(appeal, pothole), .dispatch(appeal, to: works)]
    case .signIn: [.signIn(appeal), .handle(appeal), .feedback(appeal, evidence: true)]
    default: [.verify(appeal, passed: true), .close(appeal)]
    }
  }

  /// The lists that staff of all trades looks at, the last steps first.
  public static let lists = [grid, unit, post]
}
