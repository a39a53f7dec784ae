/// What the random streams of this target are for. Demand has the purposes 1…31.
enum DemandPurpose: UInt8 {
  /// A day's busyness; the subject is the day.
  case busyness = 1
  /// The gaps between the needs of a day; the subject is the day.
  case gaps = 2
  /// The attributes of one need; the subject is the need.
  case attributes = 3
  /// The polling job on one day; the subject is the day.
  case polling = 4
}
