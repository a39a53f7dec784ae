/// One measure of a reform, laid over any scenario: what it changes by decision, and how people are
/// assumed to respond.
public struct Lever: Sendable {
  public var id: String
  public var title: Words
  public var summary: Words
  /// Rows of the inventory of measures for which it stands.
  public var rows: [Int]
  /// Ids of levers without which this one makes no sense.
  public var needs: [String]
  /// Whether it moves the scenario's own limits, so that it cannot be judged by them.
  public var changesLimits: Bool
  /// Whether it may change figures; one that says `effect: none` only switches something on.
  public var hasEffect: Bool
  /// Paths of the keys that it sets by decision.
  public var structureKeys: [String] { structureLeaves.map(\.path) }
  /// Paths of the assumed parameters by which people respond.
  public var behaviourKeys: [String] { behaviourLeaves.map(\.path) }

  var place: Place
  var needPlaces: [Place]
  var structure: DocumentNode
  var behaviour: DocumentNode
  var structureLeaves: [DocumentLeaf]
  var behaviourLeaves: [DocumentLeaf]
}

/// Which part of levers is laid over a scenario, and where in its range each assumed response lies.
public enum AssumedResponse: String, Sendable, CaseIterable {
  /// Structure only: nobody responds, every behavioural parameter is what it is without the lever.
  case none
  /// The end of the range on the far side of the middle, where people respond least.
  case low
  /// As the lever states it.
  case middle
  /// The end of the range on which people respond most.
  case high
}

/// A behavioural parameter of a lever, as it is in one scenario under one explanation.
public struct LeverEffect: Sendable, Equatable {
  public var key: String
  /// What the parameter is.
  public var note: Words
  /// Its value without the lever, but with all that the lever needs.
  public var without: Double
  public var low: Double
  public var middle: Double
  public var high: Double

  /// - Parameter parameter: with the lever, at the middle of the range.
  ///
  /// The high end is the one on the side of the middle, as seen from the value without the lever;
  /// where the middle is that value, the greater number.
  init(_ parameter: Parameter, without: Double) {
    key = parameter.key
    note = parameter.note
    middle = parameter.value
    self.without = without
    let isFalling = parameter.value < without
    low = isFalling ? parameter.high : parameter.low
    high = isFalling ? parameter.low : parameter.high
  }

  /// Whether the low end lies beyond the value without the lever, where people would respond the
  /// other way.
  public var reachesBackwards: Bool {
    middle < without ? low > without : middle > without && low < without
  }

  public func value(_ response: AssumedResponse) -> Double {
    switch response {
    case .none: without
    case .low: low
    case .middle: middle
    case .high: high
    }
  }
}
