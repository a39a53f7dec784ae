import AppealCore
import RandomStreams

/// What the event loop looks up, in flat storage: no array is touched, so nothing counts references.
struct WorldTables: ~Copyable {
  var samplers = SamplerTable()
  let channels: UnsafeMutablePointer<ChannelRow>
  let units: UnsafeMutablePointer<UnitRow>
  /// Effort by team; units have their own.
  let teamEffort: UnsafeMutablePointer<SamplerID>
  let patience: SamplerID
  let responseDelay: SamplerID
  let formLeaf: UnsafeMutablePointer<LeafID>
  private let channelCount: Int
  private let streetOfCommunity: UnsafeMutablePointer<UInt8>
  private let responsible: UnsafeMutablePointer<UnitID>
  private let postOfUnit: UnsafeMutablePointer<ListID>
  private let streets: Int
  /// Leaves of the demand in groups of one first-level class: group bounds and members.
  private let demandGroups: LeafGroups
  /// The same for the form in force.
  private let formGroups: LeafGroups

  struct ChannelRow: BitwiseCopyable {
    var cumulativeShare: Double
    var misclassification: Double
    var registration: Registration
    var delay: SamplerID
    enum Registration: UInt8, BitwiseCopyable { case immediate, batch, delayed }
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
    responseDelay = samplers.add(plan.citizens.responseHours)
    var rows: [ChannelRow] = []
    let total = plan.channels.reduce(0) { $0 + $1.share }
    var below = 0.0
    for channel in plan.channels {
      below += channel.share / total
      rows.append(Self.row(channel, cumulativeShare: below, &samplers))
    }
    channels = Self.copy(rows)
    channelCount = rows.count
    var unitRows: [UnitRow] = []
    for unit in plan.units { unitRows.append(Self.row(unit, &samplers)) }
    units = Self.copy(unitRows)
    var efforts: [SamplerID] = []
    for team in plan.teams { efforts.append(samplers.add(team.effort)) }
    teamEffort = Self.copy(efforts)
    streets = plan.policy.places.streets.count
    streetOfCommunity = Self.copy(plan.policy.places.communities.map { $0.street.rawValue })
    responsible = Self.copy(plan.responsibility.unit.flatMap { $0 })
    let posts = plan.policy.dispatch.unitPosts
    postOfUnit = Self.copy(
      plan.policy.units.indices.map { $0 < posts.count ? posts[$0] : ListID.none })
    formLeaf = Self.copy(plan.responsibility.formLeaf)
    let classes = plan.policy.form.leaves.map(\.level1)
    formGroups = LeafGroups(classes)
    demandGroups = LeafGroups(plan.responsibility.formLeaf.map { classes[$0.index] })
  }

  deinit {
    channels.deallocate()
    units.deallocate()
    teamEffort.deallocate()
    formLeaf.deallocate()
    streetOfCommunity.deallocate()
    responsible.deallocate()
    postOfUnit.deallocate()
    demandGroups.deallocate()
    formGroups.deallocate()
  }

  private static func row(
    _ channel: ChannelBehaviour, cumulativeShare: Double, _ samplers: inout SamplerTable
  ) -> ChannelRow {
    var row = ChannelRow(
      cumulativeShare: cumulativeShare, misclassification: channel.misclassification,
      registration: .immediate, delay: samplers.add(.constant(0)))
    switch channel.registration {
    case .immediate: break
    case .batch: row.registration = .batch
    case .delayed(let delay):
      row.registration = .delayed
      row.delay = samplers.add(delay)
    }
    return row
  }

  private static func row(_ unit: UnitBehaviour, _ samplers: inout SamplerTable) -> UnitRow {
    UnitRow(
      effort: samplers.add(unit.effort), outsideHours: samplers.add(unit.outsideHours),
      habitualStart: samplers.add(unit.habitualStart), outsideShare: unit.outsideShare,
      sendsBack: unit.sendsBack, redo: unit.redo, hasHabit: unit.habitualStart.mean > 0)
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: [Element]
  ) -> UnsafeMutablePointer<Element> {
    let storage = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    storage.initialize(from: elements, count: elements.count)
    return storage
  }
}

extension WorldTables {
  /// The channel whose share covers a mark in [0, 1): inverse of the cumulative shares, so that
  /// two mixes give most needs the same channel. O(log channels).
  func channel(at mark: Double) -> ChannelID {
    var low = 0
    var high = channelCount - 1
    while low < high {
      let middle = (low + high) / 2
      if channels[middle].cumulativeShare > mark { high = middle } else { low = middle + 1 }
    }
    return ChannelID(low)
  }

  func responsibleUnit(leaf: UInt16, community: UInt8) -> UnitID {
    responsible[Int(leaf) * streets + Int(streetOfCommunity[Int(community)])]
  }

  func post(dispatchingTo unit: UnitID) -> ListID { postOfUnit[unit.index] }

  /// Another leaf of the form in the same first-level class, as one mistakes it.
  func confusedLeaf(_ leaf: LeafID, mark: Double) -> LeafID {
    LeafID(formGroups.other(than: leaf.index, mark: mark))
  }

  /// Another leaf of the demand in the same first-level class.
  func neighbour(of leaf: UInt16, mark: Double) -> UInt16 {
    UInt16(demandGroups.other(than: Int(leaf), mark: mark))
  }
}
