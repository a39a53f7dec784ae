extension TagRegistry {
  /// Thirty-five kinds. The report says that there are 35 and names four: repeat complaint, special
  /// complainant, key supervision and special work; the others are ours.
  public static let standardKinds: [TagKind] = [
    TagKind(id: "repeat-complaint", chinese: "重复投诉", english: "Repeat complaint", isKey: true),
    TagKind(id: "special-complainant", chinese: "特殊投诉人", english: "Special complainant"),
    TagKind(
      id: "key-supervision", chinese: "重点督办", english: "Key supervision", rank: 1, isKey: true),
    TagKind(id: "special-work", chinese: "专项工作", english: "Special work", rank: 1),
    TagKind(id: "deputy", chinese: "代表委员", english: "Deputy or member", rank: 1),
    TagKind(id: "talent", chinese: "人才", english: "Talent", rank: 1),
    TagKind(id: "vulnerable", chinese: "困难群体", english: "Vulnerable group", rank: 1),
    TagKind(id: "urgent", chinese: "紧急", english: "Urgent", rank: 0, isKey: true),
    TagKind(id: "sensitive", chinese: "敏感", english: "Sensitive", rank: 1, isKey: true),
    TagKind(id: "hot-topic", chinese: "热点", english: "Hot topic"),
    TagKind(id: "burst", chinese: "突发聚集", english: "Burst", rank: 1),
    TagKind(id: "emergency-area", chinese: "战时区域", english: "Emergency area"),
    TagKind(id: "safety", chinese: "安全隐患", english: "Safety hazard", rank: 1),
    TagKind(id: "environment", chinese: "环境保护", english: "Environment"),
    TagKind(id: "civilised-city", chinese: "文明城市", english: "Civilised city"),
    TagKind(id: "school", chinese: "教育", english: "Schools"),
    TagKind(id: "labour", chinese: "劳资纠纷", english: "Labour dispute", isKey: true),
    TagKind(id: "housing", chinese: "住房物业", english: "Housing"),
    TagKind(id: "traffic", chinese: "交通出行", english: "Traffic"),
    TagKind(id: "livelihood", chinese: "民生", english: "Livelihood"),
    TagKind(id: "after-hours", chinese: "非工作时间", english: "After hours"),
    TagKind(id: "unstructured", chinese: "描述不清", english: "Unclear"),
    TagKind(id: "with-photos", chinese: "附图", english: "With photos"),
    TagKind(id: "returned", chinese: "被退件", english: "Returned"),
    TagKind(id: "ping-pong", chinese: "推诿扯皮", english: "Passed to and fro", rank: 1, isKey: true),
    TagKind(id: "disputed", chinese: "权责不清", english: "Responsibility disputed", isKey: true),
    TagKind(id: "multi-unit", chinese: "多单位协同", english: "Several units"),
    TagKind(id: "redone", chinese: "返工", english: "Redone", isKey: true),
    TagKind(id: "reopened", chinese: "重办", english: "Reopened", rank: 1, isKey: true),
    TagKind(id: "extended", chinese: "延期", english: "Extended"),
    TagKind(id: "overdue", chinese: "超时", english: "Overdue", isKey: true),
    TagKind(id: "supervised", chinese: "已督办", english: "Supervised"),
    TagKind(id: "accountable", chinese: "已问责", english: "Held to account"),
    TagKind(id: "suggestion", chinese: "金点子", english: "Suggestion"),
    TagKind(id: "praise", chinese: "表扬", english: "Praise"),
  ]

  /// Rules that need nothing but the course of the appeal; a scenario adds those by leaf.
  public static let standardRules: [(tag: String, condition: TagRule.Condition)] = [
    ("repeat-complaint", .isRepeat), ("deputy", .lane(.deputy)), ("talent", .lane(.talent)),
    ("vulnerable", .lane(.vulnerable)), ("sensitive", .alert(.sensitive)),
    ("burst", .alert(.burst)), ("hot-topic", .alert(.burst)),
    ("emergency-area", .inEmergency), ("after-hours", .afterHours),
    ("unstructured", .unstructured), ("with-photos", .withPhotos),
    ("returned", .returned(times: 1)), ("ping-pong", .returned(times: 2)),
    ("disputed", .disputed), ("multi-unit", .supported), ("redone", .redone(times: 1)),
    ("reopened", .reopened(times: 1)), ("extended", .extended), ("overdue", .overdue),
    ("supervised", .rung(.supervise)), ("accountable", .rung(.account)),
    ("suggestion", .nature(.suggestion)), ("praise", .nature(.thanks)),
  ]

  /// The 35 kinds with their standard rules.
  public static let standard = TagRegistry(
    kinds: standardKinds,
    rules: standardRules.compactMap { rule in
      standardKinds.firstIndex { $0.id == rule.tag }
        .map { TagRule(tag: TagID($0), condition: rule.condition) }
    })

  /// The tag with an id, if there is one.
  public func tag(_ id: String) -> TagID? {
    kinds.firstIndex { $0.id == id }.map { TagID($0) }
  }
}
