/// The scenario's choice of channels: maps the channel mark of a need to a channel.
///
/// Who asks about what prefers which channel: the affinity of a group of needs to a channel is its
/// share there relative to the channel's share overall. A channel's share within a group is
/// mix × affinity, scaled to sum to 1; so the measured mix reproduces the measured table, and a
/// closed channel (share 0) hands its needs to the others in proportion.
///
/// The map is the inverse distribution function over the channels in order, so a change of mix
/// moves few needs, and none changes in anything but its channel.
public struct ChannelMix: ~Copyable, Sendable {
  public let channelCount: Int
  /// Group × channel: cumulative shares.
  private let cumulative: [Double]
  private let groupOfLeaf: [UInt8]

  /// - Parameters:
  ///   - shares: the scenario's share of each channel; scaled to sum to 1.
  ///   - affinity: group × channel; not negative. Group = 2 × (first level of the leaf) for
  ///     complaints, one more for the other natures.
  ///   - firstLevelOfLeaf: the index of each leaf's first level.
  public init(
    shares: [Double], affinity: [Double], firstLevelOfLeaf: [UInt8]
  ) throws(DemandPlanError) {
    try DemandPlan.requireWeights(shares, called: "share of a channel")
    try DemandPlan.requireWeights(affinity, called: "affinity to a channel")
    try DemandPlan.require(
      (1...255).contains(shares.count), "there are \(shares.count) channels: give 1 to 255")
    let groups = 2 * (Int(firstLevelOfLeaf.max() ?? 0) + 1)
    try DemandPlan.require(
      affinity.count == groups * shares.count,
      "there are \(affinity.count) affinities for \(groups) groups and \(shares.count) channels: "
        + "give one for each pair")
    try DemandPlan.require(
      shares.reduce(0, +) > 0, "every channel is closed: give one a positive share")
    var cumulative: [Double] = []
    cumulative.reserveCapacity(affinity.count)
    for group in 0..<groups {
      cumulative += Self.cumulated(
        shares, affinity: affinity[group * shares.count..<(group + 1) * shares.count])
    }
    channelCount = shares.count
    self.cumulative = cumulative
    groupOfLeaf = firstLevelOfLeaf.map { $0 * 2 }
  }

  /// The channel of a need: an index into the shares. Takes O(channels) at most.
  public func channel(of need: borrowing Need) -> UInt8 {
    let complaint: UInt8 = 2
    let group = Int(groupOfLeaf[Int(need.leaf)]) + (need.nature == complaint ? 0 : 1)
    let first = group * channelCount
    let mark = need.channelMark
    var channel = 0
    while channel < channelCount - 1, mark >= cumulative[first + channel] { channel += 1 }
    return UInt8(truncatingIfNeeded: channel)
  }

  /// A group whose every channel is closed takes the mix as it is.
  private static func cumulated(_ shares: [Double], affinity: ArraySlice<Double>) -> [Double] {
    var weights = zip(shares, affinity).map { $0 * $1 }
    if weights.reduce(0, +) == 0 { weights = shares }
    let total = weights.reduce(0, +)
    // Beyond the last open channel the sum is above any mark, whatever the rounding.
    let last = weights.lastIndex { $0 > 0 } ?? 0
    var sum = 0.0
    return weights.indices.map { index in
      sum += weights[index] / total
      return index >= last ? 2 : sum
    }
  }
}
