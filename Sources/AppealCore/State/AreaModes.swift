import CivicTime

/// The mode of each street, and when an emergency that started by itself ends.
struct AreaModes: ~Copyable {
  private struct Area: BitwiseCopyable {
    var mode = Mode.peacetime
    var byCommand = false
    /// The distant future in peacetime, and where a command set the mode.
    var releaseAt = Instant.distantFuture
  }

  let count: Int
  private let areas: UnsafeMutablePointer<Area>
  /// Submissions of listed categories by street.
  var listed: RecentTimes
  /// The first release of all.
  private(set) var nextRelease = Instant.distantFuture

  init(streets: Int, trigger: Int) {
    count = streets
    areas = .allocate(capacity: streets)
    areas.initialize(repeating: Area(), count: streets)
    listed = RecentTimes(cells: streets, depth: trigger)
  }

  deinit { areas.deallocate() }

  subscript(street: StreetID) -> Mode { areas[street.index].mode }

  func isByCommand(_ street: StreetID) -> Bool { areas[street.index].byCommand }

  func release(of street: StreetID) -> Instant { areas[street.index].releaseAt }

  mutating func set(_ street: StreetID, _ mode: Mode, byCommand: Bool, releaseAt: Instant) {
    areas[street.index] = Area(mode: mode, byCommand: byCommand, releaseAt: releaseAt)
    nextRelease = .distantFuture
    for index in 0..<count { nextRelease = min(nextRelease, areas[index].releaseAt) }
  }

  /// The street whose emergency ends first, the lowest number at a tie; nil if none does.
  var firstReleased: StreetID? {
    guard nextRelease < .distantFuture else { return nil }
    for index in 0..<count where areas[index].releaseAt == nextRelease { return StreetID(index) }
    return nil
  }
}
