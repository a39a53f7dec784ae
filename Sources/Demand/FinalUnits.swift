/// How often a unit was the one to handle needs of a leaf in a street in the end.
public struct FinalUnitWeight: Hashable, Sendable {
  public let leaf: UInt16
  public let street: UInt8
  public let unit: UInt16
  /// Relative to the other units of the leaf and street; positive.
  public let weight: Double

  public init(leaf: UInt16, street: UInt8, unit: UInt16, weight: Double) {
    self.leaf = leaf
    self.street = street
    self.unit = unit
    self.weight = weight
  }
}

/// The unit that can really solve a need. The form names one owner for a leaf and street, which is
/// the most frequent of them: where another one is needed, the owner's form is at fault.
public struct FinalUnits: Sendable {
  private struct Choice: Sendable {
    var unit: UInt16
    /// Share of the units up to this one.
    var cumulative: Double
  }

  private let streetCount: Int
  private let owners: [UInt16]
  /// Cell (leaf × street) to its first choice; one more at the end.
  private let first: [Int32]
  private let choices: [Choice]

  /// - Parameters:
  ///   - owners: leaf × street: the unit of a cell without weights.
  ///   - weights: in any order.
  public init(
    owners: [UInt16], streetCount: Int, weights: [FinalUnitWeight]
  ) throws(DemandPlanError) {
    try DemandPlan.require(
      streetCount > 0 && !owners.isEmpty && owners.count % max(streetCount, 1) == 0,
      "there are \(owners.count) owners for \(streetCount) streets: give one for each leaf and street"
    )
    var cells: [[FinalUnitWeight]] = Array(repeating: [], count: owners.count)
    for weight in weights {
      let cell = Int(weight.leaf) * streetCount + Int(weight.street)
      try DemandPlan.require(
        Int(weight.street) < streetCount && cell < owners.count,
        "the final units name leaf \(weight.leaf) and street \(weight.street): there is no such")
      try DemandPlan.require(
        weight.weight.isFinite && weight.weight > 0,
        "a weight of a final unit is \(weight.weight): give a positive number")
      cells[cell].append(weight)
    }
    var first: [Int32] = [0]
    var choices: [Choice] = []
    for cell in cells {
      let total = cell.reduce(0) { $0 + $1.weight }
      var sum = 0.0
      for weight in cell {
        sum += weight.weight
        choices.append(Choice(unit: weight.unit, cumulative: sum / total))
      }
      first.append(Int32(choices.count))
    }
    self.streetCount = streetCount
    self.owners = owners
    self.first = first
    self.choices = choices
  }

  /// The unit that the form names.
  public func owner(of need: borrowing Need) -> UInt16 { owners[cell(of: need)] }

  /// The unit that will solve the need. Takes O(units of the leaf and street).
  public func unit(of need: borrowing Need) -> UInt16 {
    let cell = cell(of: need)
    var index = Int(first[cell])
    let end = Int(first[cell + 1])
    guard index < end else { return owners[cell] }
    let mark = need.unitMark
    while index < end - 1, mark >= choices[index].cumulative { index += 1 }
    return choices[index].unit
  }

  private func cell(of need: borrowing Need) -> Int {
    Int(need.leaf) * streetCount + Int(need.street)
  }
}
