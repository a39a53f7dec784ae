import AppealCore
import CivicTime

extension Desk {
  /// A desk under the district's policy with some measures.
  convenience init(with change: (inout Policy) -> Void) throws {
    var policy = try District.policy()
    change(&policy)
    try self.init(policy)
  }

  /// Carries commands out at one instant; what they journal is of no concern.
  func pass(_ clock: String, _ commands: Command...) {
    for command in commands { _ = perform(command, at: Instant(clock)) }
  }
}

extension Submission.Details {
  static func by(
    _ citizen: UInt64, text: UInt32 = 0, lane: Lane = .common, _ traits: Traits = .structured
  ) -> Self {
    Self(citizen: citizen, textKey: text, traits: traits, lane: lane)
  }

  static let freeText = by(0, [])
}

extension Appraisal {
  /// The same score in all four dimensions.
  static func all(_ score: UInt8) -> Appraisal {
    Appraisal(speed: score, result: score, attitude: score, system: score)
  }
}

extension TagRegistry {
  /// Tag 0 urgent, 1 priority, 2 key, 3 plain, with the rules given.
  static func small(_ rules: (Int, TagRule.Condition)...) -> TagRegistry {
    TagRegistry(
      kinds: [
        TagKind(id: "urgent", chinese: "紧急", english: "Urgent", rank: Rank.urgent),
        TagKind(id: "priority", chinese: "优先", english: "Priority", rank: Rank.priority),
        TagKind(id: "key", chinese: "重点", english: "Key", isKey: true),
        TagKind(id: "plain", chinese: "普通", english: "Plain"),
      ],
      rules: rules.map { TagRule(tag: TagID($0.0), condition: $0.1) })
  }
}

extension TagID {
  static let urgent = TagID(0)
  static let priority = TagID(1)
  static let key = TagID(2)
  static let plain = TagID(3)
}
