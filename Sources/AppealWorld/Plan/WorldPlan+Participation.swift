import AppealCore
import RandomStreams

extension WorldPlan {
  func validateParticipation() throws(WorldPlanError) {
    let people = participation
    try requireCount("shares of free text", people.freeText.count, policy.channels.count)
    try requireCount("shares of photos", people.photos.count, policy.channels.count)
    let lanes = people.lanes.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
    let tags = people.tags.sorted { $0.key < $1.key }.map(\.value)
    let shares: [(String, [Double])] = [
      ("a share of free text", people.freeText), ("a share of photos", people.photos),
      ("the share of known citizens", [people.knownCitizens]), ("a share of a lane", lanes),
      ("the shares of lanes together", [lanes.reduce(0, +)]), ("a share of a tag", tags),
      ("the share of appeals with support", [people.support.share]),
      ("the share of disputed appeals", [people.dispute.share]),
      ("the share of prepared answers found", [people.replies.hit]),
      ("the share of accepted replies", [people.replies.accepted]),
      ("the share of extensions", [people.exceptions.extended]),
      ("the share of suspensions", [people.exceptions.suspended]),
      ("the share of withdrawals", [people.exceptions.withdrawn]),
      ("the share of mistaken call-backs", [people.callBackError]),
      ("the share of groundless returns", [people.groundlessReturns]),
      ("the share of adopted suggestions", [people.adopted]),
      ("the share of results without evidence", [people.withoutEvidence]),
    ]
    for (what, values) in shares {
      for value in values { try require(what, value, in: 0...1) }
    }
    try require(
      "the most supporting units", Double(people.support.mostUnits),
      in: 1...Double(Trial.mostOthers))
    try require("the effort of support", people.support.effort, in: 0...1e6)
    try require(
      "the days of an extension", Double(people.exceptions.extensionDays), in: 1...3_660)
  }

  func validateEffects() throws(WorldPlanError) {
    let factors: [(String, Double)] = [
      ("effects: structured errors", effects.structuredErrors),
      ("effects: wait after a rung", effects.waitAfterRung),
      ("effects: wait after a chase", effects.waitAfterChase),
      ("effects: wait outside after a rung", effects.outsideAfterRung),
      ("effects: wait outside after a chase", effects.outsideAfterChase),
      ("effects: groundless returns under supervision", effects.groundlessUnderSupervision),
      ("effects: start under credits", effects.startUnderCredits),
      ("effects: bad results under credits", effects.redoUnderCredits),
      ("effects: repeats under progress", effects.repeatsUnderProgress),
      ("effects: bad results under evidence", effects.redoUnderEvidence),
      ("effects: start in emergency", effects.startInEmergency),
    ]
    for (what, value) in factors { try require(what, value, in: 0...100) }
    try require("effects: easier entry", effects.easierEntry, in: 0...2)
    try require("effects: effort of limits", effects.effortOfLimits, in: -10...10)
    try require("effects: early action", effects.earlyAction, in: 0...1)
    try require("effects: days of early action", Double(effects.earlyActionDays), in: 0...3_660)
    for item in modeSwitches where item.street.index >= policy.places.streets.count {
      throw .unknownStreet(item.street.index)
    }
    if let callAnswering { try validate(callAnswering) }
  }

  private func validate(_ post: CallAnswering) throws(WorldPlanError) {
    try require("the share of redials", post.redial, in: 0...1)
    let heads = post.agents.reduce(0) { $0 + $1.heads }
    try require("the agents who answer calls", Double(heads), in: 1...60_000)
    for shift in post.agents {
      try require("the availability of agents", shift.availability, in: 1e-6...1e6)
      try require("the heads of a shift of agents", Double(shift.heads), in: 0...60_000)
    }
  }
}
