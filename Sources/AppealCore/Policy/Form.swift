/// The one form (一张表单): three levels, one owner per leaf and street, a legal basis per leaf.
public struct Form: Sendable, Equatable {
  public var version: String
  public var leaves: [Leaf]
  /// `owners[leaf][street]`: the responsible unit.
  public var owners: [[UnitID]]

  public struct Leaf: Sendable, Equatable {
    public var level1: String
    public var level2: String
    public var level3: String
    public var legalBasis: String
    /// Eligible for the simple workflow (简易流程).
    public var simple: Bool
    /// No feedback without evidence.
    public var evidence: Bool
    /// Class of limit for complaints: index into `ServiceLevelTable.classes`.
    public var limitClass: UInt8

    public init(
      level1: String, level2: String, level3: String, legalBasis: String, simple: Bool,
      evidence: Bool, limitClass: UInt8
    ) {
      self.level1 = level1
      self.level2 = level2
      self.level3 = level3
      self.legalBasis = legalBasis
      self.simple = simple
      self.evidence = evidence
      self.limitClass = limitClass
    }
  }

  public init(version: String, leaves: [Leaf], owners: [[UnitID]]) {
    self.version = version
    self.leaves = leaves
    self.owners = owners
  }
}
