/// What a stream of the world is drawn for; `Demand` owns the purposes below 32.
enum WorldPurpose: UInt8 {
  /// What the citizen does, besides bringing the need.
  case citizen = 32
  /// One visit at a dispatch post; the ordinal counts visits.
  case dispatch
  /// A unit's look at an appeal; the ordinal counts dispatches.
  case look
  /// One handling by a unit; the ordinal counts handlings.
  case handling
  case verification
  case appraisal
}
