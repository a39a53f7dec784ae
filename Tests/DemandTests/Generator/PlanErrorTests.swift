import CivicTime
import Demand
import Testing

@Suite("Plans that cannot be run")
struct PlanErrorTests {
  private func plan(
    volume: Double = 1, rates: [Double]? = nil, season: [Double]? = nil, shape: Double = 10,
    prompt: Double = 0.1, leaf: UInt16 = 0, community: UInt8? = 0, weight: Double = 1,
    natures: [Double] = [0, 0, 1, 0, 0], factor: Double = 2
  ) throws(DemandPlanError) {
    let place = PlaceWeight(leaf: leaf, community: community, weight: weight)
    let repeats = RepeatPlan(
      promptShare: prompt, promptShape: 1, promptScaleMinutes: 10, lateShare: 0.1,
      lateMeanDays: 5, sameChannelShare: 0.5)
    let surge = Surge(
      firstDay: CivilDate(daysSince1970: 0), factors: [factor],
      places: [PlaceWeight(leaf: 0, community: nil, weight: 1)])
    _ = try DemandPlan(
      volume: volume, rates: rates ?? Array(repeating: 1, count: 192),
      season: season ?? Array(repeating: 1, count: 12), busynessShape: shape, repeats: repeats,
      places: [place], leafCount: 1, natureShares: natures, communityShares: [1],
      streetOfCommunity: [0], surges: [surge])
  }

  @Test("A sound plan is taken")
  func sound() throws { try plan() }

  @Test("Each fault is refused by a sentence that names it")
  func faults() {
    expectRefusal("volume") { () throws(DemandPlanError) in try plan(volume: -1) }
    expectRefusal("volume") { () throws(DemandPlanError) in try plan(volume: .nan) }
    expectRefusal("million") { () throws(DemandPlanError) in try plan(volume: 1e9) }
    expectRefusal("24 for each class") { () throws(DemandPlanError) in try plan(rates: [1]) }
    expectRefusal("rate of the profile") { () throws(DemandPlanError) in
      try plan(rates: Array(repeating: -1, count: 192))
    }
    expectRefusal("January first") { () throws(DemandPlanError) in try plan(season: [1]) }
    expectRefusal("busyness") { () throws(DemandPlanError) in try plan(shape: 0) }
    expectRefusal("at most 0.9") { () throws(DemandPlanError) in try plan(prompt: 0.95) }
    expectRefusal("from 0 to 1") { () throws(DemandPlanError) in try plan(prompt: -0.1) }
    expectRefusal("names leaf 1") { () throws(DemandPlanError) in try plan(leaf: 1) }
    expectRefusal("names community 3") { () throws(DemandPlanError) in try plan(community: 3) }
    expectRefusal("sum to zero") { () throws(DemandPlanError) in try plan(weight: 0) }
    expectRefusal("must sum to 1") { () throws(DemandPlanError) in
      try plan(natures: [0, 0, 0.5, 0, 0])
    }
    expectRefusal("the factor 0.5") { () throws(DemandPlanError) in try plan(factor: 0.5) }
    expectRefusal("at least one day") { () throws(DemandPlanError) in
      _ = try DemandDays(first: CivilDate(daysSince1970: 0), classes: [])
    }
    expectRefusal("every channel is closed") { () throws(DemandPlanError) in
      _ = try ChannelMix(shares: [0], affinity: [1, 1], firstLevelOfLeaf: [0])
    }
    expectRefusal("one for each pair") { () throws(DemandPlanError) in
      _ = try ChannelMix(shares: [1], affinity: [1], firstLevelOfLeaf: [0])
    }
    expectRefusal("no such") { () throws(DemandPlanError) in
      let weight = FinalUnitWeight(leaf: 1, street: 0, unit: 0, weight: 1)
      _ = try FinalUnits(owners: [0], streetCount: 1, weights: [weight])
    }
  }

  private func expectRefusal(_ words: String, _ make: () throws(DemandPlanError) -> Void) {
    do {
      try make()
      Issue.record("taken, though \(words) is wrong")
    } catch {
      #expect(error.description.contains(words))
      #expect(!error.description.contains("\n"))
    }
  }
}
