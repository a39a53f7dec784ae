import AppealCore
import CivicTime
import EventEngine

/// All crews of a trial in flat storage: who serves which list, who is idle, who worked how long.
struct Crews: ~Copyable {
  let count: Int
  private let crews: UnsafeMutablePointer<Crew>
  /// Lists of each crew, by `Crew.firstList`.
  let listsServed: UnsafeMutablePointer<ListID>
  /// Crews of each list: `crewsOfList[listStart[l] ..< listStart[l + 1]]`.
  let crewsOfList: UnsafeMutablePointer<CrewIndex>
  let listStart: UnsafeMutablePointer<Int32>
  /// Idle heads of each crew as a stack, by `Crew.firstHead`.
  let idle: UnsafeMutablePointer<UInt16>
  /// The list that a head served last, by `Crew.firstHead`.
  let lastList: UnsafeMutablePointer<ListID>
  /// Paid milliseconds taken up in the window, tasks taken, milliseconds waited, by crew.
  let tallies: UnsafeMutablePointer<CrewTally>

  init(_ plan: WorldPlan, listCount: Int) {
    let layout = CrewLayout(plan, listCount: listCount)
    count = layout.crews.count
    crews = Self.copy(layout.crews)
    listsServed = Self.copy(layout.listsServed)
    crewsOfList = Self.copy(layout.crewsOfList)
    listStart = Self.copy(layout.listStart)
    idle = Self.copy(layout.idle)
    lastList = Self.copy(Array(repeating: ListID.none, count: layout.idle.count))
    tallies = Self.copy(Array(repeating: CrewTally(), count: layout.crews.count))
  }

  deinit {
    crews.deallocate()
    listsServed.deallocate()
    crewsOfList.deallocate()
    listStart.deallocate()
    idle.deallocate()
    lastList.deallocate()
    tallies.deallocate()
  }

  subscript(index: CrewIndex) -> Crew {
    @inline(__always) unsafeAddress { UnsafePointer(crews + Int(index)) }
    @inline(__always) unsafeMutableAddress { crews + Int(index) }
  }

  /// The head on top of the stack of idle heads; the stack must not be empty.
  @inline(__always)
  mutating func engage(_ index: CrewIndex) -> UInt16 {
    crews[Int(index)].idleCount -= 1
    return idle[Int(crews[Int(index)].firstHead + crews[Int(index)].idleCount)]
  }

  @inline(__always)
  mutating func release(_ index: CrewIndex, head: UInt16) {
    idle[Int(crews[Int(index)].firstHead + crews[Int(index)].idleCount)] = head
    crews[Int(index)].idleCount += 1
  }

  private static func copy<Element: BitwiseCopyable>(
    _ elements: [Element]
  ) -> UnsafeMutablePointer<Element> {
    let storage = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
    storage.initialize(from: elements, count: elements.count)
    return storage
  }
}

/// Sums over the measured window.
struct CrewTally: BitwiseCopyable {
  var busy: Milliseconds = 0
  var tasks = 0
  var waited: Milliseconds = 0
}
