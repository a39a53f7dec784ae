import AppealCore
import CivicTime
import EventEngine

/// All crews of a trial in flat storage: who serves which list, who is busy with which case.
struct Crews: ~Copyable {
  let count: Int
  private let crews: UnsafeMutablePointer<Crew>
  private let pools: UnsafeMutablePointer<ServerPool<Assignment>>
  /// Lists of each crew, by `Crew.firstList`.
  let listsServed: UnsafeMutablePointer<ListID>
  /// The list that a head served last, by `Crew.firstHead`.
  let lastList: UnsafeMutablePointer<ListID>
  /// Crews of each list: `crewsOfList[listStart[l] ..< listStart[l + 1]]`.
  let crewsOfList: UnsafeMutablePointer<CrewIndex>
  let listStart: UnsafeMutablePointer<Int32>
  let listCount: Int

  init(_ plan: WorldPlan, listCount: Int, at start: Instant) {
    let layout = CrewLayout(plan, listCount: listCount)
    count = layout.crews.count
    crews = layout.crews.copied()
    pools = .allocate(capacity: count)
    for (index, crew) in layout.crews.enumerated() {
      (pools + index).initialize(to: ServerPool(capacity: Int(crew.heads), at: start))
    }
    listsServed = layout.listsServed.copied()
    lastList = [ListID](repeating: .none, count: layout.headCount).copied()
    crewsOfList = layout.crewsOfList.copied()
    listStart = layout.listStart.copied()
    self.listCount = listCount
  }

  deinit {
    pools.deinitialize(count: count)
    pools.deallocate()
    crews.deallocate()
    listsServed.deallocate()
    lastList.deallocate()
    crewsOfList.deallocate()
    listStart.deallocate()
  }

  subscript(index: CrewIndex) -> Crew {
    @inline(__always) unsafeAddress { UnsafePointer(crews + Int(index)) }
    @inline(__always) nonmutating unsafeMutableAddress { crews + Int(index) }
  }

  @inline(__always)
  func hasIdle(_ index: CrewIndex) -> Bool { pools[Int(index)].hasIdle }

  func busy(_ index: CrewIndex) -> Int { pools[Int(index)].busy }

  @inline(__always)
  func seize(_ index: CrewIndex, _ work: Assignment, at now: Instant) -> ServerID {
    pools[Int(index)].seize(work, at: now)
  }

  /// What the head was busy with.
  @inline(__always)
  func release(_ index: CrewIndex, _ head: ServerID, at now: Instant) -> Assignment {
    pools[Int(index)].release(head, at: now)
  }
}

extension Array where Element: BitwiseCopyable {
  /// The elements in memory of their own, which the caller frees.
  func copied() -> UnsafeMutablePointer<Element> {
    let storage = UnsafeMutablePointer<Element>.allocate(capacity: Swift.max(count, 1))
    storage.initialize(from: self, count: count)
    return storage
  }
}
