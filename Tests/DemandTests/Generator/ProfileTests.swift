import CivicTime
import Demand
import Foundation
import Testing

@Suite("Profiles, attributes and surges of needs")
struct ProfileTests {
  /// Days of one class only, without repeats or season: needs are then independent given the day.
  private func plain() throws -> DemandPlan {
    try PingshanPlan().demand(
      repeats: RepeatPlan.none, season: Array(repeating: 1, count: 12))
  }

  @Test("Hours follow the profile of every class of day", arguments: DayClass.allCases)
  func hours(kind: DayClass) throws {
    let days = 3_000
    let all = needs(
      try plain(),
      try DemandDays(
        first: CivilDate(daysSince1970: 1), classes: Array(repeating: kind, count: days)))
    var counts = Array(repeating: 0.0, count: 24)
    for need in all {
      counts[Int((need.contactAt.milliseconds + 28_800_000) % 86_400_000 / 3_600_000)] += 1
    }
    let rates = try Paths.table("profile").numbers("rate")
    let first = Int(kind.rawValue) * 24
    let plan = try plain()
    // A count is Poisson given the factors of day and hour: variance e + e²·((1+1/s)(1+1/h) − 1).
    let factors = (1 + 1 / plan.busynessShape) * (1 + 1 / plan.hourShape) - 1
    for hour in 0..<24 {
      let expected = rates[first + hour]
      let error = ((expected + expected * expected * factors) / Double(days)).squareRoot()
      #expect(abs(counts[hour] / Double(days) - expected) < 4.5 * error, "hour \(hour)")
    }
  }

  @Test("Leaves, communities and natures have the shares of the tables")
  func attributes() throws {
    let plan = try plain()
    let all = needs(plan, try demandDays(from: CivilDate(daysSince1970: 0), count: 4_000))
    let total = plan.places.reduce(0) { $0 + $1.weight }
    var leaves = Array(repeating: 0.0, count: plan.leafCount)
    var communities = Array(repeating: 0.0, count: plan.communityShares.count)
    var natures = Array(repeating: 0.0, count: 5)
    for place in plan.places {
      let share = place.weight / total
      leaves[Int(place.leaf)] += share
      for (index, part) in plan.communityShares.enumerated() {
        communities[index] += place.community.map { Int($0) == index ? share : 0 } ?? share * part
      }
      for nature in 0..<5 {
        natures[nature] += share * plan.natureShares[Int(place.leaf) * 5 + nature]
      }
    }
    expectShares(all.map { Int($0.leaf) }, leaves, "leaf")
    expectShares(all.map { Int($0.community) }, communities, "community")
    expectShares(all.map { Int($0.nature) }, natures, "nature")
    #expect(all.allSatisfy { plan.streetOfCommunity[Int($0.community)] == $0.street })
  }

  @Test("A typhoon brings its factor of needs, about its leaves, and nothing on other days")
  func typhoon() throws {
    let pingshan = try PingshanPlan()
    let day = try CivilDate(year: 2018, month: 9, day: 16)
    let surge = try pingshan.typhoon(from: day)
    let ordinary = try pingshan.demand()
    let plan = try pingshan.demand(surges: [surge])
    let days = try demandDays(from: day.advanced(by: -20), count: 40)
    var seen = (ordinary: 0.0, stormy: 0.0, first: 0.0, surge: 0.0, fallenTrees: 0.0)
    let tree = try #require(
      try Paths.table("form_v2").strings("level3").firstIndex(of: "行道树倒压占路"))
    let span = Int(day.daysSince1970)..<Int(day.daysSince1970) + surge.factors.count
    for replication in 0..<100 as Range<UInt32> {
      for need in needs(ordinary, days, replication: replication) where contains(span, need) {
        seen.ordinary += 1
      }
      for need in needs(plan, days, replication: replication) {
        if contains(span, need) {
          seen.stormy += 1
          if !need.isRepeat { seen.first += 1 }
        }
        if need.isSurge, !need.isRepeat {
          #expect(contains(span, need))
          seen.surge += 1
          if Int(need.leaf) == tree { seen.fallenTrees += 1 }
        }
      }
    }
    // Expected from the factors: their mean weighs the six days about equally.
    let factor = seen.stormy / seen.ordinary
    let expected = surge.factors.reduce(0, +) / Double(surge.factors.count)
    #expect(abs(factor - expected) < 0.03, "\(factor), expected \(expected)")
    #expect(abs(seen.surge / seen.first - (1 - 1 / expected)) < 0.02)
    #expect(abs(seen.fallenTrees / seen.surge - 110.565 / 323.05) < 0.03)
  }

  @Test("Prompt repeats are as many and as prompt as measured")
  func repeats() throws {
    let pingshan = try PingshanPlan()
    let plan = try pingshan.demand()
    let days = try demandDays(from: CivilDate(daysSince1970: 17_000), count: 3_000)
    var contacts: [UInt64: Int64] = [:]
    var minutes: [Double] = []
    var agreeing = 0.0
    var marks: [UInt64: Double] = [:]
    var late = 0.0
    forEachNeed(plan, days) { need in
      contacts[need.id] = need.contactAt.milliseconds
      marks[need.id] = need.channelMark
      guard need.isRepeat, let origin = contacts[need.origin] else { return }
      if marks[need.origin] == need.channelMark { agreeing += 1 }
      // The last bit of a number tells prompt repeats from late ones.
      guard need.id & 1 == 0 else { return late += 1 }
      minutes.append(Double(need.contactAt.milliseconds - origin) / 60_000)
    }
    let total = Double(contacts.count)
    let all = Double(minutes.count)
    #expect(abs(all / total - plan.repeats.promptShare) < 0.002)
    #expect(abs(late / total - plan.repeats.lateShare) < 0.002)
    #expect(abs(agreeing / (all + late) - plan.repeats.sameChannelShare) < 0.01)
    let measured = try [5, 60, 180].map { limit in
      let row = try Measured.row(figure: "repeats_beyond_chance", key: "within_\(limit)_min")
      return try #require(row).value
    }
    #expect(abs(Double(minutes.count { $0 <= 5 }) / all - measured[0] / measured[2]) < 0.015)
    #expect(abs(Double(minutes.count { $0 <= 60 }) / all - measured[1] / measured[2]) < 0.015)
  }

  private func contains(_ span: Range<Int>, _ need: Need) -> Bool {
    span.contains(Int((need.contactAt.milliseconds + 28_800_000) / 86_400_000))
  }

  /// Each frequency within 4.8 standard errors (1,000 leaves at once), rare ones by Poisson.
  private func expectShares(_ values: [Int], _ shares: [Double], _ what: String) {
    var counts = Array(repeating: 0.0, count: shares.count)
    for value in values { counts[value] += 1 }
    for (index, share) in shares.enumerated() {
      let expected = share * Double(values.count)
      let error = max((expected * (1 - share)).squareRoot(), 1)
      #expect(abs(counts[index] - expected) < 4.8 * error, "\(what) \(index)")
    }
  }
}
