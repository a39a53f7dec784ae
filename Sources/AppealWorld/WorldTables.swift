import AppealCore
import CivicTime
import RandomStreams

/// What the event loop looks up, in flat storage: no array is touched, so nothing counts references.
struct WorldTables: ~Copyable {
  var samplers = SamplerTable()
  let channels: UnsafeMutablePointer<ChannelRow>
  let units: UnsafeMutablePointer<UnitRow>
  /// Effort by team; units have their own.
  let teamEffort: UnsafeMutablePointer<SamplerID>
  let patience: SamplerID
  let repeatEnquiry: Double
  let responseDelay: SamplerID
  /// A citizen's disposition in stars: symmetric, mean 0.
  let disposition: SamplerID?
  let formLeaf: UnsafeMutablePointer<LeafID>
  let streetOfCommunity: UnsafeMutablePointer<UInt8>
  private let responsible: UnsafeMutablePointer<UnitID>
  private let streets: Int
  /// Leaves of the demand in groups of one first-level class: group bounds and members.
  private let demandGroups: LeafGroups
  /// The same for the form in force.
  private let formGroups: LeafGroups

  /// What people do with the measures, and how long it takes them.
  let part: ParticipationRow
  let partHours: ParticipationHours
  let callHours: CallHours?
  let leaves: LeafTraits
  let tags: UnsafeMutableBufferPointer<TagShare>
  /// By street: whether the area is in emergency.
  let emergencies: UnsafeMutablePointer<Bool>
  /// By class and community: until when an alert has people act early.
  let alertedUntil: UnsafeMutablePointer<Instant>
  let communities: Int
  /// The first of the desks' lists, and of the units'.
  let firstDesk: Int
  let firstUnitList: Int

  struct TagShare: BitwiseCopyable {
    var tag: TagID
    var share: Double
  }

  struct ChannelRow: BitwiseCopyable {
    var misclassification: Double
    var freeText: Double
    var photos: Double
    var isAnswered: Bool
    var registration: Registration
    enum Registration: BitwiseCopyable { case immediate, batch, delayed(SamplerID) }
  }

  struct UnitRow: BitwiseCopyable {
    var effort: SamplerID
    var outsideHours: SamplerID
    var habitualStart: SamplerID
    var outsideShare: Double
    var sendsBack: Double
    var redo: Double
    var hasHabit: Bool
  }

  init(_ plan: WorldPlan) {
    patience = samplers.add(plan.citizens.patienceHours)
    repeatEnquiry = plan.citizens.repeatEnquiry * plan.effects.repeatsUnderProgress
    responseDelay = samplers.add(plan.citizens.responseHours)
    if let shape = plan.citizens.satisfaction.disposition {
      disposition = samplers.add(shape)
    } else {
      disposition = nil
    }
    var rows: [ChannelRow] = []
    for index in plan.channels.indices { rows.append(Self.row(index, plan, &samplers)) }
    channels = rows.copied()
    var unitRows: [UnitRow] = []
    for unit in plan.units { unitRows.append(Self.row(unit, plan, &samplers)) }
    units = unitRows.copied()
    var efforts: [SamplerID] = []
    for team in plan.teams { efforts.append(samplers.add(team.effort)) }
    teamEffort = efforts.copied()
    streets = plan.policy.places.streets.count
    streetOfCommunity = plan.policy.places.communities.map(\.street.rawValue).copied()
    responsible = plan.responsibility.unit.flatMap { $0 }.copied()
    formLeaf = plan.responsibility.formLeaf.copied()
    let classes = plan.policy.form.leaves.map(\.level1)
    formGroups = LeafGroups(classes)
    demandGroups = LeafGroups(plan.responsibility.formLeaf.map { classes[$0.index] })
    part = ParticipationRow(plan)
    partHours = ParticipationHours(plan, &samplers)
    if let post = plan.callAnswering {
      callHours = CallHours(post, &samplers)
    } else {
      callHours = nil
    }
    leaves = LeafTraits(plan)
    tags = plan.participation.sortedTags(below: plan.policy.measures.tags.kinds.count)
    emergencies = Array(repeating: false, count: streets).copied()
    communities = plan.policy.places.communities.count
    let alertClasses = Int(plan.policy.measures.alerts?.classOfLeaf.max() ?? 0) + 1
    alertedUntil = Array(repeating: Instant.distantPast, count: alertClasses * communities).copied()
    firstUnitList = plan.policy.dispatch.posts.count
    firstDesk = firstUnitList + plan.policy.units.count + streets
  }

