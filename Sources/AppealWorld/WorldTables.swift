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
  /// A citizen's disposition in stars: symmetric, mean 0.
  let disposition: SamplerID?
  let formLeaf: UnsafeMutablePointer<LeafID>
  private let streetOfCommunity: UnsafeMutablePointer<UInt8>
  private let responsible: UnsafeMutablePointer<UnitID>
  private let streets: Int
  /// Leaves of the demand in groups of one first-level class: group bounds and members.
  private let demandGroups: LeafGroups
  /// The same for the form in force.
  private let formGroups: LeafGroups

  struct ChannelRow: BitwiseCopyable {
    var misclassification: Double
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
    responseDelay = samplers.add(plan.citizens.responseHours)
    if let shape = plan.citizens.satisfaction.disposition {
      disposition = samplers.add(shape)
    } else {
      disposition = nil
    }
    var rows: [ChannelRow] = []
    for channel in plan.channels {
      rows.append(Self.row(channel, &samplers))
    }
    channels = rows.copied()
    var unitRows: [UnitRow] = []
    for unit in plan.units { unitRows.append(Self.row(unit, &samplers)) }
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
  }

  private static func row(
    _ channel: ChannelBehaviour, _ samplers: inout SamplerTable
  ) -> ChannelRow {
    let registration: ChannelRow.Registration =
      switch channel.registration {
      case .immediate: .immediate
      case .batch: .batch
      case .delayed(let delay): .delayed(samplers.add(delay))
      }
    return ChannelRow(misclassification: channel.misclassification, registration: registration)
  }

  private static func row(_ unit: UnitBehaviour, _ samplers: inout SamplerTable) -> UnitRow {
    UnitRow(
      effort: samplers.add(unit.effort), outsideHours: samplers.add(unit.outsideHours),
      habitualStart: samplers.add(unit.habitualStart), outsideShare: unit.outsideShare,
      sendsBack: unit.sendsBack, redo: unit.redo, hasHabit: unit.habitualStart.mean > 0)
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
