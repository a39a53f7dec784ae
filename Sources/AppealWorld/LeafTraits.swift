import AppealCore
import CivicTime

/// What the world must know of the leaves of the form and its next edition, in flat storage that its
/// owner frees.
struct LeafTraits: BitwiseCopyable {
  struct Flags: OptionSet, BitwiseCopyable {
    let rawValue: UInt8
    static let evidence = Flags(rawValue: 1)
    static let repairFirst = Flags(rawValue: 2)
    /// Units may dispute their duty.
    static let disputable = Flags(rawValue: 4)
  }

  let flags: UnsafeMutablePointer<Flags>
  /// Factor on effort, by leaf and nature.
  let effort: UnsafeMutablePointer<Double>
  /// The class by which alerts count, by leaf.
  let alertClass: UnsafeMutablePointer<UInt16>

  init(_ plan: WorldPlan) {
    let leaves = plan.policy.allLeaves
    flags = leaves.indices.map { plan.flags(ofLeaf: $0, leaves[$0]) }.copied()
    effort = plan.effortOfLeaves().copied()
    alertClass = (plan.policy.measures.alerts?.classOfLeaf ?? []).copied()
  }

  func deallocate() {
    flags.deallocate()
    effort.deallocate()
    alertClass.deallocate()
  }

  func effortFactor(_ leaf: LeafID, _ nature: Nature) -> Double {
    effort[leaf.index * Nature.allCases.count + Int(nature.rawValue)]
  }
}

extension WorldPlan {
  fileprivate func flags(ofLeaf index: Int, _ leaf: Form.Leaf) -> LeafTraits.Flags {
    var flags: LeafTraits.Flags = []
    if leaf.evidence { flags.insert(.evidence) }
    let repaired = policy.measures.repairFirst?.leaves ?? []
    if repaired.contains(LeafID(index)) { flags.insert(.repairFirst) }
    let disputed = participation.dispute.leaves.isEmpty ? repaired : participation.dispute.leaves
    if disputed.contains(LeafID(index)) || descends(index, from: disputed) {
      flags.insert(.disputable)
    }
    return flags
  }

  /// Whether a leaf of the next edition takes the place of one of `leaves`.
  private func descends(_ index: Int, from leaves: Set<LeafID>) -> Bool {
    guard let edition = policy.measures.edition, index >= policy.form.leaves.count else {
      return false
    }
    let place = LeafID(index - policy.form.leaves.count)
    return leaves.contains {
      $0.index < edition.successors.count && edition.successors[$0.index] == place
    }
  }

  /// (own limit / reference limit) ^ `Effects.effortOfLimits`, by leaf and nature; 1 where either
  /// has no limit. Limits are compared by the working time that they give.
  fileprivate func effortOfLeaves() -> [Double] {
    let leaves = policy.allLeaves
    var factors = [Double](repeating: 1, count: leaves.count * Nature.allCases.count)
    guard let reference = referenceLimits, effects.effortOfLimits != 0 else { return factors }
    let clock = policy.calendar.clock
    let opening = clock.nextOpening(atOrAfter: windowStart)
    let day = clock.workingTime(from: opening, to: opening + .days(1))
    for (index, leaf) in leaves.enumerated() {
      for nature in Nature.allCases {
        guard
          let own = policy.serviceLevels.limit(LeafID(index), leaf, nature).work(inDay: day),
          let other = reference.limit(LeafID(index), leaf, nature).work(inDay: day)
        else { continue }
        factors[index * Nature.allCases.count + Int(nature.rawValue)] = power(
          Double(own) / Double(other), effects.effortOfLimits)
      }
    }
    return factors
  }
}

extension ServiceLevelTable {
  /// The overall limit: the leaf's own, its class's, or its nature's.
  fileprivate func limit(_ id: LeafID, _ leaf: Form.Leaf, _ nature: Nature) -> Target {
    if let own = leaves[id] { return own }
    if classed.contains(nature), Int(leaf.limitClass) < classes.count {
      return classes[Int(leaf.limitClass)]
    }
    return overall[nature] ?? .none
  }
}

extension Target {
  /// The working time that a limit gives, an hour of it being an hour of work; nil for none.
  ///
  /// - Parameter day: working time of a working day.
  fileprivate func work(inDay day: Milliseconds) -> Milliseconds? {
    let span: Milliseconds
    switch self {
    case .elapsed(let hours), .working(let hours): span = hours
    case .workingDays(let days, _): span = Milliseconds(days) * day
    case .none: return nil
    }
    return span > 0 ? span : nil
  }
}

/// base ^ exponent for a positive base, from square roots alone: the same bits on every machine, to
/// about 10⁻¹⁴.
private func power(_ base: Double, _ exponent: Double) -> Double {
  var result = 1.0
  var left = exponent.magnitude
  while left >= 1 {
    result *= base
    left -= 1
  }
  var root = base
  for _ in 0..<52 where left > 0 {
    root = root.squareRoot()
    left *= 2
    if left >= 1 {
      result *= root
      left -= 1
    }
  }
  return exponent < 0 ? 1 / result : result
}
