/// One unit that an appeal may belong to.
public struct RoutingSuggestion: BitwiseCopyable, Hashable, Sendable {
  public var unit: UnitID
  /// The model's probability that the appeal ends there, from 0 to 1; all units sum to 1.
  public var share: Double
}

/// The best units for one appeal, best first, and the room to work them out; made once, used again.
public struct RoutingRanking: ~Copyable {
  /// How many units are wanted.
  public let capacity: Int
  /// At most `capacity`, fewer only where there are fewer units; ties go to the smaller number.
  public private(set) var suggestions: [RoutingSuggestion] = []

  /// Logarithm of what the contexts say for each unit, and for each role.
  var unitLift: [Double] = []
  var roleLift: [Double] = []
  /// Probability of each unit; of each role while learning.
  var shares: [Double] = []
  var roleShares: [Double] = []

  public init(best capacity: Int = 3) {
    precondition(capacity >= 1, "at least one unit is wanted")
    self.capacity = capacity
    suggestions.reserveCapacity(capacity + 1)
  }

  /// The probability of a unit, as of the last suggestion.
  public func share(of unit: UnitID) -> Double { shares[unit.index] }

  mutating func clear(units: Int, roles: Int) {
    Self.zero(&unitLift, units)
    Self.zero(&shares, units)
    Self.zero(&roleLift, roles)
    suggestions.removeAll(keepingCapacity: true)
  }

  static func zero(_ values: inout [Double], _ count: Int) {
    guard values.count == count else {
      values = [Double](repeating: 0, count: count)
      return
    }
    for position in 0..<count { values[position] = 0 }
  }

  /// Keeps the best: insertion into a short list. O(units × capacity).
  mutating func choose() {
    for unit in shares.indices {
      let share = shares[unit]
      var position = suggestions.count
      while position > 0, suggestions[position - 1].share < share { position -= 1 }
      guard position < capacity else { continue }
      if suggestions.count == capacity { suggestions.removeLast() }
      suggestions.insert(RoutingSuggestion(unit: UnitID(unit), share: share), at: position)
    }
  }
}
