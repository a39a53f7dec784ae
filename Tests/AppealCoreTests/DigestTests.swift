import AppealCore
import CivicTime
import Testing

@Suite("Chain and digest")
struct DigestTests {
  /// A journal with every kind of entry.
  private func fullLife() throws -> Desk {
    let desk = try Desk()
    try desk.bring(1, .noise, to: .verify, at: "03-05 09:00")
    for (clock, command) in [
      ("03-05 09:10", Command.verify(1, passed: false)), ("03-05 09:11", .take(.roads)),
      ("03-05 09:12", .sendBack(1, .notResponsible)), ("03-05 09:13", .take(.longtianPost)),
      ("03-05 09:14", .handOver(1, to: .centre)), ("03-05 09:15", .take(.centre)),
      ("03-05 09:16", .putBack(1)), ("03-05 09:17", .suspend(1, .weather)),
      ("03-05 09:18", .resume(1)), ("03-05 09:19", .extend(1, by: .working(.hours(1)))),
      ("03-05 09:20", .submit(2, .noise)), ("03-05 09:21", .merge(2, into: 1)),
      ("03-05 09:22", .cancel(1, .withdrawn)), ("03-05 09:23", .submit(3, .rubbish)),
    ] { _ = desk.perform(command, at: Instant(clock)) }
    _ = desk.perform(nil, at: Instant("03-06 09:00"))
    try desk.bring(4, .blackout, to: .close, at: "03-06 09:00", unit: .power, in: .jinsha)
    _ = desk.perform(.close(4), at: Instant("03-06 09:10"))
    _ = desk.perform(.five(4), at: Instant("03-06 09:11"))
    _ = desk.perform(.reopen(4, .supervision), at: Instant("03-06 09:12"))
    return desk
  }

  @Test("The format of chain and digest is fixed")
  func golden() throws {
    let desk = try fullLife()
    #expect(desk.core.chain == 7_164_979_794_151_474_798)
    #expect(desk.core.digest() == 1_467_053_090_653_156_497)
    #expect(desk.core.entryCount == UInt64(desk.journal.count))
  }

  @Test("Each entry of a journal changes the chain, and so does its order")
  func chain() throws {
    let desk = try fullLife()
    var seen: Set<UInt64> = []
    for left in 1...desk.journal.count {
      var part = JournalBuffer()
      for position in 0..<left { part.append(desk.journal[position]) }
      let core = try AppealCore.replay(part, policy: desk.policy)
      #expect(seen.insert(core.chain).inserted)
    }
  }

  @Test("Every entry changes the digest")
  func digest() throws {
    let desk = try fullLife()
    var core = try AppealCore(policy: desk.policy)
    var seen = Set([core.digest()])
    for position in 0..<desk.journal.count {
      core.evolve(desk.journal[position])
      #expect(seen.insert(core.digest()).inserted, "entry \(position)")
    }
  }

  @Test("A buffer grows, is read by position, and empties")
  func buffer() throws {
    let desk = try fullLife()
    var copy = JournalBuffer(minimumCapacity: 1)
    for position in 0..<desk.journal.count { copy.append(desk.journal[position]) }
    #expect(copy.count == desk.journal.count)
    #expect(copy.last?.appeal == desk.journal.last?.appeal)
    #expect(copy[0].change.text == desk.journal[0].change.text)
    copy.removeAll(keepingCapacity: false)
    let (isEmpty, last) = (copy.isEmpty, copy.last)
    #expect(isEmpty && last?.at == nil)
  }
}
