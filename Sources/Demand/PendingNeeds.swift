/// Repeats that are to come, earliest first. A binary heap: there are few of them, and each is
/// pushed and popped once. Grows only while the backlog of repeats grows.
struct PendingNeeds: ~Copyable {
  private var needs: UnsafeMutablePointer<Need>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = 256
    needs = .allocate(capacity: capacity)
  }

  deinit { needs.deallocate() }

  /// The earliest instant, or that of no need at all.
  @inline(__always)
  var firstMilliseconds: Int64 { count > 0 ? needs[0].contactAt.milliseconds : .max }

  mutating func push(_ need: Need) {
    if count == capacity { grow() }
    var index = count
    count += 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard Self.isBefore(need, needs[parent]) else { break }
      needs[index] = needs[parent]
      index = parent
    }
    needs[index] = need
  }

  /// - Precondition: there is one.
  mutating func popFirst(into need: inout Need) {
    precondition(count > 0, "no repeat is pending")
    need = needs[0]
    count -= 1
    let last = needs[count]
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < count else { break }
      if child + 1 < count, Self.isBefore(needs[child + 1], needs[child]) { child += 1 }
      guard Self.isBefore(needs[child], last) else { break }
      needs[index] = needs[child]
      index = child
    }
    needs[index] = last
  }

  private static func isBefore(_ left: borrowing Need, _ right: borrowing Need) -> Bool {
    left.contactAt == right.contactAt
      ? left.id < right.id : left.contactAt < right.contactAt
  }

  private mutating func grow() {
    let larger = UnsafeMutablePointer<Need>.allocate(capacity: capacity * 2)
    larger.moveInitialize(from: needs, count: count)
    needs.deallocate()
    needs = larger
    capacity *= 2
  }
}
