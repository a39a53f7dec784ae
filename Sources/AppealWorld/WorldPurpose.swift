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
  /// What a contact tells besides its fields, and who brings it; the same for all of one need.
  case details
  /// A need that arises because entry is easier.
  case easierEntry
  /// Which other units a need takes …
  case support
  /// … and how long each works on it; the ordinal is the unit's.
  case supportWork
  case dispute
  case reply
  /// Withdrawal (stage 0), extension (1) and suspension (2 up, by handling).
  case exception
  case evidence
  case tags
  case adoption
  case liability
  case callBack
  case chase
  /// One call: how long the caller waits, and whether there is another …
  case patience
  /// … and how long they talk.
  case talk
  /// Whether the right unit sends an appeal back all the same, once for each dispatch.
  case shirking
}
