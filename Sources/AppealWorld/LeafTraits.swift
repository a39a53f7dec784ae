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
  /// has no limit. Limits are compared by their elapsed length from the window's first opening.
  fileprivate func effortOfLeaves() -> [Double] {
    let leaves = policy.allLeaves
    var factors = [Double](repeating: 1, count: leaves.count * Nature.allCases.count)
    guard let reference = referenceLimits, effects.effortOfLimits != 0 else { return factors }
    let clock = policy.calendar.clock
    let start = clock.nextOpening(atOrAfter: windowStart)
    for (index, leaf) in leaves.enumerated() {
      for nature in Nature.allCases {
        let own = clock.deadline(
          for: policy.serviceLevels.limit(LeafID(index), leaf, nature), from: start)
        let other = clock.deadline(for: reference.limit(LeafID(index), leaf, nature), from: start)
        guard own < .distantFuture, other < .distantFuture, own > start, other > start else {
          continue
        }
        let ratio = Double(own - start) / Double(other - start)
        factors[index * Nature.allCases.count + Int(nature.rawValue)] = power(
          ratio, effects.effortOfLimits)
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
