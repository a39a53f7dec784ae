import CivicTime
import Demand
import Testing

/// Needs are the same whatever meets them.
@Suite("Sameness of needs")
struct SamenessTests {
  private let first = CivilDate(daysSince1970: 17_700)

  @Test("The same seed and replication give the same bytes; others give others")
  func seeds() throws {
    let plan = try PingshanPlan().demand()
    let days = try demandDays(from: first, count: 90)
    let once = needs(plan, days)
    #expect(bytes(once) == bytes(needs(plan, days)))
    #expect(bytes(once) != bytes(needs(plan, days, seed: 2)))
    #expect(bytes(once) != bytes(needs(plan, days, replication: 1)))
  }

  @Test("Needs come in order of contact, each with a number of its own, repeats after their origin")
  func order() throws {
    let all = needs(try PingshanPlan().demand(), try demandDays(from: first, count: 200))
    #expect(all.count > 18_000)
    #expect(zip(all, all.dropFirst()).allSatisfy { $0.contactAt <= $1.contactAt })
    let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
    #expect(byID.count == all.count)
    #expect(all.allSatisfy { $0.id > 0 && $0.id < 1 << 48 })
    let repeats = all.filter(\.isRepeat)
    #expect(Double(repeats.count) / Double(all.count) > 0.1)
    let strays = repeats.filter { need in
      guard let origin = byID[need.origin] else { return true }
      let isSamePlace =
        origin.leaf == need.leaf && origin.site == need.site && origin.community == need.community
        && origin.unitMark == need.unitMark && origin.nature == need.nature
      return !isSamePlace || origin.id >= need.id || origin.contactAt > need.contactAt
    }
    #expect(strays.isEmpty)
  }

  @Test("A run that begins earlier meets the same first needs, repeats of earlier days apart")
  func earlierStart() throws {
    let plan = try PingshanPlan().demand()
    let late = needs(plan, try demandDays(from: first, count: 60))
    let early = needs(plan, try demandDays(from: first.advanced(by: -45), count: 105))
    let start = late[0].contactAt
    let shared = early.filter { $0.contactAt >= start }
    let known = Set(late.map(\.id))
    #expect(bytes(shared.filter { known.contains($0.id) }) == bytes(late))
    // What is more are repeats of needs from before.
    #expect(shared.filter { !known.contains($0.id) }.allSatisfy { $0.isRepeat })
  }

  @Test("A change of channels changes no need, and few channels")
  func channels() throws {
    let pingshan = try PingshanPlan()
    let all = needs(try pingshan.demand(), try demandDays(from: first, count: 300))
    let measured = try pingshan.mix()
    var closed = pingshan.channelShares
    closed[5] = 0
    let without = try pingshan.mix(closed)
    var promoted = pingshan.channelShares
    promoted[0] += 0.02
    promoted[1] -= 0.02
    let shifted = try pingshan.mix(promoted)
    var moved = 0
    var movedByShift = 0
    for need in all {
      let channel = measured.channel(of: need)
      #expect(without.channel(of: need) != 5)
      if without.channel(of: need) != channel { moved += 1 }
      if shifted.channel(of: need) != channel { movedByShift += 1 }
    }
    // The last channel of six held 3.9 %: each other boundary moves by at most that.
    #expect(Double(moved) / Double(all.count) < 0.2)
    #expect(Double(movedByShift) / Double(all.count) < 0.06)
  }

  @Test("Twice the volume is twice the needs")
  func volume() throws {
    let pingshan = try PingshanPlan()
    let days = try demandDays(from: first, count: 365)
    let once = needs(try pingshan.demand(), days).count
    let twice = needs(try pingshan.demand(volume: 2), days).count
    // Busyness is shared; what differs is Poisson, with clusters: SE about 1.25 × √(2·33,000).
    #expect(abs(Double(twice - 2 * once)) < 6 * 1.25 * Double(4 * once + twice).squareRoot())
    #expect(needs(try pingshan.demand(volume: 0), days).isEmpty)
  }
}

/// The values of all attributes, in order.
private func bytes(_ needs: [Need]) -> [UInt64] {
  needs.flatMap { need -> [UInt64] in
    let place = [need.leaf, UInt16(need.street), UInt16(need.community), UInt16(need.nature)]
    let packed = place.reduce(UInt64(need.isSurge ? 1 : 0)) { $0 << 15 ^ UInt64($1) }
    let time = UInt64(bitPattern: need.contactAt.milliseconds)
    let marks = [need.channelMark, need.registrationMark, need.unitMark, need.spareMark].map(
      \.bitPattern)
    return [need.id, need.origin, time, UInt64(need.site), packed] + marks
  }
}
