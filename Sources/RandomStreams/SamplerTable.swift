/// The place of a prepared distribution in a ``SamplerTable``.
public struct SamplerID: Hashable, Sendable, BitwiseCopyable {
  let index: Int32
}

/// The distributions that a trial draws from, prepared once.
///
/// A draw through the table neither allocates nor counts references.
///
///     var samplers = SamplerTable()
///     let effort = samplers.add(plan.effort)
///     let minutes = samplers.draw(effort, from: &stream)
public struct SamplerTable: ~Copyable {
  // The distributions own the memory that the samplers point into.
  private var distributions: [Distribution] = []
  private var samplers: [Sampler] = []

  public init() {}

  /// Prepares a distribution. An equal one keeps the place it already has: O(n).
  public mutating func add(_ distribution: Distribution) -> SamplerID {
    if let known = distributions.firstIndex(of: distribution) {
      return SamplerID(index: Int32(known))
    }
    distributions.append(distribution)
    samplers.append(distribution.sampler)
    return SamplerID(index: Int32(samplers.count - 1))
  }

  /// One value of a prepared distribution.
  ///
  /// - Precondition: `id` is from this table.
  public func draw(_ id: SamplerID, from stream: inout RandomStream) -> Double {
    samplers[Int(id.index)].draw(from: &stream)
  }

  /// What was prepared at that place.
  ///
  /// - Precondition: `id` is from this table.
  public func distribution(_ id: SamplerID) -> Distribution { distributions[Int(id.index)] }
}
