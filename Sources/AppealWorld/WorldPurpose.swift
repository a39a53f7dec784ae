/// What a stream of the world is drawn for; `Demand` owns the purposes below 32. The ordinal of a
/// key is the appeal's within its need and the stage: first, second … visit or handling.
enum WorldPurpose: UInt8 {
  /// What the citizen does, besides bringing the need.
  case citizen = 32
  /// One visit at a dispatch post.
  case dispatch
  /// A unit's look at an appeal, once for each dispatch.
  case look
  /// When a unit starts by habit, once for each dispatch.
  case habit
  /// One handling by a unit.
  case handling
  case verification
  case appraisal
}
