import AppealCore
import CivicTime
import Testing

@Suite("Form validator and policy errors")
struct PolicyErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var expected: PolicyError
    var sentence: String
    var breakIt: @Sendable (inout Policy) -> Void

    init(
      _ expected: PolicyError, _ sentence: String,
      _ breakIt: @escaping @Sendable (inout Policy) -> Void
    ) {
      self.expected = expected
      self.sentence = sentence
      self.breakIt = breakIt
    }

    var testDescription: String { sentence }
  }

  @Test(arguments: forms + routes + rules)
  func refused(_ example: Case) throws {
    var policy = try District.policy()
    example.breakIt(&policy)
    let error = #expect(throws: PolicyError.self) { try policy.validate() }
    #expect(error == example.expected)
    #expect(error?.description == example.sentence)
    #expect(throws: example.expected) { _ = try AppealCore(policy: policy) }
  }

  @Test func theDistrictIsValid() throws { try District.policy().validate() }

  static let forms: [Case] = [
    Case(
      .leafWithoutOwner("City / Appearance / Pothole", street: "Kengzi"),
      "Leaf City / Appearance / Pothole has no responsible unit in Kengzi; name exactly one."
    ) { $0.form.owners[1][1] = .none },
    Case(
      .leafWithoutOwner("City / Appearance / Pothole", street: "Kengzi"),
      "Leaf City / Appearance / Pothole has no responsible unit in Kengzi; name exactly one."
    ) { $0.form.owners[1].removeLast() },
    Case(
      .tooMany("owners of leaf City / Appearance / Rubbish", count: 3, limit: 2),
      "The policy has 3 owners of leaf City / Appearance / Rubbish; there may be at most 2."
    ) { $0.form.owners[0].append(.urban) },
    Case(
      .leafOfUnknownUnit("City / Appearance / Rubbish", street: "Longtian", unit: 3),
      "Leaf City / Appearance / Rubbish belongs in Longtian to unit number 3, which is not in the "
        + "list of units; correct the number or add the unit."
    ) { $0.form.owners[0][0] = UnitID(3) },
    Case(
      .ownerRows(count: 4, leaves: 5),
      "The table of owners has 4 rows for 5 leaves; give one row a leaf."
    ) { $0.form.owners.removeLast() },
    Case(
      .leafWithoutLegalBasis("City / Appearance / Noise"),
      "Leaf City / Appearance / Noise has no legal basis; name the rule it rests on."
    ) { $0.form.leaves[3].legalBasis = "  " },
    Case(
      .duplicateLeaf("City / Appearance / Rubbish"),
      "The form lists leaf City / Appearance / Rubbish twice; keep one."
    ) { $0.form.leaves[3].level3 = "Rubbish " },
    Case(
      .leafWithoutName(leaf: 2),
      "Leaf number 2 of the form lacks a name at one of its three levels; name it."
    ) { $0.form.leaves[2].level2 = "" },
    Case(
      .leafOfUnknownLimitClass("City / Appearance / Noise", limitClass: 4),
      "Leaf City / Appearance / Noise has limit class 4, which the service levels do not define; "
        + "correct it or add the class."
    ) { $0.form.leaves[3].limitClass = 4 },
    Case(
      .nothing("leaves in its form"), "The policy has no leaves in its form; give at least one."
    ) {
      $0.form.leaves = []
      $0.form.owners = []
    },
    Case(
      .communityOnUnknownStreet(community: "Jinsha", street: 2),
      "Community Jinsha lies on street number 2, which is not in the list of streets; correct the "
        + "number or add the street."
    ) { $0.places.communities[2].street = StreetID(2) },
  ]

  static let routes: [Case] = [
    Case(
      .intakeToUnknownPost(channel: "WeChat", street: "Kengzi", list: 3),
      "The intake of channel WeChat in Kengzi is list number 3, which is not a post; name an "
        + "existing post."
    ) { $0.dispatch.intake[1][1] = .urban },
    Case(
      .intakeRows(count: 5, channels: 6),
      "The intake table has 5 rows for 6 channels; give one row a channel."
    ) { $0.dispatch.intake.removeLast() },
    Case(
      .intakeColumns(channel: "12345", count: 1, streets: 2),
      "The intake of channel 12345 has 1 columns for 2 streets; give one post a street."
    ) { $0.dispatch.intake[0].removeLast() },
    Case(
      .unknownSuccessor(channel: "Letters", successor: 6),
      "Channel Letters names channel number 6 as its successor, which does not exist; name an "
        + "existing one."
    ) { $0.channels[3].phase = .closed(successor: ChannelID(6)) },
    Case(
      .successorCycle(channel: "Bulletin board"),
      "The successors of channel Bulletin board lead back to it; let the last one stay open."
    ) {
      $0.channels[2].phase = .closed(successor: .oldLine)
      $0.channels[3].phase = .closed(successor: .board)
    },
    Case(
      .successorCycle(channel: "12345"),
      "The successors of channel 12345 lead back to it; let the last one stay open."
    ) { $0.channels[0].phase = .migrating(to: .hotline, closesAt: .distantFuture) },
    Case(
      .unknownParent(post: "Kengzi post", parent: 3),
      "Post Kengzi post has parent number 3, which is not a post; name an existing one."
    ) { $0.dispatch.posts[2].parent = .urban },
    Case(
      .parentCycle(post: "Centre"),
      "The parents of post Centre lead back to it; one post must stand at the top."
    ) { $0.dispatch.posts[0].parent = .longtianPost },
    Case(
      .postOfUnknownStreet(post: "Centre", street: 2),
      "Post Centre serves street number 2, which does not exist; correct the number."
    ) { $0.dispatch.posts[0].kind = .street(StreetID(2)) },
    Case(
      .postOfUnknownChannel(post: "Centre", channel: 6),
      "Post Centre serves channel number 6, which does not exist; correct the number."
    ) { $0.dispatch.posts[0].kind = .account(ChannelID(6)) },
    Case(
      .unitOfUnknownPost(unit: "Roads", list: 3),
      "Unit Roads is dispatched to by list number 3, which is not a post; name an existing post."
    ) { $0.dispatch.unitPosts = [.none, .urban] },
    Case(
      .unitPostRows(count: 4, units: 3),
      "The table of the units' posts has 4 rows for 3 units; drop the surplus."
    ) { $0.dispatch.unitPosts = [.none, .none, .none, .none] },
  ]

  static let rules: [Case] = [
    Case(
      .workflowWithoutClose("general"),
      "Workflow general has no node close; add it, or its appeals would never end."
    ) { $0.workflows[1].nodes = [.accept, .file, .dispatch, .handle, .appraise] },
    Case(
      .workflowOutOfOrder("simple", node: .accept),
      "Workflow simple has node accept out of order or twice; list its nodes in their order."
    ) { $0.workflows[0].nodes = [.accept, .accept, .close] },
    Case(
      .workflowIncomplete("simple", node: .dispatch, needs: .handle),
      "Workflow simple has node dispatch without node handle; add handle or drop dispatch."
    ) { $0.workflows[0].nodes = [.accept, .dispatch, .close] },
    Case(
      .workflowIncomplete("simple", node: .verify, needs: .handle),
      "Workflow simple has node verify without node handle; add handle or drop verify."
    ) { $0.workflows[0].nodes = [.accept, .verify, .close] },
    Case(
      .noWorkflow(leaf: "City / Appearance / Pothole", nature: .enquiry),
      "No workflow applies to leaf City / Appearance / Pothole with nature enquiry; add one "
        + "without conditions."
    ) { $0.workflows.removeLast() },
    Case(
      .natureWithoutLimit(.suggestion),
      "Nature suggestion has no overall limit; give one, or the target none."
    ) { $0.serviceLevels.overall[.suggestion] = nil },
    Case(
      .limitOfUnknownLeaf(leaf: 5),
      "A limit is given for leaf number 5, which the form does not have; correct it."
    ) { $0.serviceLevels.leaves[LeafID(5)] = Target.none },
    Case(
      .negativeLimit(of: "node handle"),
      "The limit of node handle is negative; give zero or more."
    ) { $0.serviceLevels.nodes[.handle] = .working(-1) },
    Case(
      .negativeLimit(of: "class 1"), "The limit of class 1 is negative; give zero or more."
    ) { $0.serviceLevels.classes[1] = .workingDays(-1, .endOfDay) },
    Case(
      .negativeLimit(of: "nature enquiry"),
      "The limit of nature enquiry is negative; give zero or more."
    ) { $0.serviceLevels.overall[.enquiry] = .elapsed(-1) },
    Case(
      .negativeLimit(of: "leaf City / Appearance / Noise"),
      "The limit of leaf City / Appearance / Noise is negative; give zero or more."
    ) { $0.serviceLevels.leaves[.noise] = .elapsed(-1) },
    Case(
      .negativeWindow("reopening"), "The reopening window is negative; give zero or more."
    ) { $0.windows.reopening = -1 },
    Case(
      .negativeWindow("appraisal"), "The appraisal window is negative; give zero or more."
    ) { $0.windows.appraisal = -1 },
    Case(
      .negativeWindow("idempotency"), "The idempotency window is negative; give zero or more."
    ) { $0.windows.idempotency = -1 },
  ]
}
