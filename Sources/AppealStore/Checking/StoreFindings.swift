/// What a check of a store found.
public struct StoreFindings: Codable, Sendable, Hashable {
  public var entries: UInt64
  public var commits: Int
  public var appeals: Int
  /// Records of the state that were compared.
  public var records: Int
  /// Rows of closed appeals that were compared, remembered or not.
  public var closedRows: Int
  /// Of the state, restored and replayed alike; nil if they differ.
  public var digest: String?
  /// What is wrong, one sentence each; the first ones of each kind.
  public var problems: [String]

  public var isSound: Bool { problems.isEmpty }

  enum CodingKeys: String, CodingKey {
    case entries, commits, appeals, records, digest, problems
    case closedRows = "closed_rows"
  }

  init() {
    (entries, commits, appeals, records, closedRows) = (0, 0, 0, 0, 0)
    digest = nil
    problems = []
  }
}
