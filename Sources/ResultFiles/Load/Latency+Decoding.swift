extension Latency: Decodable {
  private enum CodingKeys: String, CodingKey {
    case count, meanUs, maxUs, percentiles, bucketUs, bucketCount
  }

  /// Larger counts and values are no longer whole in a double.
  private static let most = 1 << 53

  /// From the members that `load.json` has; buckets may be absent.
  ///
  /// - Throws: `DecodingError` with the member, also where the figures do not fit each other.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.container(keyedBy: CodingKeys.self)
    func require(_ isRight: Bool, _ key: CodingKeys, _ what: String) throws {
      guard !isRight else { return }
      throw DecodingError.dataCorruptedError(forKey: key, in: members, debugDescription: what)
    }
    let count = try members.decode(Int.self, forKey: .count)
    let meanUs = try members.decode(Double.self, forKey: .meanUs)
    let maxUs = try members.decode(Int.self, forKey: .maxUs)
    try require((0...Self.most).contains(count), .count, "is out of range")
    try require(meanUs >= 0, .meanUs, "is below 0")
    try require((0...Self.most).contains(maxUs), .maxUs, "is out of range")
    let named = try members.decode([String: Int].self, forKey: .percentiles)
    let percentiles = try named.map { name, us in
      let percent = Double(name) ?? -1
      try require(
        (0...100).contains(percent) && us >= 0, .percentiles, "has a wrong entry “\(name)”")
      return LatencyPercentile(percent: percent, us: us)
    }
    let values = try members.decodeIfPresent([Int].self, forKey: .bucketUs) ?? []
    let counts = try members.decodeIfPresent([Int].self, forKey: .bucketCount) ?? []
    try require(values.count == counts.count, .bucketCount, "has not as many items as bucket_us")
    try require(
      values.allSatisfy { (0...Self.most).contains($0) }
        && zip(values, values.dropFirst()).allSatisfy { $0 < $1 }, .bucketUs,
      "is not ascending from 0 on")
    try require(
      counts.allSatisfy { (1...Self.most).contains($0) }, .bucketCount, "has an item below 1")
    // At most so many items of so much each: a sum that overflows would be beyond the count too.
    var rest = count
    for item in counts {
      try require(item <= rest, .bucketCount, "has another sum than count")
      rest -= item
    }
    try require(rest == 0 || counts.isEmpty, .bucketCount, "has another sum than count")
    self.init(
      count: count, meanUs: meanUs, maxUs: maxUs,
      percentiles: percentiles.sorted { $0.percent < $1.percent },
      buckets: zip(values, counts).map { LatencyBucket(us: $0, count: $1) })
  }
}
