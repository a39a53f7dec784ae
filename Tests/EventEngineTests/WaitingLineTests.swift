import CivicTime
import EventEngine
import Testing

private func at(_ milliseconds: Int64) -> Instant { Instant(milliseconds: milliseconds) }

@Suite struct WaitingLineTests {
  @Test func firstComeIgnoresRanks() {
    var line = WaitingLine<Int>(.firstCome, since: at(0))
    for customer in 0..<5 { _ = line.join(customer, rank: Int64(-customer), at: at(0)) }
    var order: [Int] = []
    while let next = line.takeFirst(at: at(1)) { order.append(next.customer) }
    #expect(order == [0, 1, 2, 3, 4])
  }

  @Test func ranksComeFirstThenOrder() {
    var line = WaitingLine<Int>(.ranked, since: at(0))
    for (customer, rank) in [3, 1, 2, 1, 3].enumerated() {
      _ = line.join(customer, rank: Int64(rank), at: at(0))
    }
    var order: [Int] = []
    while let next = line.takeFirst(at: at(1)) { order.append(next.customer) }
    #expect(order == [1, 3, 2, 0, 4])
  }

  @Test func fullLineTurnsAway() {
    var line = WaitingLine<Int>(.firstCome, limit: 2, since: at(0))
    let tickets = (0..<3).map { line.join($0, at: at(0)) }
    #expect(tickets[1] != nil && tickets[2] == nil)
    let history = line.history
    #expect(history.joined == 2 && history.turnedAway == 1)
  }

  @Test func interruptedCustomerKeepsItsPlaceAmongEquals() {
    var line = WaitingLine<Int>(.ranked, since: at(0))
    for customer in 0..<3 { _ = line.join(customer, rank: 1, at: at(0)) }
    guard let served = line.takeFirst(at: at(5)) else {
      return #expect(Bool(false), "nobody waits")
    }
    line.rejoin(served.customer, rank: 1, order: served.order, at: at(9))
    let first = line.first
    #expect(first?.customer == 0 && first?.joined == at(9))
    let history = line.history
    #expect(history.returned == 1 && history.waitOfTaken == 5)
  }

  @Test func staleTicketNamesNobody() {
    var line = WaitingLine<Int>(.firstCome, since: at(0))
    guard let old = line.join(1, at: at(0)) else { return #expect(Bool(false), "turned away") }
    _ = line.takeFirst(at: at(1))
    let new = line.join(2, at: at(2))
    let (gone, left) = (line.contains(old), line.leave(old, at: at(3)))
    #expect(!gone && left == nil && new != nil)
    let reranked = line.rerank(old, to: 4)
    #expect(!reranked)
  }

  /// Random commands against a plain array: who is next, the totals, and the sample-path identity
  /// that the waits add up to the integral of the length.
  @Test(arguments: 1...10)
  func agreesWithPlainArray(seed: UInt64) {
    var random = SplitMix(state: seed)
    var line = WaitingLine<Int>(.ranked, since: at(0))
    var waiting: [(rank: Int64, number: Int, ticket: LineTicket)] = []
    var now: Int64 = 0
    for number in 0..<4_000 {
      now += Int64.random(in: 0..<9, using: &random)
      switch Int.random(in: 0..<9, using: &random) {
      case 0...3:
        let rank = Int64.random(in: 0..<5, using: &random)
        guard let ticket = line.join(number, rank: rank, at: at(now)) else { continue }
        waiting.append((rank, number, ticket))
      case 4...6:
        let best = waiting.indices.min { (waiting[$0].rank, $0) < (waiting[$1].rank, $1) }
        let next = line.takeFirst(at: at(now))?.customer
        #expect(next == best.map { waiting.remove(at: $0).number })
      case 7:
        guard let chosen = waiting.indices.randomElement(using: &random) else { continue }
        let left = line.leave(waiting[chosen].ticket, at: at(now))
        #expect(left?.customer == waiting.remove(at: chosen).number)
      default:
        guard let chosen = waiting.indices.randomElement(using: &random) else { continue }
        waiting[chosen].rank = Int64.random(in: 0..<5, using: &random)
        let known = line.rerank(waiting[chosen].ticket, to: waiting[chosen].rank)
        #expect(known)
      }
      let count = line.count
      #expect(count == waiting.count)
    }
    while line.takeFirst(at: at(now)) != nil {}
    let (history, area) = (line.history, line.waitingTime(until: at(now + 100)))
    #expect(history.waitOfTaken + history.waitOfLeft == area)
    #expect(history.joined == history.taken + history.left)
  }
}
