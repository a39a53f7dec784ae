import AppealCore
import CivicTime
import EventEngine
import RandomStreams

/// Index of a crew in `Crews`.
typealias CrewIndex = UInt16

/// The heads of one shift of one team, flattened for the event loop.
struct Crew: BitwiseCopyable {
  var clock: WorkingClock
  /// Paid time for one hour of hands-on work: 1 / (availability × (1 − background)).
  var stretch: Double
  var switching: Milliseconds
  var team: UInt16
  var role: Role
  var unit: UnitID
  var urgentOnly: Bool
  /// Range in `Crews.listsServed`.
  var firstList: Int32
  var listCount: Int32
  /// Range in `Crews.idle` and `Crews.lastList`.
  var firstHead: Int32
  var heads: Int32
  var idleCount: Int32
  /// The pending opening event, `distantFuture` when there is none.
  var opensAt: Instant

  enum Role: UInt8, BitwiseCopyable { case dispatch, unit, verify }
}
