public import CivicTime

/// Additional demand on some days, such as the aftermath of a typhoon, with categories of its own.
public struct Surge: Sendable {
  public let firstDay: CivilDate
  /// Total demand of each day relative to an ordinary day of its class; at least 1.
  public let factors: [Double]
  /// What the additional needs are about.
  public let places: [PlaceWeight]

  public init(firstDay: CivilDate, factors: [Double], places: [PlaceWeight]) {
    self.firstDay = firstDay
    self.factors = factors
    self.places = places
  }

  /// The factor of a day, 1 outside the surge.
  func factor(on day: CivilDate) -> Double {
    let offset = firstDay.distance(to: day)
    return factors.indices.contains(offset) ? factors[offset] : 1
  }
}
