import CivicTime

/// The measures of a validated policy, flattened for decisions in constant time.
struct MeasureTables: ~Copyable {
  struct LeafFlags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let repairFirst = LeafFlags(rawValue: 1)
    static let sensitive = LeafFlags(rawValue: 2)
    static let emergency = LeafFlags(rawValue: 4)
  }

  let supervision: Supervision?
  let credits: CreditRules?
  let support: SupportRules?
  let settleLiability: Target
  let lowScores: LowScoreRules?
  let duplicates: DuplicateRules?
  let emergency: EmergencyTerms?
  let bulletin: BulletinRules?
  let burst: BurstTerms?
  let hasFirstHandler: Bool
  let hasKnowledge: Bool
  let answersRepeats: Bool
  let hasAdoption: Bool
  let tags: TagTables
  let campaigns: CampaignTables

  let leafFlags: UnsafeMutablePointer<LeafFlags>
  let bodies: UnsafeMutablePointer<OversightID>
  let classes: UnsafeMutablePointer<UInt16>
  let lanes: UnsafeMutablePointer<LaneTerms>
  /// Sorted by key: leaf, then wording.
  let answers: UnsafeMutableBufferPointer<AnswerTerms>
  /// By leaf: the one that takes its place once the next edition is in force, else itself.
  let successors: UnsafeMutablePointer<LeafID>
  /// The first leaf of the next edition; the number of leaves without one.
  let editionStart: Int
  let derivesDeadlines: Bool

  struct LaneTerms: BitwiseCopyable {
    var rank: UInt8
    /// Percentage; negative for never.
    var chaseAt: Int64
  }

  struct AnswerTerms: BitwiseCopyable {
    var key: UInt64
    var answer: AnswerID
    /// A bit for each nature that it fits.
    var natures: UInt8

    func fits(_ nature: Nature) -> Bool { natures & 1 << nature.rawValue != 0 }
  }

  struct BurstTerms {
    var count: Int
    var window: Milliseconds
    var cells: Int
  }

  struct EmergencyTerms {
    var target: Target
    var post: ListID
    var trigger: Int
    var window: Milliseconds
    var quiet: Milliseconds
  }

  init(_ policy: borrowing Policy) {
    let measures = policy.measures
    supervision = measures.supervision
    credits = measures.credits
    support = measures.support
    settleLiability = measures.repairFirst?.settle ?? .none
    lowScores = measures.lowScores
    duplicates = measures.duplicates
    bulletin = measures.bulletin
    hasFirstHandler = measures.firstHandler != nil
    hasKnowledge = measures.knowledge != nil
    answersRepeats = measures.knowledge?.answersRepeats ?? false
    hasAdoption = measures.adoption
    emergency = measures.emergency.map {
      EmergencyTerms(
        target: $0.target, post: $0.post, trigger: Int($0.trigger), window: $0.window,
        quiet: $0.quiet)
    }
    let communities = policy.places.communities.count
    burst = measures.alerts.map {
      BurstTerms(count: Int($0.count), window: $0.window, cells: $0.classCount * communities)
    }
    tags = TagTables(policy)
    campaigns = CampaignTables(policy)
    let leafCount = policy.allLeaves.count
    leafFlags = block(of: measures.leafFlags(leafCount))
    bodies = block(of: (0..<leafCount).map { measures.alerts?.bodyOfLeaf[LeafID($0)] ?? .none })
    classes = block(of: measures.alerts?.classOfLeaf ?? [])
    lanes = block(of: Lane.allCases.map { LaneTerms(measures.lanes[$0]) })
    answers = measures.sortedAnswers()
    editionStart = policy.form.leaves.count
    derivesDeadlines = measures.edition?.derivesDeadlines ?? false
    successors = block(of: policy.successors)
  }

  deinit {
    leafFlags.deallocate()
    bodies.deallocate()
    classes.deallocate()
    lanes.deallocate()
    answers.deallocate()
    successors.deallocate()
  }
}

extension MeasureTables.LaneTerms {
  fileprivate init(_ rule: LaneRule?) {
    self.init(rank: rule?.rank ?? Rank.normal, chaseAt: rule?.chaseAt ?? -1)
  }
}

extension Measures {
  fileprivate func leafFlags(_ count: Int) -> [MeasureTables.LeafFlags] {
    (0..<count).map { index in
      let leaf = LeafID(index)
      var flags: MeasureTables.LeafFlags = []
      if repairFirst?.leaves.contains(leaf) == true { flags.insert(.repairFirst) }
      if alerts?.sensitive.contains(leaf) == true { flags.insert(.sensitive) }
      if emergency?.leaves.contains(leaf) == true { flags.insert(.emergency) }
      return flags
    }
  }

  fileprivate func sortedAnswers() -> UnsafeMutableBufferPointer<MeasureTables.AnswerTerms> {
    let terms = (knowledge?.answers ?? []).enumerated().map { index, answer in
      MeasureTables.AnswerTerms(
        key: UInt64(answer.leaf.rawValue) << 32 | UInt64(answer.textKey), answer: AnswerID(index),
        natures: answer.natures.reduce(0) { $0 | 1 << $1.rawValue })
    }
    let memory = UnsafeMutableBufferPointer<MeasureTables.AnswerTerms>.allocate(
      capacity: terms.count)
    _ = memory.initialize(from: terms.sorted { $0.key < $1.key })
    return memory
  }
}

extension Policy {
  fileprivate var successors: [LeafID] {
    allLeaves.indices.map { index in
      guard let edition = measures.edition, index < form.leaves.count else { return LeafID(index) }
      return LeafID(form.leaves.count + edition.successors[index].index)
    }
  }
}
