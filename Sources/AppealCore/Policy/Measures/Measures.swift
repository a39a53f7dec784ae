/// The measures of a reform that lie upon the plain flow. Each is off unless it is given.
public struct Measures: Sendable, Equatable {
  public var tags = TagRegistry()
  public var campaigns: [Campaign] = []
  public var supervision: Supervision?
  public var firstHandler: FirstHandler?
  public var support: SupportRules?
  public var credits: CreditRules?
  public var repairFirst: RepairFirst?
  public var lowScores: LowScoreRules?
  public var alerts: AlertRules?
  public var knowledge: KnowledgeBase?
  public var learnedRouting: LearnedRouting?
  public var duplicates: DuplicateRules?
  /// Terms of the dedicated lanes; one without is treated as the common lane.
  public var lanes: [Lane: LaneRule] = [:]
  public var emergency: EmergencyRules?
  public var edition: FormEdition?
  public var bulletin: BulletinRules?
  /// Suggestions have an adoption state.
  public var adoption = false

  public init() {}
}
