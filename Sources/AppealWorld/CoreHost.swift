import AppealCore

/// The core at a fixed address. A stored property would be copied whole, and it is large, whenever
/// the trial asks it something without changing it.
struct CoreHost: ~Copyable {
  let place: UnsafeMutablePointer<AppealCore>

  init(_ core: consuming AppealCore) {
    place = .allocate(capacity: 1)
    place.initialize(to: core)
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  var core: AppealCore {
    @inline(__always) unsafeAddress { UnsafePointer(place) }
    @inline(__always) nonmutating unsafeMutableAddress { place }
  }
}
