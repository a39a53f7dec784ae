import AppealCore
import CivicTime
import Testing

@Suite("Routing that learns, in the core")
struct LearnedRoutingTests {
  /// Closes appeals of a leaf at a unit, one an hour.
  private func desk(leadsFrom: Int64?, closed: [(LeafID, UnitID)]) throws -> Desk {
    var policy = try District.policy()
    policy.measures.learnedRouting = leadsFrom.map { LearnedRouting(leadsFrom: $0) }
    let desk = try Desk(policy)
    for (step, (leaf, unit)) in closed.enumerated() {
      let clock = "03-05 \(10 + step):00"
      try desk.bring(UInt64(step + 1), leaf, to: .close, at: clock, unit: unit)
      _ = desk.perform(.close(AppealNumber(step + 1)), at: Instant(clock))
    }
    return desk
  }

  private func suggested(_ desk: Desk, _ leaf: LeafID) -> UnitID {
    _ = desk.perform(.submit(99, leaf), at: Instant("03-06 09:00"))
    return desk.core.suggestedUnit(for: AppealNumber(desk.core.acceptedAppeals))
  }

  /// The form names Urban management for noise in Longtian; four such were closed by Power.
  private let noiseToPower = Array(repeating: (LeafID.noise, UnitID.power), count: 4)

  @Test("The owner of the form stands until the history is sure enough")
  func leads() throws {
    #expect(suggested(try desk(leadsFrom: nil, closed: noiseToPower), .noise) == .urban)
    #expect(suggested(try desk(leadsFrom: 101, closed: noiseToPower), .noise) == .urban)
    #expect(suggested(try desk(leadsFrom: 60, closed: noiseToPower), .noise) == .power)
    #expect(suggested(try desk(leadsFrom: 60, closed: []), .noise) == .urban)
  }

  @Test("A suggestion comes with its share and the cases behind it")
  func evidence() throws {
    let desk = try desk(leadsFrom: 60, closed: noiseToPower + [(.pothole, .roads)])
    _ = desk.perform(.submit(99, .noise), at: Instant("03-06 09:00"))
    let suggestions = desk.core.learnedSuggestions(for: 6)
    #expect(suggestions.map(\.unit).first == .power && suggestions.count == 3)
    #expect(abs(suggestions.map(\.share).reduce(0, +) - 1) < 1e-9)
    let reasons = desk.core.evidence(for: .power, on: 6)
    #expect(reasons.contains { $0.context == .leaf && $0.cases == 4 && $0.outOf == 4 })
    #expect(desk.core.learnedSuggestions(for: 77).isEmpty)
  }

  @Test("What was merged, cancelled or answered at once teaches nothing")
  func silent() throws {
    var policy = try District.policy()
    policy.measures.learnedRouting = LearnedRouting(leadsFrom: 10)
    policy.measures.knowledge = KnowledgeBase(
      answers: [.init(leaf: .noise, textKey: 0, title: "Night work", natures: [.complaint])],
      answersRepeats: false)
    let desk = try Desk(policy)
    try desk.bring(1, .noise, to: .handle, at: "03-05 09:00", unit: .power)
    try desk.bring(2, .noise, to: .handle, at: "03-05 09:00", unit: .power)
    _ = desk.perform(.merge(2, into: 1), at: Instant("03-05 09:10"))
    _ = desk.perform(.cancel(1, .withdrawn), at: Instant("03-05 09:20"))
    _ = desk.perform(.submit(3, .noise), at: Instant("03-05 09:30"))
    _ = desk.perform(.replyInstantly(3, AnswerID(0)), at: Instant("03-05 09:30"))
    #expect(desk.core.view(of: 3)?.status == .closed)
    #expect(suggested(desk, .noise) == .urban)
    #expect(desk.core.learnedSuggestions(for: 4).isEmpty)
  }

  @Test("The history is part of the state, and a replay learns the same")
  func replay() throws {
    let desk = try desk(leadsFrom: 60, closed: noiseToPower)
    try desk.expectReplay()
    let other = try self.desk(leadsFrom: nil, closed: noiseToPower)
    #expect(desk.core.digest() != other.core.digest())
  }
}
