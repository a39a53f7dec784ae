import AppealCore
import CivicTime
import RandomStreams

/// What people do with the measures, as the event loop looks it up: numbers and switches only.
struct ParticipationRow: BitwiseCopyable {
  // Submission
  var hasDetails = false
  var tellsWords = false
  var knownCitizens = 0.0
  /// Cumulative shares of deputy, talent and vulnerable needs.
  var deputies = 0.0
  var talents = 0.0
  var vulnerable = 0.0
  var structuredErrors = 1.0
  var entry = 1.0
  var earlyAction = 0.0
  var earlyActionSpan: Milliseconds = 0
  // Replies
  var replies = false
  var hit = 0.0
  var accepted = 1.0
  // Units
  var supportShare = 0.0
  var supportMost = 1
  var supportEffort = 0.5
  var supports = Supports.notInForce
  var disputeShare = 0.0
  var groundlessReturns = 0.0
  var extended = 0.0
  var extendedBy = Target.none
  var suspended = 0.0
  var withdrawn = 0.0
  var withoutEvidence = 0.0
  var redoWithEvidence = 1.0
  var startInEmergency = 1.0
  var startShare = 1.0
  var waitAfterRung = 1.0
  var waitAfterChase = 1.0
  var outsideAfterRung = 1.0
  var outsideAfterChase = 1.0
  // Desks
  var callBackError = 0.0
  var adopted = 0.0
  /// Sum of the four scores up to which an appraisal is low; 0 where none is.
  var lowScore: UInt32 = 0
  // What the world heeds
  var merges = false
  var followsRegistration = false
  var heedsAlarms = false
  var hasEmergency = false
  var hasTags = false
  var scalesEffort = false

  enum Supports: UInt8, BitwiseCopyable { case notInForce, parallel, serial }

  init(_ plan: WorldPlan) {
    setSubmission(plan)
    setUnits(plan)
    setRules(plan)
  }

  private mutating func setSubmission(_ plan: WorldPlan) {
    let people = plan.participation
    hasDetails =
      (people.freeText + people.photos).contains { $0 > 0 } || people.knownCitizens > 0
      || people.lanes.values.contains { $0 > 0 }
    tellsWords = plan.policy.measures.knowledge != nil
    knownCitizens = people.knownCitizens
    deputies = people.lanes[.deputy] ?? 0
    talents = deputies + (people.lanes[.talent] ?? 0)
    vulnerable = talents + (people.lanes[.vulnerable] ?? 0)
    structuredErrors = plan.effects.structuredErrors
    entry = plan.effects.easierEntry
    earlyAction = plan.policy.measures.alerts == nil ? 0 : plan.effects.earlyAction
    earlyActionSpan = .days(Int64(plan.effects.earlyActionDays))
    hit = tellsWords ? people.replies.hit : 0
    replies = hit > 0 || plan.policy.measures.knowledge?.answersRepeats == true
    accepted = people.replies.accepted
    withdrawn = people.exceptions.withdrawn
    hasTags = people.tags.values.contains { $0 > 0 }
    followsRegistration = replies || withdrawn > 0 || merges(plan)
    merges = merges(plan)
  }

  private func merges(_ plan: WorldPlan) -> Bool {
    plan.policy.measures.duplicates?.merges == true
  }

  private mutating func setUnits(_ plan: WorldPlan) {
    let people = plan.participation
    supportShare = people.support.share
    supportMost = people.support.mostUnits
    supportEffort = people.support.effort
    if let rules = plan.policy.measures.support {
      supports = rules.order == .serial ? .serial : .parallel
    }
    disputeShare = people.dispute.share
    groundlessReturns = people.groundlessReturns
    if plan.policy.measures.supervision != nil {
      groundlessReturns *= plan.effects.groundlessUnderSupervision
    }
    extended = people.exceptions.extended
    extendedBy = .workingDays(Int32(people.exceptions.extensionDays), .endOfDay)
    suspended = people.exceptions.suspended
    withoutEvidence = people.withoutEvidence
    redoWithEvidence = plan.effects.redoUnderEvidence
    startInEmergency = plan.effects.startInEmergency
    if plan.policy.measures.credits != nil { startShare = plan.effects.startUnderCredits }
    scalesEffort = plan.effects.effortOfLimits != 0 && plan.referenceLimits != nil
  }

  private mutating func setRules(_ plan: WorldPlan) {
    let measures = plan.policy.measures
    if measures.supervision != nil {
      waitAfterRung = plan.effects.waitAfterRung
      outsideAfterRung = plan.effects.outsideAfterRung
    }
    waitAfterChase = plan.effects.waitAfterChase
    outsideAfterChase = plan.effects.outsideAfterChase
    callBackError = plan.participation.callBackError
    adopted = measures.adoption ? plan.participation.adopted : 0
    lowScore = UInt32(measures.lowScores?.quarters ?? 0)
    hasEmergency = measures.emergency != nil
    let chases = measures.lanes.values.contains { $0.chaseAt != nil }
    heedsAlarms = chases || hasEmergency || waitAfterRung != 1 || outsideAfterRung != 1
  }
}

/// How long calls and what is between them take.
struct CallHours: BitwiseCopyable {
  let talk: SamplerID
  let patience: SamplerID?
  let redialDelay: SamplerID
  let redial: Double

  init(_ plan: CallAnswering, _ samplers: inout SamplerTable) {
    talk = samplers.add(plan.talkHours)
    patience = plan.patienceHours.map { samplers.add($0) }
    redialDelay = samplers.add(plan.redialHours)
    redial = plan.redial
  }
}
