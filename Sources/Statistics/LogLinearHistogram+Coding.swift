extension LogLinearHistogram: Codable {
  enum CodingKeys: String, CodingKey { case precision, minimum, maximum, sum, cells }

  /// Writes precision, range, sum (as text, for it may exceed 64 bits) and the occupied cells as
  /// alternating index and count.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(precision, forKey: .precision)
    try container.encode(minimum, forKey: .minimum)
    try container.encode(maximum, forKey: .maximum)
    try container.encode(String(sum), forKey: .sum)
    let occupied = cells.enumerated().filter { $0.element > 0 }
    try container.encode(occupied.flatMap { [$0.offset, $0.element] }, forKey: .cells)
  }

  /// - Throws: `DecodingError` if the parts cannot belong to one histogram.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let precision = try container.decode(Int.self, forKey: .precision)
    guard (1...14).contains(precision) else {
      throw DecodingError.dataCorruptedError(
        forKey: .precision, in: container, debugDescription: "histogram: precision is \(precision)")
    }
    self.init(precision: precision)
    let pairs = try container.decode([Int].self, forKey: .cells)
    guard let sum = Int128(try container.decode(String.self, forKey: .sum)), fill(pairs) else {
      throw DecodingError.dataCorruptedError(
        forKey: .cells, in: container, debugDescription: "histogram: cells or sum are damaged")
    }
    self.sum = sum
    minimum = try container.decode(Int64.self, forKey: .minimum)
    maximum = try container.decode(Int64.self, forKey: .maximum)
    guard isPlausible else {
      throw DecodingError.dataCorruptedError(
        forKey: .cells, in: container, debugDescription: "histogram: cells and range disagree")
    }
  }

  private mutating func fill(_ pairs: [Int]) -> Bool {
    guard pairs.count.isMultiple(of: 2) else { return false }
    for index in stride(from: 0, to: pairs.count, by: 2) {
      let (cell, times) = (pairs[index], pairs[index + 1])
      guard cells.indices.contains(cell), cells[cell] == 0, times > 0 else { return false }
      let (total, overflow) = count.addingReportingOverflow(times)
      guard !overflow else { return false }
      cells[cell] = times
      count = total
    }
    return true
  }

  private var isPlausible: Bool {
    guard count > 0 else { return minimum == .max && maximum == 0 && sum == 0 }
    guard minimum >= 0, maximum >= minimum else { return false }
    return cells.firstIndex { $0 > 0 } == Self.cell(of: minimum, precision)
      && cells.lastIndex { $0 > 0 } == Self.cell(of: maximum, precision)
      && sum >= Int128(minimum) * Int128(count) && sum <= Int128(maximum) * Int128(count)
  }
}
