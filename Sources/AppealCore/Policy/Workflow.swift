/// A workflow as data: its nodes in order, and to what it applies.
public struct Workflow: Sendable, Equatable {
  public var name: String
  public var nodes: [Node]
  /// Applies only to leaves marked simple and to these natures; the first workflow that applies
  /// is taken.
  public var onlySimpleLeaves: Bool
  public var natures: Set<Nature>

  public init(name: String, nodes: [Node], onlySimpleLeaves: Bool, natures: Set<Nature>) {
    self.name = name
    self.nodes = nodes
    self.onlySimpleLeaves = onlySimpleLeaves
    self.natures = natures
  }

  /// 一般流程: nine nodes.
  public static let general = Workflow(
    name: "general", nodes: Node.allCases, onlySimpleLeaves: false,
    natures: Set(Nature.allCases))

  /// 简易流程: six nodes, without sign-in, feedback and verification.
  public static let simple = Workflow(
    name: "simple", nodes: [.accept, .file, .dispatch, .handle, .close, .appraise],
    onlySimpleLeaves: true, natures: Set(Nature.allCases))
}