  deinit {
    channels.deallocate()
    units.deallocate()
    teamEffort.deallocate()
    formLeaf.deallocate()
    streetOfCommunity.deallocate()
    responsible.deallocate()
    demandGroups.deallocate()
    formGroups.deallocate()
    leaves.deallocate()
    tags.deallocate()
    emergencies.deallocate()
    alertedUntil.deallocate()
  }

  private static func row(
    _ index: Int, _ plan: WorldPlan, _ samplers: inout SamplerTable
  ) -> ChannelRow {
    let channel = plan.channels[index]
    let registration: ChannelRow.Registration =
      switch channel.registration {
      case .immediate: .immediate
      case .batch: .batch
      case .delayed(let delay): .delayed(samplers.add(delay))
      }
    return ChannelRow(
      misclassification: channel.misclassification, freeText: plan.participation.freeText[index],
      photos: plan.participation.photos[index],
      isAnswered: plan.callAnswering?.channels.contains(ChannelID(index)) == true,
      registration: registration)
  }

  private static func row(
    _ unit: UnitBehaviour, _ plan: WorldPlan, _ samplers: inout SamplerTable
  ) -> UnitRow {
    let measures = plan.policy.measures
    let redo = measures.credits == nil ? 1 : plan.effects.redoUnderCredits
    return UnitRow(
      effort: samplers.add(unit.effort), outsideHours: samplers.add(unit.outsideHours),
      habitualStart: samplers.add(unit.habitualStart), outsideShare: unit.outsideShare,
      sendsBack: unit.sendsBack, redo: unit.redo * redo,
      hasHabit: unit.habitualStart.mean > 0)
  }
}

extension WorldTables {
  func responsibleUnit(leaf: UInt16, community: UInt8) -> UnitID {
    responsible[Int(leaf) * streets + Int(streetOfCommunity[Int(community)])]
  }

  /// Another leaf of the form in the same first-level class, as one mistakes it.
  func confusedLeaf(_ leaf: LeafID, mark: Double) -> LeafID {
    LeafID(formGroups.other(than: leaf.index, mark: mark))
  }

  /// Another leaf of the demand in the same first-level class.
  func neighbour(of leaf: UInt16, mark: Double) -> UInt16 {
    UInt16(demandGroups.other(than: Int(leaf), mark: mark))
  }
}

extension WorldTables {
  /// The kind of side task that a list holds: units' lists hold support, the desks one kind each.
  func sideKind(of list: ListID) -> SideTaskKind {
    guard list.index >= firstDesk else { return .support }
    return SideTaskKind(rawValue: UInt8(list.index - firstDesk + 1)) ?? .chase
  }

  func unit(ofList list: ListID) -> UnitID { UnitID(list.index - firstUnitList) }

  /// Where an alert of a leaf's class in a community is noted.
  func alertCell(_ leaf: LeafID, _ community: CommunityID) -> Int {
    Int(leaves.alertClass[leaf.index]) * communities + community.index
  }

  /// A leaf of the demand that stands for one of the form; the first that does.
  func demandLeaf(of leaf: LeafID, count: Int) -> UInt16 {
    for index in 0..<count where formLeaf[index] == leaf { return UInt16(index) }
    return 0
  }
}

/// How long what people do with the measures takes.
struct ParticipationHours: BitwiseCopyable {
  let clarify: SamplerID
  let callBack: SamplerID
  let chase: SamplerID
  let liability: SamplerID
  let adoption: SamplerID
  let evidence: SamplerID
  let dispute: SamplerID
  let rejection: SamplerID
  let withdrawal: SamplerID

  init(_ plan: WorldPlan, _ samplers: inout SamplerTable) {
    let people = plan.participation
    clarify = samplers.add(people.clarifyHours)
    callBack = samplers.add(people.callBackHours)
    chase = samplers.add(people.chaseHours)
    liability = samplers.add(people.liabilityHours)
    adoption = samplers.add(people.adoptionHours)
    evidence = samplers.add(people.evidenceHours)
    dispute = samplers.add(people.dispute.delayHours)
    rejection = samplers.add(people.replies.rejectionHours)
    withdrawal = samplers.add(people.exceptions.withdrawalHours)
  }
}

extension Participation {
  /// By tag, so that no order of a dictionary reaches a result; those of a registry with `count`
  /// kinds.
  fileprivate func sortedTags(
    below count: Int
  ) -> UnsafeMutableBufferPointer<WorldTables.TagShare> {
    let shares = tags.filter { $0.value > 0 && $0.key.index < count }
      .sorted { $0.key < $1.key }
      .map { WorldTables.TagShare(tag: $0.key, share: $0.value) }
    let memory = UnsafeMutableBufferPointer<WorldTables.TagShare>.allocate(capacity: shares.count)
    _ = memory.initialize(from: shares)
    return memory
  }
}
