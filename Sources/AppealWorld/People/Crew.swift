import AppealCore
import CivicTime

/// Index of a crew in `Crews`.
typealias CrewIndex = UInt16

/// The heads of one shift of one team, flattened for the event loop.
struct Crew: BitwiseCopyable {
  var clock: WorkingClock
  /// Paid time for one hour of hands-on work: 1 / (availability × (1 − background)).
  var stretch: Double
  /// Time lost when a head turns to another list.
  var switching: Milliseconds
  var team: UInt16
  var role: Role
  /// The unit whose crew it is.
  var unit: UnitID
  var urgentOnly: Bool
  var heads: Int32
  /// Range in `Crews.listsServed`.
  var firstList: Int32
  var listCount: Int32
  /// The street in whose emergency the crew also serves its last list; nil for none.
  var pooledStreet: StreetID?
  /// First place in `Crews.lastList`; one for each head.
  var firstHead: Int32
  /// Whether an opening event is pending.
  var isWoken = false
  /// Paid time taken up in the measured window.
  var busy: Milliseconds = 0
  /// Tasks taken in the window, and how long they had waited.
  var tasks = 0
  var waited: Milliseconds = 0

  enum Role: UInt8, BitwiseCopyable { case dispatch, unit, verify, desk }
}
